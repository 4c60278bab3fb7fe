"""Fixtures that every test of casework may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connections
from django.test import TransactionTestCase

from tests.casebase import database


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: object) -> Iterator[None]:
    """Clones for this worker, in place of Django's own test databases."""
    database.clone()
    connections.close_all()  # whatever was opened before the clone is gone with its database
    yield
    connections.close_all()


@pytest.fixture(scope="session", autouse=True)
def _a_fresh_clone_instead_of_a_flush() -> Iterator[None]:
    """A test with real transactions leaves new clones: a flush would empty seeded tables."""

    def clone_again(_case: TransactionTestCase) -> None:
        connections.close_all()
        database.clone()
        connections.close_all()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", clone_again)
        yield


@pytest.fixture
def trail_in_the_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's transaction is never committed, so the trail is written through the same one."""
    from casebase.audit import services

    def insert(values: list[object]) -> None:
        with database.as_owner(), connections["default"].cursor() as cursor:
            cursor.execute(services._INSERT, values)

    monkeypatch.setattr(services, "_insert", insert)


@pytest.fixture(scope="module")
def chromium() -> Iterator[object]:
    """A browser, without a page yet."""
    from playwright.sync_api import sync_playwright

    from tests.browser.site import launch

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()
