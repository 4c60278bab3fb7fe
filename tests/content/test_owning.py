"""Several pages get an owner in one go, and each of them still by four eyes."""

import pytest

from portal.content.models import Organisation
from portal.site_pages.models import StandardPage
from tests.factories import editors, procedures, site
from tests.factories.accounts import sign_in_fully
from tests.factories.publishing import as_an_operator

pytestmark = [pytest.mark.django_db, pytest.mark.four_eyes]
ADDRESS = "/cms/reviews-due/"


@pytest.fixture
def owner():
    return Organisation.objects.create(code="owner-of-all", name="Owner of all", kind="government")


@pytest.fixture
def pages():
    with as_an_operator():
        titles = ("Without owner", "Without owner either")
        return [site.page(StandardPage, title=title) for title in titles]


def owners_public(pages):
    found = StandardPage.objects.filter(pk__in=[page.pk for page in pages])
    return set(found.values_list("owner_organisation__code", flat=True))


def test_ticked_pages_wait_for_approval_with_their_new_owner(client, owner, pages):
    sign_in_fully(client, editors.member("Site editors"))

    answer = client.post(
        ADDRESS, {"pages": [page.pk for page in pages], "owner": owner.code}, follow=True
    )

    assert "Waits for approval" in answer.content.decode()
    assert owners_public(pages) == {None}
    for page in pages:
        editors.approve(page.specific, editors.member("Reviewers"))
    assert owners_public(pages) == {owner.code}


def test_who_assigned_an_owner_cannot_approve_it(client, owner, pages):
    from portal.content.workflow.reviewing import CannotReview

    both = editors.member("Site editors", "Reviewers")
    sign_in_fully(client, both)
    client.post(ADDRESS, {"pages": [pages[0].pk], "owner": owner.code})

    with pytest.raises(CannotReview):
        editors.approve(pages[0].specific, both)

    assert owners_public(pages) == {None}


def test_an_edition_in_force_and_another_section_are_left_as_they_were(client, owner, pages):
    with as_an_operator():
        family = procedures.procedure(editions=1)
    edition = family.get_children().get().specific
    sign_in_fully(client, editors.member("Site editors"))

    answer = client.post(ADDRESS, {"pages": [edition.pk], "owner": owner.code}, follow=True)

    edition.refresh_from_db()
    assert "Left as it was" in answer.content.decode()
    assert edition.owner_organisation != owner


def test_a_draft_somebody_works_on_is_not_handed_in_for_them(client, owner, pages):
    author = editors.member("Site editors")
    pages[0].title = "Half a thought"
    pages[0].save_revision(user=author)
    sign_in_fully(client, editors.member("Site editors"))

    answer = client.post(ADDRESS, {"pages": [pages[0].pk], "owner": owner.code}, follow=True)

    page = StandardPage.objects.get(pk=pages[0].pk)
    assert "still has to be submitted" in answer.content.decode()
    assert not page.workflow_in_progress
    assert page.get_latest_revision_as_object().owner_organisation == owner


@pytest.mark.parametrize(
    ("given", "says"),
    [({"owner": "owner-of-all"}, "Tick the pages"), ({"pages": ["1"]}, "Choose who shall own")],
)
def test_a_half_filled_form_says_what_is_missing(client, owner, pages, given, says):
    sign_in_fully(client, editors.member("Site editors"))

    answer = client.post(ADDRESS, given)

    assert answer.status_code == 400
    assert says in answer.content.decode()
