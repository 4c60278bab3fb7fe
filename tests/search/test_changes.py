"""A published change reaches the index, and nothing that is not public ever does."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.management import call_command
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.models import Page

from portal.content.providers import providers
from portal.publications.models import PublicationIndexPage, PublicationPage
from search.contract import SearchRequest
from search.models import SearchDoc, SearchOutbox
from search.services import changes, search

pytestmark = pytest.mark.django_db


@pytest.fixture
def index_page():
    root = Page.objects.get(depth=1)
    home = root.get_children().first() or root
    return home.add_child(instance=PublicationIndexPage(title="Publications", slug="pubs"))


@pytest.fixture
def draft(index_page):
    page = PublicationPage(
        title="Nets and boats",
        slug="nets",
        key="nets",
        published_on=dt.date(2024, 1, 1),
        live=False,
    )
    return index_page.add_child(instance=page)


def publish(page):
    page.save_revision().publish()
    return page


def found(typed):
    return [hit.key for hit in search(SearchRequest(text=typed)).hits]


def test_publishing_writes_the_outbox_and_wakes_the_worker(draft):
    publish(draft)

    assert SearchOutbox.objects.get().key == "nets"
    assert ProcrastinateJob.objects.filter(task_name="search.apply_outbox").exists()


def test_a_published_change_is_found_once_the_worker_ran(draft):
    publish(draft)
    changes.apply_outbox()

    assert found("boats") == ["nets"]
    assert not SearchOutbox.objects.exists()


def test_a_draft_is_never_found(draft):
    changes.note(draft)
    changes.apply_outbox()
    changes.reconcile()

    assert found("boats") == []


def test_an_unpublished_page_leaves_the_index(draft):
    publish(draft)
    changes.apply_outbox()
    PublicationPage.objects.get().unpublish()
    changes.apply_outbox()

    assert found("boats") == []


def test_a_deleted_page_leaves_the_index(draft):
    publish(draft)
    changes.apply_outbox()
    PublicationPage.objects.get().delete()
    changes.apply_outbox()

    assert found("boats") == []


def test_reconciling_repairs_what_the_outbox_missed(draft):
    publish(draft)
    SearchOutbox.objects.all().delete()

    assert changes.reconcile().written >= 1
    assert found("boats") == ["nets"]
    assert changes.reconcile() == changes.Reconciled(0, 0, 0)


def test_reconciling_removes_what_is_public_no_more(draft):
    publish(draft)
    changes.apply_outbox()
    PublicationPage.objects.update(live=False)  # behind every signal's back

    assert changes.reconcile().removed == 1
    assert found("boats") == []


def test_one_broken_page_does_not_stop_the_others(draft, monkeypatch):
    publish(draft)
    SearchOutbox.objects.create(key="broken", page_id=draft.get_parent().pk)
    original = changes._apply

    def breaking(key, page_id):
        if key == "broken":
            raise ValueError("private words that must not be kept")
        return original(key, page_id)

    monkeypatch.setattr(changes, "_apply", breaking)
    changes.apply_outbox()

    assert found("boats") == ["nets"]
    left = SearchOutbox.objects.get()
    assert (left.key, left.error) == ("broken", "ValueError")
    assert left.attempts >= 1


def test_every_provider_offers_live_pages_only():
    for provider in providers():
        assert not provider.public_queryset().filter(live=False).exists()


@pytest.mark.parametrize("action", ["status", "reconcile", "rebuild"])
def test_the_command_says_what_it_did(draft, capsys, action):
    publish(draft)

    call_command("search_index", action)

    assert "postgres" in capsys.readouterr().out or action == "reconcile"
    assert SearchDoc.objects.exists() == (action != "status")
