"""A key folder of its own for each test that asks for one."""

from __future__ import annotations

import pytest
from django.db import connections

from portal.runtime import keys as key_files


@pytest.fixture
def key_folder(tmp_path, settings):
    folder = key_files.ensure_keys(tmp_path / "keys")
    settings.KEY_FOLDER = folder
    return folder


@pytest.fixture
def keystore(key_folder, django_db_setup, django_db_blocker):
    """The keystore's connection, committing as in production; keys that open what is written."""
    with django_db_blocker.unblock():
        yield connections["keystore"]
        connections["keystore"].close()
