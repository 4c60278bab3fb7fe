from __future__ import annotations

import pytest

from tests.casebase.audit import trail as trails


@pytest.fixture
def trail(tmp_path):
    """An empty trail in a database of its own."""
    made = trails.make(tmp_path)
    yield made
    trails.remove(made)


@pytest.fixture(scope="package")
def kept(tmp_path_factory):
    made = trails.make(tmp_path_factory.mktemp("trail"), "kept")
    made.write(6)
    made.seal()
    made.write(4)
    made.seal()
    made.keep()
    yield made
    trails.remove(made)


@pytest.fixture
def sealed(kept):
    """Ten rows under two seals, as they were before any test touched them."""
    kept.restore()
    return kept
