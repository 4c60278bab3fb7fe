"""Whom most tests of the figures begin with."""

from __future__ import annotations

import pytest

from casebase.access.enums import Role
from tests.casebase import people
from tests.casebase.reporting.scene import counters, desk_of


@pytest.fixture
def worker():
    """An investigator of the police."""
    return people.member(Role.POLICE_INVESTIGATOR, desk_of("police"))


@pytest.fixture
def police():
    return people.member(Role.SUPERVISOR, desk_of("police"))


@pytest.fixture
def welfare():
    return people.member(Role.SUPERVISOR, desk_of("welfare"))


@pytest.fixture
def those():
    """Who counts, by role."""
    return counters()
