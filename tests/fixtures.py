"""Fixtures that every test may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection, connections
from django.test import TransactionTestCase

from tests import database
from tests.factories.publishing import as_an_operator

USES_DATABASE = {"db", "transactional_db", "live_server", "django_db_serialized_rollback"}


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object) -> Iterator[None]:
    """A clone of the template for this worker, in place of Django's own test database."""
    database.clone(f"harbour_test_{database.worker()}")
    connections.close_all()  # whatever was opened before the clone is gone with its database
    yield
    connections.close_all()


@pytest.fixture(scope="session", autouse=True)
def _a_fresh_clone_instead_of_a_flush() -> Iterator[None]:
    """A test with real transactions leaves a new clone: a flush would empty seeded tables."""

    def clone_again(_case: TransactionTestCase) -> None:
        connections.close_all()
        database.clone(f"harbour_test_{database.worker()}")
        connections.close_all()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", clone_again)
        yield


@pytest.fixture(autouse=True)
def _content_is_loaded_by_an_operator(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test arranges public pages as an operator's command does, without a review.

    `@pytest.mark.four_eyes` leaves the guard as it stands in production.
    """
    is_marked = request.node.get_closest_marker("django_db") is not None
    uses_database = is_marked or USES_DATABASE & set(request.fixturenames)
    if not uses_database or request.node.get_closest_marker("four_eyes"):
        yield
        return
    request.getfixturevalue("db")
    if not connection.in_atomic_block and connection.connection and not connection.is_usable():
        connection.close()  # its database was cloned anew since
    with as_an_operator():
        yield
