"""The loader fills an empty site, twice without harm, and only in a demonstration."""

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings

from portal.content.files.models import PortalDocument
from portal.core import services
from portal.core.models import User
from portal.demo import content_files, load
from portal.publications.models import PublicationPage
from portal.site_pages.models import HelpPage, HomePage, StandardPage
from search.contract import SearchRequest
from search.services import search
from shelter_directory.models import ShelterPage
from sop_library.models import SopPage, SopVersionPage


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """One load for all tests of this file, undone at its end; the lines that the loader said."""
    lines = []
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(DEMO_MODE=True):
        load.load(lines.append)
        yield lines
        transaction.set_rollback(True)


@pytest.fixture
def said(loaded, db):
    return loaded


@pytest.mark.django_db
def test_a_site_that_is_no_demonstration_is_left_alone(settings):
    settings.DEMO_MODE = False

    with pytest.raises(CommandError, match="Demo mode is off"):
        call_command("load_demo")

    assert not HomePage.objects.exists()
    assert not User.objects.exists()


def test_everything_in_the_files_stands_on_the_site(said):
    assert SopPage.objects.count() == len(content_files.procedures())
    assert ShelterPage.objects.live().count() == len(content_files.services())
    assert PublicationPage.objects.live().count() == len(content_files.publications())
    pages = HelpPage.objects.live().count() + StandardPage.objects.live().count()
    assert pages == len(content_files.pages())
    assert said[-1].startswith("  loaded and searchable")


def test_each_edition_stands_in_its_state(said):
    for entry in content_files.procedures():
        found = SopVersionPage.objects.filter(family__identifier=entry["identifier"])
        states = {page.number: page.status for page in found}
        assert states == {edition["number"]: edition["state"] for edition in entry["editions"]}


@pytest.mark.usefixtures("said")
def test_the_withdrawn_procedure_says_why_and_what_replaces_it(client):
    response = client.get("/sops/paper-register-of-rescued-persons/")

    assert response.status_code == 410
    assert "counted the same rescue once for each agency" in response.content.decode()
    assert "/sops/data-protection-and-information-sharing/" in response.content.decode()


def test_every_file_is_public_because_a_page_shows_it(said):
    assert PortalDocument.objects.count() >= len(content_files.publications())
    assert not PortalDocument.objects.filter(is_public=False).exists()


def test_a_second_load_makes_nothing_new(said):
    before = (SopVersionPage.objects.count(), PortalDocument.objects.count(), User.objects.count())

    load.load(said.append)

    after = (SopVersionPage.objects.count(), PortalDocument.objects.count(), User.objects.count())
    assert after == before
    assert "  publications: 0 made, 47 there already" in said


def test_there_is_an_account_for_each_role(said):
    roles = [account.role for account in services.demo_accounts()]

    assert "sop editor" in roles
    assert "publisher" in roles
    assert len(roles) == len(set(roles)) >= 9


@pytest.mark.parametrize("typed", ["referral form child", "referal form child"])
def test_the_referral_form_of_a_child_leads_to_its_procedure(said, typed):
    answer = search(SearchRequest(typed))

    assert answer.hits[0].key == "sop:HTS-SOP-003"


def test_the_form_is_found_on_page_12_of_the_annexes(said):
    answer = search(SearchRequest("referral form child"))

    assert 12 in [passage.page for passage in answer.hits[0].passages]


def test_the_prosecutions_of_2024_are_the_first_hit(said):
    answer = search(SearchRequest("prosecutions 2024"))

    assert answer.hits[0].key == "trafficking-prosecutions-2024"
