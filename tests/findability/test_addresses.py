"""Addresses for machines, identifiers, and what happens to addresses that were."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from portal.findability import sitemaps
from portal.findability.models import Tombstone
from tests.factories import procedures, publications
from tests.factories import site as make
from tests.findability import sites

pytestmark = pytest.mark.django_db
NAMESPACE = {"s": sitemaps.NAMESPACE}


def locations(client, path):
    """Every address a sitemap names; the document is checked on the way."""
    answer = client.get(path)
    assert answer.status_code == 200, path
    assert answer["Content-Type"] == "application/xml"
    root = ET.fromstring(answer.content)
    for entry in root:
        names = [re.sub(r"\{.*\}", "", child.tag) for child in entry]
        assert names in (["loc"], ["loc", "lastmod"])
        assert re.fullmatch(r"\{" + re.escape(sitemaps.NAMESPACE) + r"\}(url|sitemap)", entry.tag)
    for changed in root.iterfind(".//s:lastmod", NAMESPACE):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", changed.text)
    found = [location.text for location in root.iterfind(".//s:loc", NAMESPACE)]
    assert all(address.startswith(settings.BASE_URL) for address in found)
    return [urlsplit(address).path for address in found]


def all_locations(client):
    return [path for each in locations(client, "/sitemap.xml") for path in locations(client, each)]


def test_the_sitemap_names_every_live_page_once_and_every_one_answers(client):
    pages = sites.build()

    found = [path for path in all_locations(client) if not path.startswith("/files/")]

    editions = {path for path in pages if re.search(r"/v\d+/$", path)}
    assert sorted(found) == sorted(set(pages) - editions)
    assert {client.get(path).status_code for path in found} == {200}


def test_the_sitemap_names_public_pdf_files_and_no_other(client):
    shown = publications.document(title="Shown")
    publications.publication(documents=(shown,))
    publications.document(title="Of nobody")

    files = [path for path in all_locations(client) if path.startswith("/files/")]

    assert files == [shown.url]


def test_the_sitemap_leaves_out_drafts_and_old_editions(client):
    make.page(sites.site_pages.StandardPage, parent=make.home(), slug="once")
    publications.publication(title="A draft", slug="a-draft", live=False)
    procedures.procedure(editions=2, slug="referral")

    found = all_locations(client)

    assert "/once/" in found
    assert "/publications/a-draft/" not in found
    assert [path for path in found if "referral" in path] == ["/sops/referral/"]


def test_a_long_list_is_cut_into_several(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PAGES_A_LIST", 2)
    for number in range(5):
        publications.publication(title=f"Report {number}", slug=f"report-{number}")

    lists = [path for path in locations(client, "/sitemap.xml") if "publication" in path]

    assert len(lists) == 3
    assert len({path for each in lists for path in locations(client, each)}) == 5


@pytest.mark.parametrize("path", ["/sitemaps/publication-99.xml", "/sitemaps/nothing-1.xml"])
def test_a_list_that_is_not_there_is_not_found(client, path):
    make.home()

    assert client.get(path).status_code == 404


def test_robots_may_read_pages_and_are_spared_every_filtered_list(client):
    text = client.get("/robots.txt").content.decode()

    assert "Disallow: /*?" in text
    assert f"Sitemap: {settings.BASE_URL}/sitemap.xml" in text
    assert "Disallow: /\n" not in text


def test_a_weakness_can_be_reported(client):
    text = client.get("/.well-known/security.txt").content.decode()

    assert f"Contact: {settings.BASE_URL}/contact/" in text
    expires = re.search(r"Expires: (\S+)", text)[1]
    assert timezone.now() < timezone.datetime.fromisoformat(expires)


def test_a_browser_can_search_from_its_address_bar(client):
    answer = client.get("/opensearch.xml")

    root = ET.fromstring(answer.content)
    templates = [element.get("template") for element in root if element.tag.endswith("Url")]
    assert answer["Content-Type"].startswith("application/opensearchdescription+xml")
    assert all(template.startswith(settings.BASE_URL) for template in templates)


def test_the_icon_is_our_own(client):
    assert client.get("/favicon.ico").url.endswith("favicon.svg")


@pytest.mark.parametrize(
    ("identifier", "path"),
    [
        ("HTS-SOP-901", "/sops/referral/"),
        ("hts-sop-901", "/sops/referral/"),
        ("HTS-SOP-901/v1", "/sops/referral/v1/"),
        ("key of a report", "/publications/a-report/"),
    ],
)
def test_an_identifier_leads_to_where_the_thing_stands(client, identifier, path):
    procedures.procedure(editions=2, slug="referral", identifier="HTS-SOP-901")
    publications.publication(slug="a-report", key="key of a report")

    answer = client.get(f"/id/{identifier}/")

    assert (answer.status_code, answer.url) == (302, path)


@pytest.mark.parametrize(
    "identifier", ["HTS-SOP-999", "HTS-SOP-901/v9", "a-draft", "x" * 900, "v1", "/v1", "''"]
)
def test_an_identifier_of_nothing_public_is_not_found(client, identifier):
    procedures.procedure(slug="referral", identifier="HTS-SOP-901")
    publications.publication(title="A draft", key="a-draft", live=False)

    assert client.get(f"/id/{identifier}/").status_code == 404


def follow(client, path):
    """Every step of a redirect, ending with the status."""
    answer = client.get(path, follow=True)
    return [step for step, _ in answer.redirect_chain], answer.status_code


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    """Publish a page under another name; its redirect is written once that is committed."""

    def publish_as(page, slug):
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return publish_as


def test_a_page_that_was_renamed_twice_is_one_step_away(client, rename):
    page = make.page(sites.site_pages.StandardPage, slug="first")
    for slug in ("second", "third"):
        rename(page, slug)

    assert follow(client, "/first/") == (["/third/"], 200)
    assert follow(client, "/second/") == (["/third/"], 200)


def test_a_page_that_moved_and_what_hangs_below_is_one_step_away(client):
    parent = make.page(sites.site_pages.StandardPage, slug="about")
    page = make.page(sites.site_pages.StandardPage, slug="team")
    make.page(sites.site_pages.StandardPage, parent=page, slug="history")

    Page.objects.get(pk=page.pk).move(Page.objects.get(pk=parent.pk), pos="last-child")

    assert follow(client, "/team/") == (["/about/team/"], 200)
    assert follow(client, "/team/history/") == (["/about/team/history/"], 200)


def test_a_page_that_came_back_to_its_first_name_leads_nowhere_in_circles(client, rename):
    page = make.page(sites.site_pages.StandardPage, slug="first")
    for slug in ("second", "first"):
        rename(page, slug)

    assert follow(client, "/first/") == ([], 200)
    assert follow(client, "/second/") == (["/first/"], 200)
    assert not Redirect.objects.filter(redirect_link__gt="").exists()


def test_an_address_that_was_taken_back_says_so_until_something_stands_there(client):
    page = make.page(sites.site_pages.StandardPage, slug="taken", title="A name to forget")

    page.unpublish()
    taken = client.get("/taken/")
    page.save_revision().publish()

    assert taken.status_code == 410
    assert "taken back" in taken.content.decode()
    assert "A name to forget" not in taken.content.decode()
    assert client.get("/taken/").status_code == 200
    assert not Tombstone.objects.exists()


def test_a_deleted_page_and_what_hung_below_are_gone_and_a_draft_was_never_there(client):
    page = make.page(sites.site_pages.StandardPage, slug="above")
    make.page(sites.site_pages.StandardPage, parent=page, slug="below")
    draft = make.page(sites.site_pages.StandardPage, slug="draft")
    Page.objects.filter(pk=draft.pk).update(live=False)

    for each in (page, draft):
        Page.objects.get(pk=each.pk).delete()

    assert client.get("/above/").status_code == 410
    assert client.get("/above/below/").status_code == 410
    assert client.get("/draft/").status_code == 404


def test_a_missing_page_offers_its_words_and_the_helpline(client):
    make.home()

    answer = client.get("/sops/referal-form/")

    assert answer.status_code == 404
    assert 'value="referal form"' in answer.content.decode()
    assert "tel:0800800800" in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["/%00", "/%00/", "/sops/%00/", "/id/%00/", "/%ff%fe/", "/" + "a" * 5000 + "/"]
)
def test_a_hostile_address_gets_an_answer_in_words(path):
    make.home()

    answer = Client(raise_request_exception=False).get(path)

    assert answer.status_code in (400, 404)
    assert "<h1>" in answer.content.decode()
