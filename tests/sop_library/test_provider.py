"""Search is given the edition in force, section by section, and nothing else."""

import pytest

from portal.content.providers import provider_for
from tests.factories import procedures

pytestmark = pytest.mark.django_db


def projection_of(family):
    return provider_for(family).project(family)


def test_a_procedure_is_one_searchable_thing_with_a_passage_for_each_section():
    family = procedures.procedure(editions=2)

    shown = projection_of(family)

    assert shown.key == f"sop:{family.identifier}"
    assert shown.passages[1].url == f"/sops/{family.slug}/#step-1"
    assert "Call the district social welfare officer" in shown.body


def test_identifier_and_acronyms_are_keywords():
    shown = projection_of(procedures.procedure(identifier="HTS-SOP-900"))

    assert shown.keywords[0] == "HTS-SOP-900"
    assert "DSW" in shown.keywords


def test_a_procedure_with_nothing_in_force_is_not_indexed():
    family = procedures.procedure(editions=0)
    procedures.draft_edition(family)

    assert family not in provider_for(family).public_queryset()
