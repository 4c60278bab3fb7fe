"""Pages from memory: quick, the same for everybody, and never older than the database."""

from __future__ import annotations

import time
from wsgiref.util import setup_testing_defaults

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from portal.content.change_notices import ChangeListener, watched_tables
from portal.content.page_cache import PageCache
from portal.site_pages.models import HomePage
from tests import database

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home():
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Harbour", slug="harbour"))
    Site.objects.update_or_create(
        hostname="localhost", defaults={"root_page": home, "is_default_site": True}
    )
    Site.clear_site_root_paths_cache()
    return home


@pytest.fixture
def pages():
    """The portal behind its page cache, once its line to PostgreSQL stands."""
    name = f"harbour_test_{database.worker()}"
    listener = ChangeListener(database.url_of("portal_web", name))
    wait_until(lambda: listener.generation() is not None)
    yield PageCache(get_wsgi_application(), listener)
    listener.close()


def wait_until(condition, seconds=5.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come true in time"
        time.sleep(0.01)


def get(pages, path="/", **headers):
    environ = {"PATH_INFO": path, "HTTP_HOST": "localhost", "SERVER_NAME": "localhost", **headers}
    setup_testing_defaults(environ)
    begun = []
    body = b"".join(pages(environ, lambda status, headers, *_: begun.append((status, headers))))
    status, sent = begun[-1]
    return status, dict(sent), body


def test_a_page_asked_again_costs_no_query(pages, home):
    first = get(pages)

    def costs_nothing():
        again = get(pages)
        with CaptureQueriesContext(connection) as queries:
            assert get(pages)[2] == again[2] == first[2]
        return len(queries) == 0

    assert first[0] == "200 OK"
    wait_until(costs_nothing)  # the notice of the page's own creation may still be on its way


def test_a_committed_change_is_shown_at_once(pages, home):
    assert b"Harbour" in get(pages)[2]

    HomePage.objects.filter(pk=home.pk).update(title="Safe water")

    wait_until(lambda: b"Safe water" in get(pages)[2], seconds=1)


def test_a_change_that_is_rolled_back_is_never_shown(pages, home):
    get(pages)
    with transaction.atomic():
        HomePage.objects.filter(pk=home.pk).update(title="Never")
        transaction.set_rollback(True)

    assert b"Never" not in get(pages)[2]


def test_while_nobody_listens_nothing_comes_from_memory(home):
    nowhere = ChangeListener("postgresql://nobody:nothing@127.0.0.1:1/none")
    pages = PageCache(get_wsgi_application(), nowhere)
    get(pages)
    HomePage.objects.filter(pk=home.pk).update(title="Safe water")

    assert b"Safe water" in get(pages)[2]
    nowhere.close()


@pytest.mark.parametrize(
    "header",
    [
        {"HTTP_COOKIE": "po_session=x"},
        {"HTTP_AUTHORIZATION": "Basic eA=="},
        {"QUERY_STRING": "a=1"},
    ],
)
def test_an_answer_that_may_be_personal_is_never_taken_from_memory(pages, home, header):
    get(pages)
    HomePage.objects.filter(pk=home.pk).update(title="Safe water")

    assert b"Safe water" in get(pages, **header)[2]


def test_a_reader_who_has_the_page_gets_304_and_one_who_reads_gzip_gets_gzip(pages, home):
    _, headers, _ = get(pages)

    assert get(pages, HTTP_IF_NONE_MATCH=headers["ETag"])[0].startswith("304")
    zipped = get(pages, HTTP_ACCEPT_ENCODING="gzip")
    assert zipped[1]["Content-Encoding"] == "gzip"
    assert headers["Vary"] == "Accept-Encoding"


def test_an_absent_page_is_never_kept(pages, home):
    assert get(pages, "/absent/")[0].startswith("404")
    assert not pages._answers


def test_every_table_that_a_page_may_show_tells_of_its_changes():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'harbour_tell_of_change'"
        )
        told = {row[0].strip('"') for row in cursor.fetchall()}

    assert set(watched_tables()) <= told
    assert {"wagtailcore_page", "site_pages_homepage", "content_topic"} <= told
