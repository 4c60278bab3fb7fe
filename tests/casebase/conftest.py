"""Fixtures of casework's tests: real roles on a real PostgreSQL, signed in for real."""

from __future__ import annotations

from tests import database as server
from tests.casebase import database

database.start()
pytest_plugins = ["tests.casebase.fixtures"]


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A made-up file is no name for a test: its bytes differ from process to process."""
    return argname if isinstance(val, bytes) and len(val) > 40 else None


def pytest_unconfigure() -> None:
    server.stop_server()
