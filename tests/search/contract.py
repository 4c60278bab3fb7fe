"""What every engine promises. Each engine's test file derives a class and gives the engine.

The cases are written once, so that two engines cannot drift apart in silence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from portal.content.providers import Projection
from search.contract import Order
from search.engines.base import Engine, Found, Lookup
from search.models import SearchDoc
from search.question import parse
from search.services import write
from tests.search.collections import projection

LAKE = projection(
    "lake", "Child labour on the lake", summary="Boys who fish.", date=dt.date(2024, 3, 1),
    body="Children mend nets. The human trafficking act applies.",
    facets={"region": ("volta", "oti"), "topic": ("labour",)},
)  # fmt: skip
FARM = projection(
    "farm", "Labour on cocoa farms", date=dt.date(2022, 7, 1),
    body="A child may be trafficked by a human being. Trafficking in humans.",
    facets={"region": ("ashanti",), "topic": ("labour", "law")},
)  # fmt: skip
FORM = projection(
    "form", "Referral form", kind="sop", date=dt.date(2025, 1, 9), keywords=("HTS-SOP-012",),
    body="Fill it in for every child.", facets={"region": ("volta",), "topic": ("referral",)},
)  # fmt: skip
OLD_FORM = projection(
    "old-form", "Referral form", kind="sop", date=dt.date(2020, 1, 9), static_weight=0.2,
    in_force=False, body="Fill it in for every child.", facets={"topic": ("referral",)},
)  # fmt: skip
UNDATED = projection("undated", "Notes on nets", body="Nothing of note.")
LIBRARY = [LAKE, FARM, FORM, OLD_FORM, UNDATED]
FACETS = ("kind", "region", "topic", "year")


class EngineContract:
    """Derive, and give a fixture `engine` that starts empty."""

    def settle(self, engine: Engine) -> None:
        """Make what was applied visible to `find`; engines that need it override this."""

    def fill(self, engine: Engine, projections: Sequence[Projection] = LIBRARY) -> None:
        written = write.write(projections)
        engine.apply(written.changed)
        self.settle(engine)

    def take_out(self, engine: Engine, *keys: str) -> None:
        engine.remove(write.remove(keys).removed)
        self.settle(engine)

    def find(self, engine: Engine, typed: str = "", **more: object) -> Found:
        return engine.find(Lookup(question=parse(typed), **more))  # type: ignore[arg-type]

    def keys(self, found: Found) -> list[str]:
        known = dict(SearchDoc.objects.values_list("pk", "key"))
        return [known[hit.doc_id] for hit in found.hits]

    def test_entries_with_every_word_come_before_those_with_some(self, engine):
        self.fill(engine)

        found = self.find(engine, "child labour")

        assert set(self.keys(found)[:2]) == {"lake", "farm"}
        assert set(self.keys(found)[2:]) == {"form", "old-form"}
        assert found.total == 4
        assert found.total_is_exact

    def test_a_word_in_the_title_counts_more(self, engine):
        self.fill(engine)

        assert self.keys(self.find(engine, "nets"))[0] == "undated"

    def test_endings_accents_and_case_do_not_matter(self, engine):
        self.fill(engine, [projection("a", "Élèves et Ɔdɔ"), projection("b", "Referrals")])

        assert self.keys(self.find(engine, "ELEVES")) == ["a"]
        assert self.keys(self.find(engine, "odo")) == ["a"]
        assert self.keys(self.find(engine, "referral")) == ["b"]

    def test_what_is_superseded_comes_after_what_is_in_force(self, engine):
        self.fill(engine)

        assert self.keys(self.find(engine, "referral form")) == ["form", "old-form"]

    def test_of_equals_the_older_entry_comes_first(self, engine):
        self.fill(engine, [projection("z", "Same words"), projection("a", "Same words")])

        assert self.keys(self.find(engine, "same words")) == ["z", "a"]

    def test_a_phrase_stands_as_typed_and_unstemmed(self, engine):
        self.fill(engine)

        assert self.keys(self.find(engine, '"human trafficking"')) == ["lake"]
        assert self.keys(self.find(engine, '"trafficking human"')) == []
        assert self.find(engine, '"human trafficking"').total == 1

    def test_a_minus_leaves_entries_out(self, engine):
        self.fill(engine)

        assert set(self.keys(self.find(engine, "labour -cocoa"))) == {"lake"}
        assert self.find(engine, "labour -cocoa").total == 1
        assert set(self.keys(self.find(engine, 'child -"human trafficking"'))) == {
            "farm", "form", "old-form",
        }  # fmt: skip

    def test_an_identifier_finds_its_entry(self, engine):
        self.fill(engine)

        assert self.keys(self.find(engine, "HTS-SOP-012"))[0] == "form"

    def test_every_word_can_be_demanded(self, engine):
        self.fill(engine)

        assert set(self.keys(self.find(engine, "child labour", all_words=True))) == {"lake", "farm"}
        assert self.find(engine, "child zebra", all_words=True).total == 0

    def test_values_of_one_facet_are_alternatives_and_facets_all_hold(self, engine):
        self.fill(engine)
        filters = {"region": ("volta", "ashanti"), "topic": ("labour",)}

        found = self.find(engine, "child", filters=filters)

        assert set(self.keys(found)) == {"lake", "farm"}

    def test_a_facet_is_counted_without_its_own_filter(self, engine):
        self.fill(engine)

        found = self.find(engine, "child", filters={"region": ("oti",)}, facets=FACETS)

        assert found.total == 1
        assert found.counts["region"] == {"volta": 2, "oti": 1, "ashanti": 1}
        assert found.counts["topic"] == {"labour": 1}
        assert found.counts["kind"] == {"publication": 1}

    def test_without_words_everything_is_found_newest_first(self, engine):
        self.fill(engine)

        found = self.find(engine, facets=FACETS)

        assert self.keys(found) == ["form", "lake", "farm", "old-form", "undated"]
        assert found.counts["kind"] == {"publication": 3, "sop": 2}
        assert found.counts["year"] == {"2024": 1, "2022": 1, "2025": 1, "2020": 1}

    def test_filters_alone_find(self, engine):
        self.fill(engine)

        found = self.find(engine, filters={"kind": ("sop",)}, facets=FACETS)

        assert self.keys(found) == ["form", "old-form"]
        assert found.counts["kind"] == {"publication": 3, "sop": 2}

    def test_dates_narrow_with_the_end_excluded(self, engine):
        self.fill(engine)
        period = {"date_from": dt.date(2022, 7, 1), "date_until": dt.date(2024, 3, 1)}

        assert self.keys(self.find(engine, "child", **period)) == ["farm"]
        assert self.keys(self.find(engine, **period)) == ["farm"]
        assert self.keys(self.find(engine, "nets", date_from=dt.date(2023, 1, 1))) == ["lake"]

    @pytest.mark.parametrize(
        ("order", "expected"),
        [
            (Order.NEWEST, ["form", "lake", "farm", "old-form"]),
            (Order.OLDEST, ["old-form", "farm", "lake", "form"]),
        ],
    )
    def test_results_can_be_ordered_by_date(self, engine, order, expected):
        self.fill(engine)

        assert self.keys(self.find(engine, "child", order=order)) == expected

    def test_dated_orders_keep_to_entries_with_every_word_where_there_are_any(self, engine):
        self.fill(engine)

        found = self.find(engine, "child labour", order=Order.NEWEST)

        assert self.keys(found) == ["lake", "farm"]
        assert found.total == 2

    def test_the_undated_come_last_in_both_dated_orders(self, engine):
        self.fill(engine)

        assert self.keys(self.find(engine, "nets", order=Order.NEWEST)) == ["lake", "undated"]
        assert self.keys(self.find(engine, "nets", order=Order.OLDEST)) == ["lake", "undated"]

    def test_pages_follow_one_another_without_gap_or_repeat(self, engine):
        self.fill(engine, [projection(f"n{n:02}", f"Net number {n}") for n in range(25)])

        pages = [self.keys(self.find(engine, "net", offset=o, limit=10)) for o in (0, 10, 20)]

        assert [len(page) for page in pages] == [10, 10, 5]
        assert [key for page in pages for key in page] == [f"n{n:02}" for n in range(25)]

    def test_counting_alone_returns_no_hits(self, engine):
        self.fill(engine)

        found = self.find(engine, "child", limit=0)

        assert (found.total, list(found.hits)) == (4, [])

    def test_a_changed_entry_is_found_by_its_new_words_only(self, engine):
        self.fill(engine)
        self.fill(engine, [projection("lake", "Girls in markets")])

        assert self.keys(self.find(engine, "markets")) == ["lake"]
        assert "lake" not in self.keys(self.find(engine, "labour"))
        assert self.find(engine, facets=FACETS).total == len(LIBRARY)

    def test_a_removed_entry_is_gone_from_hits_totals_and_counts(self, engine):
        self.fill(engine)
        self.take_out(engine, "form", "old-form", "never-there")

        found = self.find(engine, "child", facets=FACETS)

        assert set(self.keys(found)) == {"lake", "farm"}
        assert found.counts["kind"] == {"publication": 2}

    @pytest.mark.parametrize("typed", ['""', "the of and", "-", '"the of"', "\u200b"])
    def test_words_that_mean_nothing_find_nothing(self, engine, typed):
        self.fill(engine)

        assert self.find(engine, typed).total == 0

    def test_writing_the_same_twice_changes_nothing(self, engine):
        self.fill(engine)
        again = write.write(LIBRARY)
        engine.apply([doc.pk for doc in SearchDoc.objects.all()])
        self.settle(engine)

        assert again.changed == ()
        assert self.find(engine, "child").total == 4

    def test_a_joined_word_is_found_by_its_parts(self, engine):
        self.fill(engine, [projection("care", "Childcare")])

        assert self.keys(self.find(engine, "child care")) == ["care"]

    def test_synonyms_stand_for_the_words_typed(self, engine):
        self.fill(engine, [projection("nrm", "The national referral mechanism"), FORM])
        question = parse("NRM", {"nrm": ["national referral mechanism"]})

        found = engine.find(Lookup(question=question))

        assert self.keys(found) == ["nrm"]
