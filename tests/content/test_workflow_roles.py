"""Who may do what in which section: the whole matrix, and where the exception ends."""

import ast
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Workflow

from portal.content.models import ReviewTask
from portal.content.workflow.sections import SECTIONS, SITE
from portal.publications.models import PublicationIndexPage
from portal.statistics.models import StatisticsIndexPage
from shelter_directory.models import DirectoryPage
from tests.factories import editors, procedures, site
from tests.factories.publishing import as_an_operator

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]

ROOT = Path(__file__).resolve().parents[2]
EDITS = {
    "SOP editors": {"procedures"},
    "Publications editors": {"publications"},
    "Statistics editors": {"statistics"},
    "Directory editors": {"directory"},
    "Site editors": {"site"},
}
GROUPS = (
    *EDITS,
    "Reviewers",
    "Legal reviewers",
    "Directory validators",
    "Publishers",
    "Viewers",
)


@pytest.fixture
def sections():
    with as_an_operator():
        home = site.home()
        return {
            "site": home,
            "procedures": procedures.library(),
            "publications": PublicationIndexPage.objects.first()
            or home.add_child(instance=PublicationIndexPage(title="P", slug="publications")),
            "statistics": StatisticsIndexPage.objects.first()
            or home.add_child(instance=StatisticsIndexPage(title="S", slug="statistics")),
            "directory": DirectoryPage.objects.first()
            or home.add_child(instance=DirectoryPage(title="D", slug="shelters")),
        }


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_writes_in_its_section_only(sections, group):
    member = editors.member(group)

    for name, page in sections.items():
        may = page.permissions_for_user(member)
        assert may.can_edit() is (name in EDITS.get(group, ())), name
        assert may.can_add_subpage() is (name in EDITS.get(group, ())), name


@pytest.mark.parametrize("group", GROUPS)
def test_no_group_publishes_or_makes_pages_private(sections, group):
    member = editors.member(group)

    for page in sections.values():
        may = page.permissions_for_user(member)
        assert not may.can_publish()
        assert not may.can_publish_subpage()
        assert not may.can_set_view_restrictions()


@pytest.mark.parametrize("group", GROUPS)
def test_only_publishers_take_down(sections, group):
    member = editors.member(group)

    for page in sections.values():
        assert page.permissions_for_user(member).can_unpublish() is (group == "Publishers")


@pytest.mark.parametrize("group", GROUPS)
def test_every_group_may_look_into_the_admin(client, sections, group):
    from tests.factories.accounts import sign_in_fully

    sign_in_fully(client, editors.member(group))

    assert client.get("/cms/").status_code == 200
    explorer = client.get("/cms/pages/", follow=True)
    assert explorer.status_code == 200
    assert explorer.request["PATH_INFO"].startswith("/cms/pages/")


def test_a_closed_account_may_nothing(sections):
    person = editors.member(*GROUPS, superuser=True)
    person.is_active = False

    may = sections["site"].permissions_for_user(person)

    assert not any((may.can_edit(), may.can_unpublish(), may.can_delete(), may.can_add_subpage()))


def test_each_section_has_its_workflow(sections):
    steps = {
        name: [task.name for task in page.get_workflow().tasks] for name, page in sections.items()
    }

    assert steps == {
        "procedures": [
            "Technical review",
            "Legal and data protection review",
            "Release by a publisher",
        ],
        "publications": ["Review", "Release by a publisher"],
        "statistics": ["Review", "Release by a publisher"],
        "directory": ["Validation"],
        "site": ["Review"],
    }


def test_wagtails_own_groups_and_workflow_are_gone():
    names = set(Group.objects.values_list("name", flat=True))

    assert names >= set(GROUPS)
    assert not names & {"Moderators", "Editors"}
    assert Workflow.objects.count() == 5
    assert not GroupPagePermission.objects.filter(page__depth=1).exists()


def test_every_step_has_one_group():
    steps = ReviewTask.objects.all()

    assert {step.name: step.groups.get().name for step in steps} == {
        "Technical review": "Reviewers",
        "Legal and data protection review": "Legal reviewers",
        "Release by a publisher": "Publishers",
        "Review": "Reviewers",
        "Validation": "Directory validators",
    }


def test_every_section_names_a_page_type_that_exists():
    from django.apps import apps

    for section in (SITE, *SECTIONS.values()):
        assert apps.get_model(section.root)


ALLOWED = {
    "portal/content/services.py",
    "portal/content/workflow/publishing.py",
    "portal/publications/loading/load.py",
    "portal/demo/load.py",
}


def test_only_commands_that_load_content_use_the_operators_exception():
    names = {"publish_by_operator", "operator_clearance"}
    users = set()
    for folder in ("portal", "search", "sop_library", "shelter_directory"):
        for path in (ROOT / folder).rglob("*.py"):
            tree = ast.parse(path.read_text())
            used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
            used |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
            if used & names:
                users.add(path.relative_to(ROOT).as_posix())

    assert users <= ALLOWED
