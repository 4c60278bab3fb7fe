"""What readers get: the page of a release, its index, method, calendar and files."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils import timezone

from portal.statistics import method_text
from portal.statistics.calendar import calendar
from portal.statistics.models import ReceivedFile, ReleasePage
from search.services import changes
from tests.factories import statistics
from tests.statistics import bundles

pytestmark = pytest.mark.django_db
PAGE = "/statistics/2026q3-v1/"


@pytest.fixture
def release(inbox):
    return statistics.releases("2026Q2", "2026Q3")[-1]


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_a_release_shows_every_figure_of_its_report(client, release):
    shown = words(client.get(PAGE))

    for table in release.report["tables"]:
        assert table["title"] in shown
        for cell in table["cells"]:
            assert cell["value"] is None or f" {cell['value']:,} " in shown
    for part in ("± 7", "fewer than 10", "41 %", "nine cases of ten", release.report["hidden"]):
        assert part in shown


def test_each_chart_stands_beside_its_table_and_says_in_words_what_it_shows(client, release):
    html = client.get(PAGE).content.decode()

    for chart in release.report["charts"]:
        address = f"{PAGE}files/charts/{chart['table']}.svg"
        assert re.search(rf'<img [^>]*src="{address}" alt="{chart["description"]}"', html)
        assert f'<caption class="govuk-visually-hidden">{chart["title"]}</caption>' in html


def test_a_choice_of_region_shows_that_region_only_and_says_what_it_leaves_out(client, release):
    shown = words(client.get(PAGE, {"ref_area": "GH-TV"}))

    assert " Volta 41 (± 7) " in shown
    assert " Ashanti 14 " not in shown
    assert "4 tables do not tell apart what you chose" in shown


def test_one_table_can_be_chosen_and_shown_in_percent(client, release):
    answer = client.get(PAGE, {"table": "sex-by-child", "show": "percent"})

    assert " Female 30 % 14 % fewer than 10 " in words(answer)
    assert "Persons by agency</h3>" not in answer.content.decode()


@pytest.mark.parametrize(
    "asked",
    [
        {"table": "nothing"},
        {"show": "everything"},
        {"ref_area": "GH-XX"},
        {"form": "<script>"},
        {"sex": "\x00"},
        {"table": ["form", "'; DROP"]},
    ],
    ids=str,
)
def test_what_is_not_there_is_said_and_never_an_error(client, release, asked):
    answer = client.get(PAGE, asked)

    assert answer.status_code in (200, 400)
    assert "all are shown" in words(answer) or "numbers or as percentages" in words(answer)
    assert "<script>" not in answer.content.decode().partition("<main")[2]


def test_choices_that_no_table_tells_apart_lead_back_to_everything(client, release):
    shown = words(client.get(PAGE, {"ref_area": "GH-TV", "sex": "F"}))

    assert "5 tables do not tell apart what you chose" in shown
    assert "show everything" in shown


def test_a_period_leads_to_its_newest_version_and_the_older_one_stays(client, inbox):
    statistics.releases("2026Q3", "2026Q3-v2")

    answer = client.get("/statistics/2026q3/")
    older = client.get(PAGE)

    assert (answer.status_code, answer.url) == (302, "/statistics/2026q3-v2/")
    assert older.status_code == 200
    assert "replaced by a later version" in words(older)
    assert "noindex" in older.content.decode()
    assert "Two reports came late." in words(client.get("/statistics/2026q3-v2/"))
    assert "Two reports came late." in words(client.get("/statistics/method/"))
    assert client.get("/statistics/2025q1/").status_code == 404


def test_a_file_is_what_was_signed_and_may_be_kept_for_ever(client, release):
    for file in ReceivedFile.objects.filter(release__page=release):
        answer = client.get(f"{PAGE}files/{file.name}")

        assert answer.status_code == 200
        assert bundles.sha256(answer.content) == file.sha256
        assert answer["ETag"] == f'"{file.sha256}"'
        assert answer["Content-Type"].partition(";")[0] == file.media_type
        assert "immutable" in answer["Cache-Control"]
        assert "sandbox" in answer["Content-Security-Policy"]
        assert (
            f'filename="2026Q3-v1-{file.name.rpartition("/")[2]}"'
            in (answer["Content-Disposition"])
        )
        assert f"{PAGE}files/{file.name}" in client.get(PAGE).content.decode()
        assert file.sha256 in client.get(PAGE).content.decode()


def test_a_file_that_has_not_changed_is_not_sent_again(client, release):
    etag = client.get(f"{PAGE}files/indicators.csv")["ETag"]

    again = client.get(f"{PAGE}files/indicators.csv", headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize("name", ["nothing.csv", "../../x", "charts/", "charts/nothing.svg"])
def test_there_is_no_file_but_those_of_the_release(client, release, name):
    assert client.get(f"{PAGE}files/{name}").status_code == 404


def test_the_signature_can_be_checked_with_what_the_page_offers(client, release):
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    key = load_pem_public_key(client.get("/statistics/release-key.pem").content)
    manifest = client.get(f"{PAGE}files/manifest.json").content

    key.verify(client.get(f"{PAGE}files/manifest.sig").content, manifest)


def test_the_index_begins_with_the_newest_release_and_shows_the_course(client, release):
    answer = client.get("/statistics/")
    shown = words(answer)

    assert shown.index("July to September 2026") < shown.index("April to June 2026")
    assert "82 of the persons identified worked in fishing." in shown
    assert "Form Q2 2026 Q3 2026 Forced or child labour in fishing 82 (± 7) 82 (± 7)" in shown
    assert answer.content.decode().count("<meter") == 2


def test_an_index_without_releases_says_so(client, section):
    assert "No figures have been published yet" in words(client.get("/statistics/"))


def test_the_method_says_everything_it_promises(client, section):
    shown = words(client.get("/statistics/method/"))

    for part in method_text.PARTS:
        assert part.heading in shown
    assert "No published figure has been corrected so far." in shown


def test_the_calendar_counts_45_and_60_days_from_the_end_of_a_quarter(section):
    lines = {line.title: line for line in calendar(today=dt.date(2026, 11, 26)).coming}

    assert lines["July to September 2026"].closes_on == dt.date(2026, 11, 14)
    assert lines["July to September 2026"].published_on == dt.date(2026, 11, 29)
    assert lines["The year 2026"].published_on == lines["October to December 2026"].published_on
    assert lines["October to December 2026"].published_on == dt.date(2027, 3, 1)


def test_the_calendar_links_what_came_and_marks_what_is_late(client, release):
    found = calendar(today=dt.date(2027, 6, 1))

    past = {line.title: line for line in found.past}
    assert past["July to September 2026"].url == PAGE
    assert past["October to December 2026"].is_due
    assert not any(line.is_due for line in found.coming)
    assert client.get("/statistics/calendar/").status_code == 200


def test_search_finds_the_release_first(client, release):
    changes.apply_outbox()

    found = client.get("/api/public/v1/search", {"q": "trafficking statistics 2026"}).json()

    assert found["hits"][0]["kind"] == "statistics"


@pytest.mark.parametrize("typed", ["children identified Volta", "persons worked in fishing"])
def test_search_finds_the_table_in_which_it_stands(client, release, typed):
    changes.apply_outbox()

    found = client.get("/api/public/v1/search", {"q": typed}).json()

    hits = [hit for hit in found["hits"] if hit["kind"] == "statistics"]
    assert hits
    assert any("#table-" in passage["url"] for hit in hits for passage in hit["passages"])


def test_search_puts_the_newest_version_before_the_one_it_replaced(client, inbox):
    statistics.releases("2026Q3", "2026Q3-v2")
    changes.apply_outbox()

    hits = client.get("/api/public/v1/search", {"q": "identified fishing"}).json()["hits"]

    keys = [hit["key"] for hit in hits if hit["kind"] == "statistics"]
    assert keys == ["statistics:2026Q3-v2", "statistics:2026Q3-v1"]
    assert [hit["in_force"] for hit in hits if hit["key"] in keys] == [True, False]


def test_feed_catalogue_and_api_know_the_release(client, release):
    assert "2026q3-v1" in client.get("/feeds/statistics.json").content.decode()
    catalogue = client.get("/statistics/catalog.jsonld").json()
    assert [each["dct:identifier"] for each in catalogue["dcat:dataset"]] == [
        "2026Q3-v1",
        "2026Q2-v1",
    ]
    detail = client.get("/api/public/v1/statistics/2026Q3-v1").json()
    assert {file["name"]: file["sha256"] for file in detail["files"]} == dict(
        ReceivedFile.objects.filter(release__page=release).values_list("name", "sha256")
    )
    assert client.get("/api/public/v1/statistics?kind=year").json()["items"] == []
    assert client.get("/sitemaps/release-1.xml").content.decode().count("<loc>") == 2
    assert client.get("/id/2026Q3-v1/").url == PAGE
    assert client.get("/cite/statistics/2026q3-v1.bib").status_code == 200


def test_a_long_report_shows_five_tables_and_links_the_others(client, inbox):
    statistics.releases("2025")

    html = client.get("/statistics/2025-v1/").content.decode()

    assert html.count("<img ") == 5
    assert 'href="?table=agency-by-region#table-agency-by-region"' in html
    one = client.get("/statistics/2025-v1/", {"table": "agency-by-region"}).content.decode()
    assert "Persons by agency and region</h3>" in one


def test_publishing_takes_the_day_of_the_site_not_of_the_bundle(release):
    assert release.first_published_at.date() == timezone.now().date()
    assert ReleasePage.objects.live().count() == 2
