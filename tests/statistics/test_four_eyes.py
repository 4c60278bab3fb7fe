"""From the bundle to the public page: through two people who did not hand it in, or not at all."""

from __future__ import annotations

import pytest
from wagtail.models import Revision

from portal.content.workflow import reviewing
from portal.content.workflow.contributors import contributors
from portal.content.workflow.digest import digest_of
from portal.content.workflow.guard import CannotPublish, NotCleared
from portal.statistics import services
from portal.statistics.models import ReceivedFile, ReleasePage
from tests.factories import editors
from tests.factories.publishing import as_an_operator
from tests.statistics import bundles

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]
ADDRESSES = (
    "/statistics/2026q3-v1/",
    "/statistics/2026q3/",
    "/statistics/2026q3-v1/files/indicators.csv",
    "/statistics/2026q3-v1/files/charts/form.svg",
    "/statistics/2026q3-v1/files/manifest.sig",
    "/api/public/v1/statistics/2026Q3-v1",
    "/id/2026Q3-v1/",
    "/cite/statistics/2026q3-v1.bib",
)


@pytest.fixture
def draft(db, inbox):
    from tests.factories import statistics

    with as_an_operator():
        statistics.section()
    received = services.receive_release(content=bundles.draft().zipped())
    return ReleasePage.objects.get(pk=received.page_id)


def test_a_received_release_becomes_public_through_two_steps(client, draft):
    editors.submit(draft, editors.member("Statistics editors"))

    editors.approve(draft, editors.member("Reviewers"))
    editors.approve(draft, editors.member("Publishers"))

    answer = client.get("/statistics/2026q3-v1/")
    assert answer.status_code == 200
    assert "82 of the persons identified worked in fishing." in answer.content.decode()


def test_before_its_release_nothing_of_it_can_be_had(client, draft):
    editors.submit(draft, editors.member("Statistics editors"))
    editors.approve(draft, editors.member("Reviewers"))

    assert {address: client.get(address).status_code for address in ADDRESSES} == dict.fromkeys(
        ADDRESSES, 404
    )
    for address in (
        "/statistics/",
        "/statistics/calendar/",
        "/statistics/method/",
        "/statistics/catalog.jsonld",
        "/feeds/statistics.atom",
        "/api/public/v1/statistics",
        "/search/?q=fishing",
        "/api/public/v1/search?q=fishing+statistics+2026",
    ):
        assert "2026q3-v1" not in client.get(address).content.decode(), address
    assert client.get("/sitemaps/release-1.xml").status_code == 404


def test_whoever_hands_it_in_cannot_publish_it_alone(draft):
    officer = editors.member("Statistics editors", "Reviewers", "Publishers", superuser=True)
    editors.submit(draft, officer)

    with pytest.raises(reviewing.CannotReview, match="somebody else"):
        editors.approve(draft, officer)
    with pytest.raises(NotCleared):
        draft.get_latest_revision().publish(user=officer)

    assert officer.pk in contributors(draft)
    assert not ReleasePage.objects.get(pk=draft.pk).live


def test_an_approval_holds_for_these_files_and_no_others(draft):
    revision = draft.get_latest_revision()
    before = digest_of(revision)

    draft.received.files.create(
        name="charts/added.svg", media_type="image/svg+xml", size=1, sha256="0" * 64, content=b"x"
    )

    assert digest_of(revision) != before


def test_an_approval_holds_for_this_report_and_no_other(draft):
    revision = draft.get_latest_revision()
    before = digest_of(revision)

    revision.content["report"]["tables"][0]["cells"][0]["value"] += 1

    assert digest_of(revision) != before


def test_figures_that_were_not_signed_are_not_published_even_when_approved(draft):
    draft.report["tables"][0]["cells"][0]["value"] += 1
    editors.submit(draft, editors.member("Statistics editors"))
    editors.approve(draft, editors.member("Reviewers"))

    with pytest.raises(CannotPublish, match="not the figures that casework signed"):
        editors.approve(draft, editors.member("Publishers"))

    assert not ReleasePage.objects.get(pk=draft.pk).live


def test_an_editor_may_add_a_note_and_nothing_else(draft):
    form = ReleasePage.get_edit_handler().get_form_class()

    assert set(form.base_fields) - {"comment_notifications"} <= {
        "note", "go_live_at", "expire_at",
    }  # fmt: skip


def test_nobody_makes_removes_moves_or_copies_a_release_by_hand(draft):
    may = draft.permissions_for_user(editors.member("Statistics editors", superuser=True))

    assert not any((may.can_delete(), may.can_move(), may.can_copy(), may.can_publish()))
    assert ReleasePage not in draft.get_parent().specific.creatable_subpage_models()


def test_what_was_received_cannot_be_changed_in_the_database(draft):
    from django.db import IntegrityError, transaction

    file = ReceivedFile.objects.get(name="indicators.csv")

    for change in (
        lambda: ReceivedFile.objects.filter(pk=file.pk).update(content=b"other"),
        lambda: ReceivedFile.objects.filter(pk=file.pk).delete(),
        lambda: type(draft.received).objects.update(sequence=7),
    ):
        with pytest.raises(IntegrityError, match="kept as it was received"), transaction.atomic():
            change()


def test_a_release_that_was_taken_down_gives_out_no_file(client, draft):
    with as_an_operator():
        draft.get_latest_revision().publish()
        assert client.get("/statistics/2026q3-v1/files/indicators.csv").status_code == 200
        ReleasePage.objects.get(pk=draft.pk).unpublish()

    assert client.get("/statistics/2026q3-v1/files/indicators.csv").status_code == 404
    assert client.get("/statistics/2026q3-v1/").status_code == 410


def test_receiving_makes_one_draft_revision_of_nobody(draft):
    revision = Revision.objects.for_instance(draft).get()

    assert revision.user_id is None
    assert not draft.live
    assert draft.slug == "2026q3-v1"
