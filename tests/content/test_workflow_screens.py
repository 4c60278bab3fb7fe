"""The review screen and what leads to it, as reviewers meet them."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from portal.content.models import Review, WorkerMark
from portal.content.workflow import reviewing, schedule
from portal.site_pages.models import StandardPage
from sop_library.enums import EditionStatus
from sop_library.models import SopVersionPage
from tests.factories import editors, procedures, site
from tests.factories.accounts import sign_in_fully
from tests.factories.publishing import as_an_operator

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]


@pytest.fixture
def author():
    return editors.member("SOP editors")


@pytest.fixture
def state(author):
    with as_an_operator():
        family = procedures.procedure(editions=1)
    draft = procedures.draft_edition(
        family,
        in_force_from=dt.datetime(2025, 1, 1, tzinfo=dt.UTC),
        legal_basis="Quite another law",
    )
    return editors.submit(draft, author)


def screen(state):
    return reverse("content_review", args=[state.pk])


def decision(state, **changes):
    digest = editors.digest_of(reviewing.text_in_review(state))
    return {"digest": digest, "checklist": list(reviewing.CHECKLIST), "comment": "", **changes}


def edition(state):
    return SopVersionPage.objects.get(pk=state.workflow_state.object_id)


def test_a_reviewer_sees_what_changes_against_the_edition_in_force(client, state):
    sign_in_fully(client, editors.member("Reviewers"))

    page = client.get(screen(state)).content.decode()

    assert "(edition 1), which readers see now" in page
    assert "Quite another" in page
    assert "Human Trafficking Act" in page
    assert 'name="approve"' in page


def test_an_author_sees_why_there_is_no_button(client, state, author):
    sign_in_fully(client, author)

    page = client.get(screen(state)).content.decode()

    assert 'name="approve"' not in page
    assert "another group" in page


def test_an_outsider_does_not_see_the_review(client, state):
    sign_in_fully(client, editors.member("Directory editors"))

    response = client.get(screen(state))

    assert "Quite another" not in response.content.decode()
    assert response.status_code == 302


def test_approving_takes_one_screen(client, state):
    sign_in_fully(client, editors.member("Reviewers"))

    response = client.post(screen(state), decision(state, approve="1"))

    assert response.status_code == 302
    assert Review.objects.get().decision == Review.Decision.APPROVED


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"approve": "1", "checklist": ["dates_set"]}, 403),
        ({"approve": "1", "checklist": ["no such point"]}, 400),
        ({"approve": "1", "digest": "0" * 64}, 409),
        ({"request_changes": "1", "comment": ""}, 403),
        ({"approve": "1", "digest": "0" * 65}, 400),
    ],
)
def test_a_refused_decision_keeps_what_was_typed(client, state, changes, status):
    sign_in_fully(client, editors.member("Reviewers"))
    given = decision(state, **{"comment": "My remark", **changes})

    response = client.post(screen(state), given)

    assert response.status_code == status
    assert given["comment"] in response.content.decode()
    assert not Review.objects.exists()


def test_a_superuser_who_wrote_is_refused_on_the_screen_too(client, author):
    writer = editors.member("Reviewers", superuser=True)
    with as_an_operator():
        family = procedures.procedure(editions=0)
    state = editors.submit(procedures.draft_edition(family), writer)
    sign_in_fully(client, writer)

    response = client.post(screen(state), decision(state, approve="1"))

    assert response.status_code == 403
    assert not Review.objects.exists()


def test_the_first_screen_lists_what_waits(client, state):
    sign_in_fully(client, editors.member("Reviewers"))

    page = client.get("/cms/").content.decode()

    assert screen(state) in page
    assert "The worker has not run" in page


def test_the_edit_screen_leads_to_the_review_and_offers_nothing_else(client, state):
    sign_in_fully(client, editors.member("Reviewers"))

    page = client.get(reverse("wagtailadmin_pages:edit", args=[edition(state).pk]))

    assert screen(state) in page.content.decode()
    assert 'name="action-publish"' not in page.content.decode()


def test_mails_about_reviews_quote_nothing(state, django_capture_on_commit_callbacks):
    reviewer = editors.member("Legal reviewers")

    with django_capture_on_commit_callbacks(execute=True):
        editors.approve(edition(state), editors.member("Reviewers"), comment="Secret remark")

    assert [reviewer.email] in [message.to for message in mail.outbox]
    for message in mail.outbox:
        assert edition(state).title not in message.subject + message.body
        assert "Secret remark" not in message.body


def test_an_edition_takes_over_at_its_minute(client, author):
    with as_an_operator():
        family = procedures.procedure(editions=1)
    minute = timezone.now().replace(microsecond=0) + dt.timedelta(hours=1)
    draft = procedures.draft_edition(family, in_force_from=minute, summary="The new way.")
    editors.submit(draft, author)
    editors.approve_every_step(draft)
    address = f"/sops/{family.slug}/"

    assert SopVersionPage.objects.get(pk=draft.pk).status == EditionStatus.APPROVED
    assert schedule.run_due(now=minute - dt.timedelta(seconds=1)) == 0
    assert "The new way." not in client.get(address).content.decode()

    with time_machine.travel(minute, tick=False):
        assert schedule.run_due(now=minute) == 1

    assert "The new way." in client.get(address).content.decode()
    before = family.editions.get(number=1)
    assert (before.status, before.superseded_at) == (EditionStatus.SUPERSEDED, minute)


def test_a_planned_text_that_changed_goes_back_to_its_authors(author):
    with as_an_operator():
        home = site.home()
    page = home.add_child(instance=StandardPage(title="About", slug="about", live=False))
    page.go_live_at = timezone.now() + dt.timedelta(hours=1)
    editors.submit(page, author)
    editors.approve(page, editors.member("Reviewers"))
    revision = StandardPage.objects.get(pk=page.pk).get_latest_revision()
    assert revision.approved_go_live_at
    revision.content["title"] = "Something else"
    revision.save()

    assert schedule.run_due(now=page.go_live_at + dt.timedelta(minutes=1)) == 0

    page = StandardPage.objects.get(pk=page.pk)
    assert not page.live
    assert not page.approved_schedule


def test_search_is_told_again_once_planned_changes_are_committed(author):
    with as_an_operator():
        page = site.page(StandardPage)
    StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now())

    def jobs():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'search.apply_outbox'"
            )
            return cursor.fetchone()[0]

    before = jobs()
    schedule.run_due(now=timezone.now())

    assert jobs() - before == 2  # one in the transaction of the page, one after it


def test_a_page_ends_at_its_minute():
    with as_an_operator():
        page = site.page(StandardPage)
    StandardPage.objects.filter(pk=page.pk).update(expire_at=timezone.now())

    assert schedule.run_due(now=timezone.now()) == 1

    assert not StandardPage.objects.get(pk=page.pk).live


def test_a_worker_that_stands_still_is_noticed():
    now = timezone.now()
    assert schedule.is_late(now=now)
    WorkerMark.objects.create(name=schedule.SWITCHING, ran_at=now - dt.timedelta(minutes=9))
    assert not schedule.is_late(now=now)

    assert schedule.is_late(now=now + dt.timedelta(minutes=2))


@pytest.mark.parametrize(("minutes", "sign"), [(1, "working"), (11, "late")])
def test_the_health_page_tells_of_the_worker(client, minutes, sign):
    ran_at = timezone.now() - dt.timedelta(minutes=minutes)
    WorkerMark.objects.create(name=schedule.SWITCHING, ran_at=ran_at)

    response = client.get("/health/ready")

    assert (response.status_code, response.json()["worker"]) == (200, sign)
