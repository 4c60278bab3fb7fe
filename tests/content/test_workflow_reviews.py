"""Four eyes: a text becomes public when others than its authors approved exactly that text."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from portal.content.files.versions import add_document
from portal.content.models import Clearance, Review
from portal.content.workflow import reviewing
from portal.content.workflow.contributors import contributors
from portal.content.workflow.guard import NotCleared
from portal.site_pages.models import StandardPage
from sop_library.enums import EditionStatus
from sop_library.models import SopPage, SopVersionPage
from tests.factories import editors, procedures, site
from tests.factories.publishing import as_an_operator
from tests.factories.uploads import pdf

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]


@pytest.fixture
def author():
    return editors.member("SOP editors")


@pytest.fixture
def family(author):
    with as_an_operator():
        return procedures.procedure(editions=1)


@pytest.fixture
def draft(family, author):
    return procedures.draft_edition(
        family, in_force_from=dt.datetime(2025, 1, 1, tzinfo=dt.UTC), legal_basis="A new law"
    )


@pytest.fixture
def site_page():
    with as_an_operator():
        home = site.home()
    return home.add_child(instance=StandardPage(title="About", slug="about", live=False))


def stored(page):
    return type(page).objects.get(pk=page.pk)


def test_three_people_bring_an_edition_into_force(draft, author, family, client):
    editors.submit(draft, author)

    editors.approve_every_step(draft)

    assert stored(draft).status == EditionStatus.IN_FORCE
    assert family.editions.get(number=1).status == EditionStatus.SUPERSEDED
    assert "A new law" in client.get(f"/sops/{family.slug}/").content.decode()


def test_every_decision_is_kept_with_its_checklist(draft, author):
    editors.submit(draft, author)

    editors.approve_every_step(draft)

    kept = Review.objects.filter(page_id=draft.pk)
    assert [review.task_name for review in kept.order_by("pk")] == [
        "Technical review",
        "Legal and data protection review",
        "Release by a publisher",
    ]
    assert all(review.checklist == reviewing.CHECKLIST for review in kept)


@pytest.mark.parametrize("superuser", [False, True])
def test_an_author_does_not_approve_even_with_every_right(draft, superuser):
    everything = editors.member(
        "SOP editors", "Reviewers", "Legal reviewers", "Publishers", superuser=superuser
    )
    editors.submit(draft, everything)

    with pytest.raises(reviewing.CannotReview, match="You changed this page"):
        editors.approve(draft, everything)

    assert not Review.objects.exists()
    assert not stored(draft).live


def test_a_superuser_outside_the_group_does_not_approve(draft, author):
    editors.submit(draft, author)

    with pytest.raises(reviewing.CannotReview, match="another group"):
        editors.approve(draft, editors.member(superuser=True))

    assert not Review.objects.exists()


def test_whoever_autosaved_one_word_is_an_author(draft, author):
    helper = editors.member("SOP editors", "Reviewers")
    draft.save_revision(user=author)
    draft.summary = "One word more."
    autosaved = draft.save_revision(user=helper, clean=False)
    draft.summary = "One word more again."
    draft.save_revision(user=helper, clean=False, overwrite_revision=autosaved)
    draft.summary = "The author's last word."
    editors.submit(draft, author)

    with pytest.raises(reviewing.CannotReview):
        editors.approve(draft, helper)

    assert contributors(draft) == {author.pk, helper.pk}


def test_whoever_only_submitted_may_review(draft, author):
    submitter = editors.member("SOP editors", "Reviewers")
    draft.save_revision(user=author)

    editors.submit(draft, submitter)

    assert contributors(draft) == {author.pk}
    editors.approve(draft, submitter)


def test_authors_of_an_approved_text_are_free_for_the_next(site_page, author):
    reviewer = editors.member("Reviewers")
    editors.submit(site_page, author)
    editors.approve(site_page, reviewer)
    page = stored(site_page)
    page.title = "About us"
    editors.submit(page, reviewer)

    editors.approve(page, editors.member("Reviewers"))

    assert stored(page).title == "About us"
    assert contributors(stored(page)) == frozenset()


def test_a_text_changed_after_it_was_shown_is_not_approved(draft, author):
    state = editors.submit(draft, author)
    shown = editors.digest_of(reviewing.text_in_review(state))
    revision = draft.get_latest_revision()
    revision.content["summary"] = "Something nobody has read."
    revision.save()

    with pytest.raises(reviewing.NothingToReview, match="changed after you opened it"):
        editors.approve(draft, editors.member("Reviewers"), digest=shown)

    assert not Review.objects.exists()


def test_a_text_changed_between_two_steps_is_not_published(draft, author):
    editors.submit(draft, author)
    editors.approve(draft, editors.member("Reviewers"))
    revision = draft.get_latest_revision()
    revision.content["summary"] = "Something the first reviewer has not read."
    revision.save()
    editors.approve(draft, editors.member("Legal reviewers"))

    with pytest.raises(NotCleared):
        editors.approve(draft, editors.member("Publishers"))

    assert stored(draft).status == EditionStatus.IN_REVIEW
    assert not Clearance.objects.filter(page_id=draft.pk).exists()


@pytest.mark.parametrize("missing", reviewing.CHECKLIST)
def test_every_point_of_the_checklist_is_needed(draft, author, missing):
    editors.submit(draft, author)
    ticked = reviewing.CHECKLIST.keys() - {missing}

    with pytest.raises(reviewing.CannotReview, match="checklist"):
        editors.approve(draft, editors.member("Reviewers"), ticked=ticked)

    assert not Review.objects.exists()


def test_changes_are_asked_for_with_a_reason(draft, author):
    state = editors.submit(draft, author)
    reviewer = editors.member("Reviewers")
    digest = editors.digest_of(reviewing.text_in_review(state))
    with pytest.raises(reviewing.CannotReview, match="what has to change"):
        reviewing.request_changes(state=state, actor=reviewer, digest=digest, reason=" ")

    reviewing.request_changes(state=state, actor=reviewer, digest=digest, reason="Name the law.")

    assert stored(draft).status == EditionStatus.DRAFT
    assert Review.objects.get().comment == "Name the law."


def test_after_changes_every_step_is_taken_again(draft, author):
    state = editors.submit(draft, author)
    editors.approve(draft, editors.member("Reviewers"))
    state = draft.current_workflow_task_state
    digest = editors.digest_of(reviewing.text_in_review(state))
    reviewing.request_changes(
        state=state, actor=editors.member("Legal reviewers"), digest=digest, reason="Other law."
    )
    page = stored(draft)
    page.legal_basis = "Another law"
    page.save_revision(user=author)
    page.current_workflow_state.resume(author)
    editors.approve(page, editors.member("Legal reviewers"))

    assert page.current_workflow_task_state.task.name == "Technical review"


def test_one_step_is_decided_once(draft, author):
    state = editors.submit(draft, author)
    digest = editors.digest_of(reviewing.text_in_review(state))
    editors.approve(draft, editors.member("Reviewers"))

    with pytest.raises(reviewing.NothingToReview, match="already decided"):
        reviewing.approve(
            state=state,
            actor=editors.member("Reviewers"),
            digest=digest,
            ticked=reviewing.CHECKLIST,
        )

    assert Review.objects.count() == 1


def test_nobody_edits_a_text_in_review(draft, author):
    state = editors.submit(draft, author)

    for user in (author, editors.member("Reviewers"), editors.member(superuser=True)):
        assert state.task.specific.locked_for_user(draft, user)


def test_wagtails_own_ways_to_approve_are_closed(draft, author):
    state = editors.submit(draft, author)
    reviewer = editors.member("Reviewers", "Legal reviewers", "Publishers")

    with pytest.raises(PermissionDenied):
        state.task.specific.on_action(state, reviewer, "approve")
    with pytest.raises(PermissionDenied):
        state.approve(user=reviewer)

    assert draft.current_workflow_task_state.pk == state.pk


def test_a_step_approved_behind_the_services_back_publishes_nothing(site_page, author):
    from wagtail.models import TaskState

    state = editors.submit(site_page, author)

    with pytest.raises(NotCleared):
        TaskState.objects.get(pk=state.pk).approve(user=editors.member("Reviewers"))

    assert not stored(site_page).live


def test_a_workflow_of_somebody_elses_making_publishes_nothing(site_page, author):
    from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

    own = Workflow.objects.create(name="Mine")
    task = GroupApprovalTask.objects.create(name="Me")
    WorkflowTask.objects.create(workflow=own, task=task)
    WorkflowPage.objects.create(page=site_page, workflow=own)
    superuser = editors.member(superuser=True)
    editors.submit(site_page, superuser)

    with pytest.raises(NotCleared):
        site_page.current_workflow_task_state.approve(user=superuser)

    assert not stored(site_page).live


def test_evidence_cannot_be_changed_or_deleted(site_page, author):
    editors.submit(site_page, author)
    editors.approve(site_page, editors.member("Reviewers"))

    for change in (
        lambda: Review.objects.update(reviewer_id=1),
        lambda: Review.objects.all().delete(),
        lambda: Clearance.objects.filter(page_id=site_page.pk).update(digest="0"),
        lambda: Clearance.objects.filter(page_id=site_page.pk).update(used_at=None),
        lambda: Clearance.objects.filter(page_id=site_page.pk).delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_the_cover_of_a_procedure_is_approved_with_its_edition(author):
    with as_an_operator():
        family = procedures.procedure(editions=0)
    edition = procedures.draft_edition(family, title="A better title")
    editors.submit(edition, author)

    editors.approve_every_step(edition)

    cover = SopPage.objects.get(pk=family.pk)
    assert cover.live
    assert cover.title == "A better title"
    assert Clearance.objects.get(page_id=cover.pk).workflow_state_id is not None
    assert SopVersionPage.objects.in_force().get().pk == edition.pk


def test_whoever_replaced_a_file_of_the_text_is_an_author(draft, author):
    uploader = editors.member("SOP editors", "Reviewers")
    with as_an_operator():
        document = add_document(
            title="Form 3", content=pdf("Form"), filename="f.pdf", uploaded_by=uploader
        )
    draft.body = [("attachment", {"title": "F", "document": document, "page": None, "note": ""})]
    editors.submit(draft, author)

    with pytest.raises(reviewing.CannotReview):
        editors.approve(draft, uploader)

    assert contributors(draft) == {author.pk, uploader.pk}
