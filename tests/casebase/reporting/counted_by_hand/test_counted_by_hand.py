"""Every figure and every cut, compared with what was counted by hand; see README.md beside."""

from __future__ import annotations

import pytest

from casebase.reporting.indicators.figures import figures_of
from casebase.reporting.periods import Period
from casebase.reporting.services import freeze
from tests.casebase.reporting.counted_by_hand import arrange, naive
from tests.casebase.reporting.counted_by_hand.table import expected, rows, without_zeros

SPRING, SUMMER, YEAR = Period(2026, 2), Period(2026, 3), Period(2026)


def written_down(period):
    return {
        key: without_zeros(counts) for key, counts in expected().items() if key[0] == period.code
    }


def in_code(figures):
    """Figures in the shape of the table of expected numbers."""
    found = {}
    for figure in figures:
        key = (figure.period.code, figure.indicator.number)
        found[(*key, "total")] = {"": (figure.numerator, figure.denominator)}
        for cut in figure.cuts:
            counts = {one.code: (one.numerator, one.denominator) for one in cut.categories}
            found[(*key, cut.cut.name)] = without_zeros(counts)
    return found


@pytest.mark.parametrize("period", [SPRING, SUMMER], ids=str)
def test_two_ways_of_counting_the_table_agree(period):
    counted = {key: without_zeros(counts) for key, counts in naive.counted(period.code).items()}

    assert counted == written_down(period)


def test_the_table_holds_more_than_sixty_persons_and_every_hard_case():
    absorbed = [row for row in rows("merges") if row["what became of it"].startswith("stands")]
    told = [row["what became of it"] for row in rows("merges")]

    assert len(rows("cases")) - len(absorbed) == 64
    assert any("undone before" in one for one in told)
    assert any("undone after" in one for one in told)
    assert sum(row["recorded"] == "late" for row in rows("cases")) == 3


@pytest.mark.django_db(databases="__all__")
def test_every_figure_and_cut_is_what_was_counted_by_hand_live_and_frozen():
    made = arrange.world()
    arrange.before_the_first_freezing(made)
    officer = made.as_counter()
    live_spring = in_code(figures_of(SPRING, frozen=False))
    freeze.freeze(viewer=officer, period=SPRING)
    frozen_spring = in_code(figures_of(SPRING, frozen=True))
    arrange.after_the_first_freezing(made)
    officer = made.as_counter()
    live_summer = in_code(figures_of(SUMMER, frozen=False))
    freeze.freeze(viewer=officer, period=SUMMER)

    assert live_spring == written_down(SPRING)
    assert frozen_spring == written_down(SPRING)
    assert live_summer == written_down(SUMMER)
    assert in_code(figures_of(SPRING, frozen=True)) == written_down(SPRING)
    assert in_code(figures_of(SUMMER, frozen=True)) == written_down(SUMMER)
    assert in_code(figures_of(SUMMER, frozen=False)) == written_down(SUMMER)
    whole_year = in_code(figures_of(YEAR, frozen=True))
    assert {key: whole_year[key] for key in written_down(YEAR)} == written_down(YEAR)
