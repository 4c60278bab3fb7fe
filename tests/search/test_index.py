"""Writing many entries: a batch is analysed while the one before it is written."""

from __future__ import annotations

import pytest

from search.models import SearchDoc
from search.services import index, write
from tests.search.collections import projection

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(write, "BATCH", 3)


def reports(number, text="lake"):
    return [projection(f"n{n}", f"Report {n}", body=text) for n in range(number)]


def held():
    return dict(SearchDoc.objects.values_list("key", "body"))


def test_many_batches_are_all_written_once():
    assert index.index_projections(reports(10)) == 10
    assert index.index_projections(reports(10)) == 0
    assert index.index_projections([*reports(4, "farm"), *reports(10)[4:]]) == 4

    assert held() == {f"n{n}": "farm" if n < 4 else "lake" for n in range(10)}


def test_what_was_read_before_a_failure_is_written():
    def broken():
        yield from reports(5)
        raise OSError("the file ends here")

    with pytest.raises(OSError, match="ends here"):
        index.index_projections(broken())

    assert held().keys() == {"n0", "n1", "n2"}


def test_a_key_that_comes_again_in_the_next_batch_ends_as_it_was_said_last():
    index.index_projections(reports(1, "lake"))

    index.index_projections([*reports(3, "farm"), *reports(1, "lake")])

    assert held() == {"n0": "lake", "n1": "farm", "n2": "farm"}


def test_everything_is_written_anew_where_that_is_wanted():
    index.index_projections(reports(5))

    written = [len(batch.changed) for batch in index.index_batches(reports(5), force=True)]

    assert written == [3, 2]
