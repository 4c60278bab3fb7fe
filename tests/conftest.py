"""Fixtures of the whole suite: one real PostgreSQL, test databases cloned from a template."""

from __future__ import annotations

import os
import threading

from django.db import connections

from portal.runtime import folders, keys
from tests import database

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop beside the ORM
# While Playwright's loop runs, Django would keep a second set of connections in the same thread,
# and a database that is cloned anew would be taken from under the first.
connections._connections = threading.local()
database.start_server_for_tests()
# A test that starts the casework site as a program of its own needs keys, any keys.
os.environ.setdefault("CASEWORK_KEYS", str(keys.ensure_keys(folders.data_folder() / "test-keys")))
collect_ignore = ["casebase"]  # a site of its own, with settings of its own
pytest_plugins = ["tests.fixtures", "tests.elasticsearch_server"]


def pytest_unconfigure() -> None:
    database.stop_server()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A made-up file is no name for a test: its bytes differ from process to process."""
    return argname if isinstance(val, bytes) and len(val) > 40 else None
