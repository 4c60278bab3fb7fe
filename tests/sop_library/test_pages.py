"""What a reader of the library sees: the edition in force first, old ones plainly old."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from sop_library.enums import EditionStatus
from sop_library.models import SopVersionPage
from tests.factories import procedures

pytestmark = pytest.mark.django_db


def test_the_evergreen_address_shows_the_edition_in_force(client):
    family = procedures.procedure(editions=2)

    page = client.get(f"/sops/{family.slug}/").content.decode()

    assert f"{family.identifier}/v2" in page
    assert "Do not act on it" not in page
    assert 'name="robots"' not in page


def test_an_old_edition_says_so_and_links_to_the_one_in_force(client):
    family = procedures.procedure(editions=2)

    page = client.get(f"/sops/{family.slug}/v1/").content.decode()

    assert "Do not act on it" in page
    assert f'href="/sops/{family.slug}/"' in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_draft_edition_has_no_public_address(client):
    family = procedures.procedure()
    procedures.draft_edition(family, change_summary="A secret plan")

    assert client.get(f"/sops/{family.slug}/v2/").status_code == 404
    assert "A secret plan" not in client.get(f"/sops/{family.slug}/").content.decode()


def test_a_procedure_without_an_edition_in_force_is_not_found(client):
    family = procedures.procedure(editions=0)

    assert client.get(f"/sops/{family.slug}/").status_code == 404


def test_every_section_can_be_linked(client):
    family = procedures.procedure()

    page = client.get(f"/sops/{family.slug}/").content.decode()

    for anchor in ("purpose", "step-1", "step-2", "warning"):
        assert f'id="{anchor}"' in page


def test_a_late_review_is_shown(client):
    family = procedures.procedure(editions=0)
    procedures.edition_in_force(family, review_due_on=dt.date(2024, 6, 1))

    assert "Review overdue" in client.get(f"/sops/{family.slug}/").content.decode()


def test_two_editions_are_compared_word_by_word(client):
    family = procedures.procedure(editions=1)
    changed = [procedures.BODY[0], ("warning", "Never question the child in front of anyone.")]
    procedures.edition_in_force(family, body=changed)

    response = client.get(f"/sops/{family.slug}/compare/", {"from": "1", "to": "2"})

    page = response.content.decode()
    assert "<del>Call the district" in page or "<del>" in page
    assert '<meta name="robots" content="noindex">' in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"from": "1", "to": "9"}, 404),
        ({"from": "1", "to": "3"}, 404),
        ({"from": "x", "to": "2"}, 400),
        ({"from": "-1", "to": "2"}, 400),
        ({"from": "99999999999999999999", "to": "2"}, 400),
        ({"from": "²", "to": "2"}, 400),
        ({}, 400),
    ],
)
def test_a_wrong_comparison_says_what_to_do(client, query, status):
    family = procedures.procedure(editions=2)
    procedures.draft_edition(family)

    response = client.get(f"/sops/{family.slug}/compare/", query)

    assert response.status_code == status
    assert "Choose" in response.content.decode()


def test_the_library_lists_procedures_in_force_only(client):
    listed = procedures.procedure(title="A listed one")
    procedures.procedure(editions=0, title="An unwritten one")

    page = client.get("/sops/").content.decode()

    assert listed.identifier in page
    assert "An unwritten one" not in page


@pytest.mark.parametrize("page", ["", "0", "-3", "99", "x", "1e9"])
def test_any_page_number_of_the_library_answers(client, page):
    procedures.procedure()

    assert client.get("/sops/", {"page": page}).status_code == 200


def test_two_editions_in_force_are_refused_by_the_database():
    family = procedures.procedure()
    second = procedures.draft_edition(family)

    with pytest.raises(IntegrityError), transaction.atomic():
        SopVersionPage.objects.filter(pk=second.pk).update(status=EditionStatus.IN_FORCE)

    assert SopVersionPage.objects.in_force().get(family=family).number == 1


def test_a_list_of_procedures_costs_the_same_whatever_its_length(
    client, django_assert_max_num_queries
):
    for _ in range(3):
        procedures.procedure()
    client.get("/sops/")
    with django_assert_max_num_queries(14):
        client.get("/sops/")
    for _ in range(6):
        procedures.procedure()

    with django_assert_max_num_queries(14):
        client.get("/sops/")
