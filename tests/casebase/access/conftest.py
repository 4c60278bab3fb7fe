"""Who answers for access, all invented: two administrators, a desk and its agency's supervisor."""

from __future__ import annotations

import pytest

from casebase.access.enums import Role
from tests.casebase import people


@pytest.fixture
def administrator():
    return people.member(Role.SYSTEM_ADMINISTRATOR)


@pytest.fixture
def other_administrator():
    return people.member(Role.SYSTEM_ADMINISTRATOR)


@pytest.fixture
def desk():
    return people.desk()


@pytest.fixture
def supervisor(desk):
    return people.member(Role.SUPERVISOR, desk)
