"""The schema snapshot is the migrations, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from portal.runtime import schema
from portal.runtime.postgres import Server
from tests import database

MOMENT = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00'")
CAST = re.compile(r"::(character varying|text)(\[\])?|[()]")
DRAWN = re.compile(r"'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'")


def steady(text):
    """Without what differs between two runs: moments, drawn ids, and how a cast is written.

    PostgreSQL prints a constraint that it reads back with its casts in other places.
    """
    return CAST.sub("", DRAWN.sub("'id'", MOMENT.sub("'moment'", text))).splitlines()


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The suite's server; the snapshot is made beside the test databases."""
    from portal.runtime import folders

    return Server(folders.data_folder() / "test-postgres", careless=True)


@pytest.mark.slow
@pytest.mark.parametrize("site", schema.SITES, ids=lambda site: site.database)
def test_the_snapshot_equals_the_migrations(server, site):
    from_migrations = schema.schema_from_migrations(server, site)

    assert steady(from_migrations) == steady(schema.current_snapshot(site.database))


@pytest.mark.parametrize("site", schema.SITES, ids=lambda site: site.database)
def test_a_database_loaded_from_the_snapshot_has_every_migration(server, site):
    loaded = schema.schema_from_snapshot(server, site)

    assert steady(loaded) == steady(schema.current_snapshot(site.database))


def test_the_template_is_found_again_and_not_rebuilt():
    assert database.ensure_template() == database.ensure_template()
    assert Path(schema.FOLDER).is_dir()
