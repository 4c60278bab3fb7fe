"""The frame of every page and its pieces: markup, weight, and what they never do."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template, render_to_string
from django.test import RequestFactory
from django.test.html import parse_html

from portal.content import vendoring
from portal.content.pagination import paginate
from portal.content.templatetags import furniture
from tests.content.style_page import style_page

TEMPLATES = Path(settings.BASE_DIR) / "templates"
STATIC = Path(vendoring.FOLDER).parent
# What stands in for a template of Wagtail's own reads what that one reads.
OURS = [each for each in sorted(TEMPLATES.rglob("*.html")) if "wagtailadmin" not in each.parts]

CASEWORK_STYLES = sorted((Path(settings.BASE_DIR) / "casebase").rglob("static/*.css"))
# Names of the kit's markup that its style sheet does not mention either.
RULELESS = {"govuk-table__body", "govuk-table__row"}


@pytest.fixture
def page() -> str:
    return style_page(RequestFactory().get("/", {"errors": "1"})).content.decode()


def render(component: str, /, **values: object) -> str:
    return render_to_string(f"components/{component}.html", values)


def test_the_vendored_files_are_what_the_record_says():
    for name, checksum in vendoring.record()["files"].items():
        assert vendoring.sha256((vendoring.FOLDER / name).read_bytes()) == checksum


def test_the_vendored_folder_holds_nothing_that_the_record_does_not_name():
    names = {path.name for path in vendoring.FOLDER.iterdir()}

    assert names == {*vendoring.record()["files"], "NOTICE.txt"}


def test_the_vendored_files_bring_no_typeface_no_crest_and_no_address():
    text = "".join((vendoring.FOLDER / name).read_text() for name in vendoring.record()["files"])

    assert not re.search(r"font-face|govuk-crest|GDS Transport|sourceMappingURL|url\(", text)


def test_trimming_keeps_our_blocks_and_drops_the_rest():
    css = (
        '@charset "UTF-8";:root{--a:1}/* a {b} */@font-face{src:url(x)}'
        ".govuk-tag,.govuk-tabs__item{font-family:GDS Transport,arial,sans-serif}"
        "@media print{.govuk-tabs{x:y}.govuk-tag--red{z:1}}@media screen\\0 {.govuk-tag{q:1}}"
        '.govuk-list:before{content:"}"}'
    )

    assert vendoring.trim_stylesheet(css) == (
        ":root{--a:1}.govuk-tag{font-family:var(--harbour-font,arial,sans-serif)}"
        '@media print{.govuk-tag--red{z:1}}.govuk-list:before{content:"}"}\n'
    )


def test_trimming_refuses_what_belongs_to_another_government():
    with pytest.raises(ValueError, match="crest"):
        vendoring.trim_stylesheet(".govuk-tag{background:image(crest)}")


GOLDEN = [  # what govuk-frontend publishes in each component's fixtures.json
    (
        "tag",
        {"text": "Alpha"},
        '<strong class="govuk-tag">Alpha</strong>',
    ),
    (
        "inset_text",
        {"text": "It can take 8 weeks."},
        '<div class="govuk-inset-text">It can take 8 weeks.</div>',
    ),
    (
        "warning_text",
        {"text": "You can be fined."},
        """<div class="govuk-warning-text">
        <span class="govuk-warning-text__icon" aria-hidden="true">!</span>
        <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Warning</span> You can be fined.</strong></div>""",
    ),
    (
        "details",
        {"summary": "Help", "text": "We need to know."},
        """<details class="govuk-details"><summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Help</span></summary>
        <div class="govuk-details__text">We need to know.</div></details>""",
    ),
    (
        "button",
        {"text": "Save and continue"},
        """<button type="submit" class="govuk-button" data-module="govuk-button">
        Save and continue</button>""",
    ),
    (
        "breadcrumb",
        {"items": [{"title": "Home", "url": "/"}]},
        """<nav class="govuk-breadcrumbs" aria-label="Breadcrumb">
        <ol class="govuk-breadcrumbs__list"><li class="govuk-breadcrumbs__list-item">
        <a class="govuk-breadcrumbs__link" href="/">Home</a></li></ol></nav>""",
    ),
    (
        "text_input",
        {"id": "a", "name": "b", "label": "Number", "error": "Enter a number"},
        """<div class="govuk-form-group govuk-form-group--error">
        <label class="govuk-label" for="a">Number</label>
        <p id="a-error" class="govuk-error-message">
        <span class="govuk-visually-hidden">Error:</span> Enter a number</p>
        <input class="govuk-input govuk-input--error" id="a" name="b" type="text"
        aria-describedby="a-error"></div>""",
    ),
    (
        "select",
        {
            "id": "a",
            "name": "b",
            "label": "Label",
            "hint": "Hint",
            "error": "Error",
            "items": [
                {"value": "1", "label": "One"},
                {"value": "2", "label": "Two", "selected": 1},
            ],
        },
        """<div class="govuk-form-group govuk-form-group--error">
        <label class="govuk-label" for="a">Label</label>
        <div id="a-hint" class="govuk-hint">Hint</div>
        <p id="a-error" class="govuk-error-message">
        <span class="govuk-visually-hidden">Error:</span> Error</p>
        <select class="govuk-select govuk-select--error" id="a" name="b"
        aria-describedby="a-hint a-error"><option value="1">One</option>
        <option value="2" selected>Two</option></select></div>""",
    ),
    (
        "checkboxes",
        {"id": "n", "name": "n", "legend": "Which?", "items": [{"value": "b", "label": "B"}]},
        """<div class="govuk-form-group"><fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend">Which?</legend>
        <div class="govuk-checkboxes" data-module="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" id="n" name="n" type="checkbox" value="b">
        <label class="govuk-label govuk-checkboxes__label" for="n">B</label>
        </div></div></fieldset></div>""",
    ),
    (
        "radios",
        {"id": "n", "name": "n", "legend": "Which?", "items": [{"value": "b", "label": "B"}]},
        """<div class="govuk-form-group"><fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend">Which?</legend>
        <div class="govuk-radios" data-module="govuk-radios"><div class="govuk-radios__item">
        <input class="govuk-radios__input" id="n" name="n" type="radio" value="b">
        <label class="govuk-label govuk-radios__label" for="n">B</label>
        </div></div></fieldset></div>""",
    ),
    (
        "summary_list",
        {"rows": [{"key": "Name", "value": "Nobody", "url": "#"}]},
        """<dl class="govuk-summary-list"><div class="govuk-summary-list__row">
        <dt class="govuk-summary-list__key">Name</dt>
        <dd class="govuk-summary-list__value">Nobody</dd>
        <dd class="govuk-summary-list__actions"><a class="govuk-link" href="#">Change</a></dd>
        </div></dl>""",
    ),
    (
        "notification_banner",
        {"text": "Withdrawn."},
        """<div class="govuk-notification-banner" role="region"
        aria-labelledby="govuk-notification-banner-title" data-module="govuk-notification-banner">
        <div class="govuk-notification-banner__header">
        <h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">
        Important</h2></div><div class="govuk-notification-banner__content">
        <p class="govuk-notification-banner__heading">Withdrawn.</p></div></div>""",
    ),
]


@pytest.mark.parametrize(("component", "values", "theirs"), GOLDEN)
def test_a_component_renders_the_markup_the_kit_publishes(component, values, theirs):
    assert parse_html(render(component, **values)) == parse_html(theirs)


def test_the_exit_button_is_the_kits_button_with_a_plain_link():
    html = render("exit_button", url="https://weather.example/")

    assert parse_html(html) == parse_html(
        """<div class="govuk-exit-this-page"><a href="https://weather.example/" role="button"
        draggable="false" class="govuk-button govuk-button--warning
        govuk-exit-this-page__button harbour-exit" rel="nofollow noreferrer">
        <span class="govuk-visually-hidden">Emergency</span> Exit this page</a></div>"""
    )


def test_the_exit_script_weighs_at_most_one_kilobyte():
    assert (STATIC / "harbour-exit.js").stat().st_size <= 1024


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, "1 2 … 40"), (3, "1 2 3 4 … 40"), (4, "1 2 3 4 5 … 40"), (40, "1 … 39 40")],
)
def test_pagination_shows_the_ends_and_the_neighbours(number, shown):
    links = paginate(number, pages=40, url_of="?page={}".format).items

    assert " ".join("…" if link.is_gap else str(link.number) for link in links) == shown


def test_a_list_of_one_page_has_no_pagination():
    assert render("pagination", pagination=paginate(1, pages=1, url_of=str)).strip() == ""


def test_a_number_written_for_people_can_be_dialled():
    assert furniture.tel("0800 800 800") == "tel:0800800800"


def test_a_missing_address_becomes_words_to_search_for():
    assert furniture.words_of_path("/sops/referal-form%20child/v3/") == "referal form child"


def test_the_missing_page_offers_a_search_for_its_words():
    html = render_to_string("404.html", {"request_path": "/sops/<b>-referal/"})

    assert 'value="referal"' in html


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_no_template_holds_an_inline_style_or_script(path):
    text = path.read_text()

    assert not re.search(
        r"<style|\sstyle=|\son\w+=|<script(?![^>]*\bsrc=)",
        text.replace('type="application/ld+json"', "src="),
    )


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_every_template_says_first_what_it_reads(path):
    assert re.match(r"\{# [^#]*(Reads|Blocks)\b", path.read_text()), "begin with {# … Reads: … #}"


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_every_class_of_the_kit_that_a_template_names_has_a_rule(path):
    rules = " ".join(file.read_text() for file in (*STATIC.rglob("*.css"), *CASEWORK_STYLES))
    named = set(re.findall(r"govuk-[a-z-]+(?:__[a-z-]+)?(?:--[a-z-]+)?", path.read_text()))

    assert {name for name in named - RULELESS if name.rstrip("-") not in rules} == set()


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.name)
def test_every_template_compiles(path):
    get_template(str(path.relative_to(TEMPLATES)))


def test_the_style_page_shows_every_component(page):
    used = Path(__file__).with_name("style_page.html").read_text()
    layouts = "".join(path.read_text() for path in TEMPLATES.rglob("*.html"))

    for path in (TEMPLATES / "components").glob("*.html"):
        assert f"components/{path.name}" in used + layouts


def test_every_id_on_a_page_is_there_once(page):
    ids = re.findall(r'\sid="([^"]+)"', page)

    assert sorted(set(ids)) == sorted(ids)


def test_a_page_has_one_main_heading_outside_its_hero_and_one_main(page):
    without_hero = re.sub(r'<section class="harbour-hero">.*?</section>', "", page, flags=re.DOTALL)

    assert without_hero.count("<h1") == 1
    assert page.count("<main") == 1


def test_the_helpline_can_be_called_from_every_page(page):
    assert 'href="tel:0800800800"' in page
    assert 'href="sms:8020"' in page


def test_a_page_loads_nothing_from_another_host(page):
    loaded = re.findall(r'<(?:link|script|img|iframe)[^>]*(?:src|href)="([^"]+)"', page)

    assert all(address.startswith("/") for address in loaded)


def test_the_heaviest_page_of_components_stays_within_60_kilobytes(page):
    files = [STATIC / "harbour.css", *vendoring.FOLDER.glob("*.min.*"), *STATIC.glob("*.js")]
    sent = [page.encode(), *(path.read_bytes() for path in files)]

    assert sum(len(gzip.compress(content, 6)) for content in sent) <= 60_000


def test_static_files_of_the_furniture_are_found():
    for name in ("harbour.css", "harbour-exit.js", "favicon.svg", "vendor/govuk-frontend.min.css"):
        assert finders.find(name)
