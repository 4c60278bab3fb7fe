"""Every way round four eyes that Wagtail or Django offers, tried as a superuser, fails."""

import datetime as dt
import itertools

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.admin.urls import pages as page_urls
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page, PageViewRestriction, Revision, Workflow

from portal.content import services
from portal.content.workflow.sections import SECTIONS
from portal.site_pages.models import StandardPage
from sop_library.models import SopVersionPage
from tests.factories import editors, procedures, site
from tests.factories.accounts import sign_in_fully
from tests.factories.publishing import as_an_operator

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

PAST = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def superuser():
    return editors.member("Reviewers", "Legal reviewers", "Publishers", superuser=True)


@pytest.fixture
def admin(client, superuser):
    return sign_in_fully(client, superuser)


@pytest.fixture
def home():
    with as_an_operator():
        return site.home()


@pytest.fixture
def draft(home, superuser):
    """A page that only the superuser has ever seen."""
    page = StandardPage(title="Secret plan", slug="secret", live=False, summary="s")
    page = home.add_child(instance=page)
    page.save_revision(user=superuser)
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def live_page(home, superuser):
    """A public page with a change that only the superuser has seen."""
    with as_an_operator():
        page = home.add_child(instance=StandardPage(title="About", slug="about", live=False))
        page = services.publish_by_operator(page, "tests")
    page.title = "Secret plan"
    page.save_revision(user=superuser)
    return StandardPage.objects.get(pk=page.pk)


@pytest.fixture
def edition():
    with as_an_operator():
        family = procedures.procedure(editions=2)
    return SopVersionPage.objects.in_force().get(family=family)


def public_state():
    """Everything of pages that a reader could notice."""
    pages = Page.objects.live().order_by("pk")
    fields = ("pk", "title", "slug", "url_path", "live_revision_id", "seo_title")
    editions = SopVersionPage.objects.order_by("pk").values_list("pk", "status", "legal_basis")
    return [*pages.values_list(*fields), *editions, PageViewRestriction.objects.count()]


@pytest.fixture
def nothing_public_changes(draft, live_page, edition):
    before = public_state()
    yield
    assert public_state() == before


def form_of(page, **changes):
    """What the edit form sends."""
    fields = {
        "title": page.title,
        "slug": page.slug,
        "summary": getattr(page, "summary", ""),
        "seo_title": "",
        "go_live_at": "",
        "expire_at": "",
        "review_due_on": "",
        "owner_organisation": "",
        "body-count": "0",
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "comments-MIN_NUM_FORMS": "0",
        "comments-MAX_NUM_FORMS": "",
    }
    return {**fields, **changes}


FUTURE = "2035-01-01 08:00"
EDITS = {
    "publish": {"action-publish": "1"},
    "schedule": {"action-publish": "1", "go_live_at": FUTURE},
    "schedule for the past": {"action-publish": "1", "go_live_at": "2020-01-01 08:00"},
    "save with a date": {"go_live_at": "2020-01-01 08:00"},
    "approve": {"action-workflow-action": "1", "workflow-action-name": "approve"},
    "submit and approve": {"action-submit": "1", "action-workflow-action": "1"},
    "restart": {"action-restart-workflow": "1"},
    "cancel": {"action-cancel-workflow": "1"},
}


@pytest.mark.usefixtures("nothing_public_changes")
@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
@pytest.mark.parametrize("which", ["draft", "live_page", "edition"])
def test_the_edit_form_publishes_nothing(admin, request, which, change):
    page = request.getfixturevalue(which)

    admin.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form_of(page, **change))
    call_command("publish_scheduled")


@pytest.mark.usefixtures("nothing_public_changes")
@pytest.mark.parametrize("change", EDITS.values(), ids=EDITS)
def test_the_edit_form_publishes_nothing_while_in_review(admin, draft, superuser, change):
    editors.submit(draft, superuser)

    admin.post(reverse("wagtailadmin_pages:edit", args=[draft.pk]), form_of(draft, **change))


@pytest.mark.usefixtures("nothing_public_changes")
def test_creating_publishes_nothing(admin, home):
    url = reverse("wagtailadmin_pages:add", args=["site_pages", "standardpage", home.pk])
    page = StandardPage(title="New and secret", slug="new", summary="s")

    admin.post(url, form_of(page, **{"action-publish": "1"}))

    assert Page.objects.filter(slug="new", live=False).exists()


@pytest.mark.usefixtures("nothing_public_changes")
def test_reverting_to_a_revision_publishes_nothing(admin, live_page):
    first = live_page.revisions.order_by("pk").first()
    url = reverse("wagtailadmin_pages:revisions_revert", args=[live_page.pk, first.pk])

    admin.post(url, form_of(live_page, **{"action-publish": "1"}))


