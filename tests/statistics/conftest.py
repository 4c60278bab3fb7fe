"""A statistics section, casework's key, and a folder into which bundles come."""

from __future__ import annotations

import pytest

from portal.statistics import services
from tests.factories import statistics
from tests.statistics import bundles


@pytest.fixture
def inbox(tmp_path, settings):
    """An empty inbox, with the tests' key beside it."""
    folder = tmp_path / "releases"
    folder.mkdir()
    settings.RELEASE_INBOX = folder
    settings.RELEASE_PUBLIC_KEY = bundles.write_key(tmp_path / "release.pub")
    return folder


@pytest.fixture
def section(db, inbox):
    """The three standing pages; whoever makes them is an operator."""
    return statistics.section()


@pytest.fixture
def received(section):
    """The first release, taken; its page is a draft."""
    return services.receive_release(content=bundles.draft().zipped())
