"""A chart says what it shows, leaves hidden places empty, and is a document to draw anew."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest

from casebase.reporting.report import chart_parts, chart_stacked, chart_tiles
from casebase.reporting.report.charts import svg_of

SVG = "{http://www.w3.org/2000/svg}"
WHITE = "#ffffff"


def test_every_drawing_has_a_role_a_title_and_a_description(release):
    report, files = release
    for chart in report.charts:
        root = ElementTree.fromstring(files[f"charts/{chart.table}.svg"])
        title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")

        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == title.get("id")
        assert root.get("aria-describedby") == desc.get("id")
        assert title.text == chart.title
        assert desc.text.startswith(chart.description)


def test_a_description_is_one_sentence(release):
    report, _ = release

    assert [
        c.description
        for c in report.charts
        if c.description.count(". ") or c.description[-1] != "."
    ] == []


def test_what_is_not_shown_is_an_empty_place_with_words(quarter):
    _, files = quarter
    drawing = files["charts/form.svg"].decode()

    assert drawing.count(">fewer than 10<") == 3
    assert drawing.count('stroke-dasharray="3,2"') == 3


def test_a_document_holds_its_data_and_can_be_drawn_by_others(release):
    report, files = release
    for chart in report.charts:
        spec = json.loads(files[f"charts/{chart.table}.vl.json"])
        table = next(one for one in report.tables if one.id == chart.table)

        assert spec["$schema"] == "https://vega.github.io/schema/vega-lite/v6.json"
        assert spec["description"] == chart.description
        assert {"release", "licence", "publisher"} <= set(spec["usermeta"])
        assert 0 < len(spec["data"]["values"]) <= len(table.cells)
        assert "http" not in json.dumps(spec["data"])
        assert svg_of(spec, f"chart-{chart.table}").encode() == files[f"charts/{chart.table}.svg"]


def test_ids_of_two_charts_never_meet_in_one_page(year):
    _, files = year
    ids = re.findall(r'\bid="([^"]+)"', files["report.html"].decode())

    assert len(ids) == len(set(ids))


def test_every_drawing_asks_first_for_the_font_that_the_engine_carries(year):
    _, files = year
    for name, content in files.items():
        if name.endswith(".svg"):
            fonts = set(re.findall(rb'font-family="([^"]+)"', content))
            assert fonts == {chart_parts.FONT.encode()}, name


@pytest.mark.parametrize("share", [0.0, 0.3, 0.59, 0.61, 0.8, 1.0])
def test_the_text_of_a_tile_stands_out_whatever_its_shade(share):
    light, dark = chart_tiles.LIGHTEST, chart_tiles.DARKEST
    shade = [a + (b - a) * share for a, b in zip(_rgb(light), _rgb(dark), strict=True)]
    text = WHITE if share > chart_tiles.HALFWAY else chart_tiles.BLACK

    assert _contrast(shade, _rgb(text)) >= 4.5


@pytest.mark.parametrize("colour", [chart_parts.INK, chart_parts.QUIET])
def test_words_stand_out_on_white(colour):
    assert _contrast(_rgb(colour), _rgb(WHITE)) >= 4.5


@pytest.mark.parametrize("colour", [chart_parts.MAIN, chart_parts.SECOND, chart_parts.RULE])
def test_marks_stand_out_on_white(colour):
    assert _contrast(_rgb(colour), _rgb(WHITE)) >= 3


@pytest.mark.parametrize(
    "colour", [*chart_stacked.AGES, *(c for _, c in chart_stacked.PEOPLE.values())]
)
def test_words_inside_a_part_stand_out(colour):
    text = WHITE if colour in chart_stacked.DARK_PARTS else chart_parts.INK

    assert _contrast(_rgb(colour), _rgb(text)) >= 4.5


def _rgb(colour):
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _contrast(one, other):
    lights = sorted((_light(one), _light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _light(colour):
    parts = [c / 255 for c in colour]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