@pytest.mark.usefixtures("nothing_public_changes")
@pytest.mark.parametrize(
    "choice", [{"publish_copies": "on"}, {"alias": "on"}, {"copy_subpages": "on", "alias": "on"}]
)
@pytest.mark.parametrize("which", ["draft", "live_page", "edition"])
def test_copying_publishes_nothing(admin, request, home, which, choice):
    page = request.getfixturevalue(which)
    parent = page.get_parent()
    data = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": parent.pk, **choice}

    admin.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), data)

    assert not Page.objects.exclude(alias_of=None).exists()


@pytest.mark.usefixtures("nothing_public_changes")
@pytest.mark.parametrize("action", ["publish", "move", "delete"])
@pytest.mark.parametrize("include_descendants", ["on", ""])
def test_bulk_actions_publish_move_and_delete_nothing_public(
    admin, home, draft, live_page, edition, action, include_descendants
):
    chosen = [home.pk, live_page.pk, edition.pk, edition.family_id]
    chosen += [draft.pk] if action == "publish" else []
    query = "&".join(f"id={pk}" for pk in chosen)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])

    admin.post(
        f"{url}?{query}",
        {"include_descendants": include_descendants, "chooser": home.pk, "move_applicable": "on"},
    )


@pytest.mark.usefixtures("nothing_public_changes")
@pytest.mark.parametrize("url", page_urls.urlpatterns, ids=lambda url: url.name)
def test_no_other_address_of_the_admin_publishes(
    admin, url, home, draft, live_page, edition, superuser
):
    """Every address of Wagtail's page admin, those of later versions too, asked to do its worst."""
    state = editors.submit(draft, superuser)
    pages = {"draft": draft, "live": live_page, "edition": edition}
    # Taking down is allowed to one person, and tested as such below.
    if url.name == "unpublish":
        pages = {"draft": draft, "edition": edition}
    actions = ("approve", "reject") if "workflow" in url.name else ("approve",)
    for page, action in itertools.product(pages.values(), actions):
        known = {
            "page_id": page.pk,
            "pk": page.pk,
            "page_to_move_id": page.pk,
            "parent_page_id": home.pk,
            "destination_id": home.pk,
            "task_state_id": state.pk,
            "task_id": state.task_id,
            "workflow_state_id": state.workflow_state_id,
            "revision_id": page.revisions.first().pk,
            "revision_id_a": "earliest",
            "revision_id_b": "latest",
            "action_name": action,
            "content_type_app_name": "site_pages",
            "content_type_model_name": "standardpage",
            "app_label": "site_pages",
            "model_name": "standardpage",
        }
        names = url.pattern.regex.groupindex if hasattr(url.pattern, "regex") else {}
        wanted = set(url.pattern.converters) | set(names)
        address = reverse(
            f"wagtailadmin_pages:{url.name}", kwargs={name: known[name] for name in wanted}
        )
        data = form_of(page, title="Taken", restriction_type="login", **{"action-publish": "1"})
        data |= {"new_title": "Taken", "new_slug": "taken", "new_parent_page": home.pk}
        admin.post(address, data)


@pytest.mark.usefixtures("nothing_public_changes")
def test_workflows_and_steps_are_not_changed_in_the_admin(admin, home):
    workflow = Workflow.objects.get(name="Site pages")
    task = workflow.tasks.get()
    addresses = [
        reverse("wagtailadmin_workflows:add"),
        reverse("wagtailadmin_workflows:edit", args=[workflow.pk]),
        reverse("wagtailadmin_workflows:disable", args=[workflow.pk]),
        reverse("wagtailadmin_workflows:edit_task", args=[task.pk]),
        reverse("wagtailadmin_workflows:disable_task", args=[task.pk]),
        reverse("wagtailadmin_workflows:remove", args=[workflow.pk]),
        reverse("wagtailadmin_workflows:remove", args=[workflow.pk, home.pk]),
        reverse("wagtailadmin_workflows:add_task", args=["content", "reviewtask"]),
    ]

    for address in addresses:
        admin.post(address, {"name": "Mine", "active": "on", "confirm": "yes"})

    assert home.get_workflow() == workflow
    assert Workflow.objects.filter(active=True).count() == len(SECTIONS) + 1
    assert list(workflow.tasks) == [task]


def _by_action(draft, live_page, superuser):
    PublishPageRevisionAction(draft.get_latest_revision(), user=superuser).execute(
        skip_permission_checks=True
    )


def _by_row(draft, live_page, superuser):
    draft.live = True
    draft.save()


def _by_live_row(draft, live_page, superuser):
    live_page.title = "Secret plan"
    live_page.save()


def _by_raw_sql(draft, live_page, superuser):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET live = true WHERE id = %s", [draft.pk])


def _by_schedule_of_its_own(draft, live_page, superuser):
    Revision.objects.filter(pk=draft.latest_revision_id).update(approved_go_live_at=PAST)
    call_command("publish_scheduled")


