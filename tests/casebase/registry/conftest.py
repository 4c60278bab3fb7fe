"""What most tests of the registry begin with."""

from __future__ import annotations

import pytest

from tests.casebase import people
from tests.casebase.registry.cases import registered


@pytest.fixture
def worker():
    """A caseworker."""
    return people.member()


@pytest.fixture
def site(client, worker):
    """The site as the worker's browser meets it, signed in."""
    return people.sign_in(client, worker)


@pytest.fixture
def case(worker):
    """A case of the worker's desk, bound to them."""
    return registered(people.bound(worker))
