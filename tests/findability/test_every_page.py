"""Promises that hold for every page type, and for those written next year."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from portal.site_pages.models import HelpPage, StandardPage
from sop_library.models import SopPage, SopVersionPage
from tests.factories.publishing import as_an_operator
from tests.findability import sites
from tests.findability.reading import Reader, faults, nodes

pytestmark = pytest.mark.django_db
WEIGHT = 60_000  # bytes, gzipped: HTML, CSS and JavaScript
# A procedure reads what it cites and what cites it in three queries of its own.
MOST_QUERIES = {StandardPage: 4, SopPage: 11, SopVersionPage: 12}
TRANSACTION = ("SAVEPOINT", "RELEASE", "BEGIN", "COMMIT", "ROLLBACK")
# Addresses that other parts of the portal answer; their own tests walk them.
ELSEWHERE = ("/search/", "/api/", "/feeds/", "/cms/", "/sign-in/", "/static/")


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """Every live page with its answer, as an anonymous reader gets it; built once."""
    with django_db_blocker.unblock(), transaction.atomic():
        with as_an_operator():
            pages = sites.build()
        yield {path: (page, Client().get(path)) for path, page in pages.items()}
        transaction.set_rollback(True)


def status(client, path):
    """The status of an address; a file is read to its end, which closes it."""
    answer = client.get(path)
    if answer.streaming:
        answer.getvalue()
    return answer.status_code


def readers(site):
    return {path: Reader(answer.content.decode()) for path, (_, answer) in site.items()}


def test_the_site_has_a_page_of_every_type(site):
    assert {type(page) for page, _ in site.values()} == set(sites.page_types())


def test_every_page_answers(site):
    assert {path: answer.status_code for path, (_, answer) in site.items()} == dict.fromkeys(
        site, 200
    )


def test_every_page_has_valid_structured_data(site):
    found = {
        path: [fault for node in nodes(reader) for fault in faults(node)]
        for path, reader in readers(site).items()
    }

    assert {path: list(each) for path, each in found.items() if each} == {}


def test_every_page_but_the_front_page_and_help_has_breadcrumbs_for_machines(site):
    for path, reader in readers(site).items():
        has_them = "BreadcrumbList" in {node["@type"] for node in nodes(reader)}
        without = path == "/" or isinstance(site[path][0], HelpPage)
        assert has_them is not without, path


def test_every_page_has_one_canonical_address_without_a_query(client, site):
    for path in site:
        reader = Reader(client.get(path, {"utm": "1", "page": "1"}).content.decode())
        (canonical,) = reader.canonical
        assert canonical.startswith(settings.BASE_URL)
        assert "?" not in canonical
        assert client.get(urlsplit(canonical).path).status_code == 200
        if not isinstance(site[path][0], SopVersionPage):
            assert urlsplit(canonical).path == path


def test_titles_are_unique_among_pages_that_may_be_found(site):
    titles = Counter(
        reader.title
        for reader in readers(site).values()
        if "noindex" not in reader.named("robots") and urlsplit(reader.canonical[0]).path in site
    )
    in_force = {  # both addresses of an edition in force show it, and name one canonical address
        reader.title for path, reader in readers(site).items() if re.search(r"/v\d+/$", path)
    }

    assert {title for title, times in titles.items() if times > 1} <= in_force


def test_every_page_has_a_title_a_description_and_one_main_heading(site):
    for path, reader in readers(site).items():
        assert reader.title.strip(), path
        assert len(reader.named("description")) == 1, path
        assert reader.headings == 1, path
        assert len(reader.ids) == len(set(reader.ids)), path


def test_every_page_can_be_shared_with_its_own_words(site):
    for path, reader in readers(site).items():
        assert reader.named("og:url") == reader.canonical, path
        assert len(reader.named("og:title")) == 1, path


def test_no_link_inside_the_site_is_broken(client, site):
    links = {
        (path, href)
        for path, reader in readers(site).items()
        for href in reader.hrefs
        if href.startswith("/") and not href.startswith(ELSEWHERE)
    }
    answers = {href: status(client, href.partition("#")[0]) for _, href in links}

    assert {(path, href) for path, href in links if answers[href] not in (200, 302)} == set()


def test_an_anonymous_page_sets_no_cookie_and_loads_nothing_from_elsewhere(site):
    for path, (_, answer) in site.items():
        assert not answer.cookies, path
        reader = Reader(answer.content.decode())
        assert all(re.match(r"/(?!/)|data:", address) for address in reader.loaded), path


def test_every_page_weighs_at_most_sixty_kilobytes(site):
    for path, (_, answer) in site.items():
        loaded = Reader(answer.content.decode()).loaded
        kit = {address for address in loaded if address.endswith((".css", ".js"))}
        files = [Path(finders.find(address.removeprefix("/static/"))) for address in kit]
        parts = [answer.content, *(file.read_bytes() for file in files)]
        assert sum(len(gzip.compress(part, 6)) for part in parts) <= WEIGHT, path


def test_a_help_page_betrays_nothing(site):
    (answer,) = [answer for page, answer in site.values() if isinstance(page, HelpPage)]
    reader = Reader(answer.content.decode())
    head = answer.content.decode().partition("</head>")[0]

    assert "no-store" in answer["Cache-Control"]
    assert reader.title.strip() == "Information"
    assert "traffick" not in reader.title.lower()
    assert "traffick" not in "".join(str(node) for node in nodes(reader)).lower()
    assert "trafficked" not in re.sub(r'<meta name="description"[^>]*>', "", head).lower()


def test_a_title_cannot_break_out_of_the_structured_data():
    page = sites.site.page(
        sites.site_pages.StandardPage, title="</script><b>&", slug="hostile", summary="<!--"
    )

    html = Client().get(f"/{page.slug}/").content.decode()

    assert nodes(Reader(html))[0]["name"] == "</script><b>&"
    assert "</script><b>" not in html


def test_no_page_asks_the_database_more_often_than_it_may(client, site):
    too_many = {}
    for path, (page, _) in site.items():
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        asked = [each["sql"] for each in queries if not each["sql"].startswith(TRANSACTION)]
        if len(asked) > MOST_QUERIES.get(type(page), 8):
            too_many[path] = len(asked)

    assert too_many == {}
