"""What a reader sees of a protected file, and what is left out."""

from __future__ import annotations

import numpy as np
import pytest

from casebase.reporting.protection import display, domain
from casebase.reporting.protection.display import tables_of
from casebase.reporting.protection.programme import ANNUAL, ANNUAL_FULL, QUARTERLY
from casebase.reporting.report.model import Cell, ObsStatus
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection.groups import planted, telling_groups

EVERY = pytest.mark.parametrize(
    "programme", [QUARTERLY, ANNUAL, ANNUAL_FULL], ids=["Q1", "A1", "A1v2"]
)


def margins_of_two(programme):
    return {
        names: np.full(domain.shape_of(programme, names), 2, dtype=np.int64)
        for names in programme.published
    }


def tables(programme, rows):
    return {one.id: one for one in tables_of(programme, rows, margins_of_two(programme))}


def persons(**counts):
    """Rows of Q1, so many of each form, spread over regions and otherwise alike."""
    forms = np.repeat(
        [QUARTERLY.attribute("FORM").place_of(form) for form in counts], list(counts.values())
    )
    rows = np.zeros((len(forms), len(QUARTERLY.names)), dtype=np.int64)
    rows[:, QUARTERLY.names.index("FORM")] = forms
    rows[:, 0] = np.arange(len(forms)) % 4
    return rows


def test_a_quarter_has_its_five_tables_and_no_more():
    assert list(tables(QUARTERLY, cohort(100, seed=1, programme=QUARTERLY))) == [
        "form",
        "region",
        "sex-by-child",
        "agency",
        "nationality",
    ]


def test_a_year_has_every_measured_table_and_its_marginals():
    shown = tables(ANNUAL, cohort(100, seed=1, programme=ANNUAL))

    assert len(shown) == len(ANNUAL.published) == 19
    assert {"region", "region-by-form", "region-by-sex-by-child", "region-by-agency"} <= set(shown)
    assert shown["form-by-age"].title == "Persons by form of exploitation and age"


@pytest.mark.parametrize(
    ("count", "value", "status"),
    [
        (0, None, ObsStatus.HIDDEN),
        (1, None, ObsStatus.HIDDEN),
        (9, None, ObsStatus.HIDDEN),
        (10, 10, ObsStatus.SHOWN),
    ],
)
def test_fewer_than_ten_is_hidden_and_nobody_is_hidden_like_nine(count, value, status):
    cell = tables(QUARTERLY, persons(begging=count, labour=60))["form"].cell("begging")

    assert (cell.value, cell.status) == (value, status)
    assert cell.shown == ("10" if value else "fewer than 10")
    assert (cell.moe90, cell.percent is None) == ((2, False) if value else (None, True))


def test_every_figure_of_a_table_is_a_count_on_the_rows():
    rows = cohort(800, seed=2, programme=ANNUAL)

    for names, table in zip(ANNUAL.published, tables(ANNUAL, rows).values(), strict=True):
        counts = domain.count(ANNUAL, rows, names).ravel()
        values = [cell.value for cell in table.cells]
        assert all(v is None or v == n for v, n in zip(values, counts, strict=True))
        assert any(v is not None for v in values)


def test_percentages_are_whole_and_of_the_row():
    rows = cohort(800, seed=2, programme=ANNUAL)
    shown = tables(ANNUAL, rows)

    cell = shown["form-by-sex"].cell("fishing", "M")
    base = shown["form"].cell("fishing").value

    assert cell.base == base
    assert cell.percent == round(100 * cell.value / base)


def test_no_percentage_stands_on_fewer_than_fifty():
    at_fifty = tables(QUARTERLY, persons(begging=20, labour=30))["form"].cell("labour")
    below = tables(QUARTERLY, persons(begging=20, labour=29))["form"].cell("labour")

    assert (at_fifty.value, at_fifty.percent) == (30, 60)
    assert (below.value, below.percent) == (29, None)


def test_a_small_row_of_nearly_one_category_is_merged():
    shown = tables(QUARTERLY, persons(begging=2, labour=40))["form"]

    assert {cell.status for cell in shown.cells} == {ObsStatus.MERGED}
    assert shown.cell("labour") == Cell(("labour",), None, base=42, status=ObsStatus.MERGED)
    assert shown.cell("labour").shown == "counted in the total"


def test_a_row_with_exactly_nine_tenths_in_one_category_is_not_merged():
    shown = tables(QUARTERLY, persons(begging=4, labour=36))["form"]

    assert shown.cell("labour").status is ObsStatus.SHOWN


def test_a_small_column_of_nearly_one_category_is_merged_too():
    counts = np.full((3, 4), 200)
    counts[:, 1] = [0, 30, 1]

    merged = display.of_one_category(counts)

    assert merged[:, 1].all()
    assert not merged[:, [0, 2, 3]].any()


@EVERY
@pytest.mark.parametrize("seed", range(4))
def test_no_small_group_is_shown_to_be_nearly_all_of_one_category(programme, seed):
    """9. Whoever is known to belong to such a group would be known to be of that category."""
    rows = planted(programme, cohort(400, seed=seed, programme=programme))
    shown = tables_of(programme, rows, margins_of_two(programme))

    assert telling_groups(shown, len(rows)) == []


def test_a_planted_group_is_found_where_nothing_is_merged(monkeypatch):
    rows = planted(ANNUAL, cohort(400, seed=0, programme=ANNUAL))
    monkeypatch.setattr(display, "of_one_category", lambda counts: np.zeros(counts.shape, bool))

    found = telling_groups(tables_of(ANNUAL, rows, margins_of_two(ANNUAL)), len(rows))

    print(f"{len(found)} telling groups, among them {found[:3]}")
    assert ("region-by-form", ("GH-NE",), "fishing") in found


def test_the_same_file_always_gives_the_same_tables():
    """So no published cell of a closed cohort ever changes."""
    rows = cohort(200, seed=3, programme=ANNUAL)

    assert tables(ANNUAL, rows) == tables(ANNUAL, rows[::-1])