def _by_privacy(draft, live_page, superuser):
    PageViewRestriction.objects.create(page=live_page, restriction_type="login")


DETOURS = {
    "the page's own publish": lambda d, p, u: d.publish(d.get_latest_revision(), user=u),
    "a revision's publish": lambda d, p, u: d.get_latest_revision().publish(),
    "without permission checks": lambda d, p, u: d.get_latest_revision().publish(
        user=u, skip_permission_checks=True
    ),
    "the publish action": _by_action,
    "the bulk action's own code": lambda d, p, u: PublishBulkAction.execute_action(
        [d, p], include_descendants=True
    ),
    "live set by hand": _by_row,
    "a public row saved": _by_live_row,
    "a queryset": lambda d, p, u: Page.objects.filter(pk=d.pk).update(live=True),
    "a queryset on a public page": lambda d, p, u: Page.objects.filter(pk=p.pk).update(title="x"),
    "another public revision": lambda d, p, u: Page.objects.filter(pk=p.pk).update(
        live_revision=p.latest_revision
    ),
    "raw SQL": _by_raw_sql,
    "a schedule of its own": _by_schedule_of_its_own,
    "a copy that stays live": lambda d, p, u: p.copy(update_attrs={"slug": "c"}, keep_live=True),
    "an alias": lambda d, p, u: p.create_alias(parent=p.get_parent(), update_slug="a"),
    "an alias of a draft": lambda d, p, u: d.create_alias(parent=p.get_parent(), update_slug="a"),
    "a new live page": lambda d, p, u: p.get_parent().add_child(
        instance=StandardPage(title="x", slug="x")
    ),
    "a move": lambda d, p, u: p.move(d, pos="last-child"),
    "deletion of a public page": lambda d, p, u: p.delete(),
    "privacy": _by_privacy,
}


@pytest.mark.usefixtures("nothing_public_changes")
@pytest.mark.parametrize("detour", DETOURS.values(), ids=DETOURS)
def test_no_code_publishes_without_a_clearance(draft, live_page, superuser, detour):
    with pytest.raises((PermissionDenied, DatabaseError)), transaction.atomic():
        detour(draft, live_page, superuser)


def test_a_page_taken_down_by_one_person_returns_by_the_workflow_only(admin, live_page):
    admin.post(reverse("wagtailadmin_pages:unpublish", args=[live_page.pk]))
    assert not Page.objects.get(pk=live_page.pk).live

    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    admin.post(f"{url}?id={live_page.pk}", {})
    with pytest.raises(PermissionDenied):
        Page.objects.get(pk=live_page.pk).specific.get_latest_revision().publish()

    assert not Page.objects.get(pk=live_page.pk).live


def test_an_old_approval_is_not_used_twice(draft, superuser):
    other = editors.member("Site editors")
    draft.title = "Approved once"
    editors.submit(draft, other)
    editors.approve(draft, editors.member("Reviewers"))
    page = StandardPage.objects.get(pk=draft.pk)
    assert page.live
    approved = page.live_revision
    page.unpublish()

    with pytest.raises(PermissionDenied):
        approved.publish(user=superuser)

    assert not StandardPage.objects.get(pk=draft.pk).live


@pytest.mark.parametrize(
    "address", ["/api/v2/pages/", "/api/v3/pages/", "/cms/api/main/pages/", "/api/v3/openapi.json"]
)
def test_wagtails_own_interfaces_write_nothing(admin, draft, address):
    before = public_state()

    admin.post(address, {"live": True}, content_type="application/json")
    admin.patch(f"{address}{draft.pk}/", {"live": True}, content_type="application/json")

    assert public_state() == before


def test_an_operators_command_leaves_its_reason(home):
    page = home.add_child(instance=StandardPage(title="Loaded", slug="loaded", live=False))

    page = services.publish_by_operator(page, "load_demo")

    assert page.live
    from portal.content.models import Clearance

    assert Clearance.objects.latest("pk").reason == "load_demo"


def test_an_operator_says_why(home):
    page = home.add_child(instance=StandardPage(title="Loaded", slug="loaded", live=False))

    with pytest.raises(DatabaseError), transaction.atomic():
        services.publish_by_operator(page, "")

    assert not Page.objects.get(pk=page.pk).live


def test_the_moment_of_publication_is_written_once(home):
    page = home.add_child(instance=StandardPage(title="Loaded", slug="loaded", live=False))
    page = services.publish_by_operator(page, "load_demo")

    assert page.first_published_at <= timezone.now()


def test_every_address_of_the_admin_was_asked():
    with pytest.raises(NoReverseMatch):
        reverse("wagtailadmin_pages:no_such_name")
    assert len(page_urls.urlpatterns) > 30
