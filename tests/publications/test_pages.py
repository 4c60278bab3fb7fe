"""The publication page and the list, as anonymous readers get them."""

import datetime as dt

import pytest

from portal.content.files.versions import replace_file
from portal.content.providers import provider_for
from tests.factories.publications import document, publication, publication_index
from tests.factories.uploads import pdf

pytestmark = pytest.mark.django_db


def test_a_publication_shows_its_file_with_what_it_costs_to_open(client):
    page = publication(documents=(document("one", "two"),))

    answer = client.get("/publications/children-on-the-lake-a-report/")

    shown = " ".join(answer.content.decode().split())
    assert answer.status_code == 200
    assert page.files.get().document.url in shown
    assert "PDF," in shown
    assert "2 pages, English" in shown


def test_the_list_shows_the_newest_first_and_no_draft(client):
    publication(title="Older", published_on=dt.date(2020, 1, 1))
    publication(title="Newer", published_on=dt.date(2024, 1, 1))
    publication(title="Undated", published_on=None)
    publication(title="A draft", live=False)

    shown = client.get("/publications/").content.decode()

    assert shown.index(">Newer<") < shown.index(">Older<") < shown.index(">Undated<")
    assert "A draft" not in shown


def test_older_and_newer_lead_through_the_whole_list_and_back(client):
    publication_index()
    for number in range(45):
        publication(title=f"Report {number:02}", published_on=dt.date(2024, 1, 1 + number // 10))
    pages = [client.get("/publications/")]

    while older := pages[-1].context["listing"].older_url:
        pages.append(client.get(f"/publications/{older}"))

    titles = [p.title for page in pages for p in page.context["listing"].publications]
    assert len(titles) == len(set(titles)) == 45
    back = client.get(f"/publications/{pages[2].context['listing'].newer_url}")
    assert back.context["listing"].publications == pages[1].context["listing"].publications


def test_a_mark_that_means_nothing_shows_the_first_page(client):
    publication()

    for mark in ("x", "2024-99-99.1", "2024-01-01.99999999999999999999", "%00", "'"):
        assert client.get(f"/publications/?after={mark}").status_code == 200


def test_search_gets_a_passage_for_each_page_of_the_file():
    page = publication(documents=(document("fishing", "cocoa"),), type="report")
    provider = provider_for(page)

    projection = provider.project(provider.public_queryset().get())

    assert projection.key == page.key
    assert projection.facets["year"] == ("2025",)
    assert projection.facets["type"] == ("report",)


def test_a_correction_is_shown_with_its_day(client):
    kept = document("with a mistaek")
    page = publication(documents=(kept,))
    replace_file(
        document=kept,
        content=pdf("without a mistake"),
        filename="x.pdf",
        note="A figure on page 1 was wrong.",
        uploaded_by=None,
    )
    page.save_revision().publish()

    shown = client.get(page.url).content.decode()

    assert "Corrected on" in shown
    assert "A figure on page 1 was wrong." in shown
    assert "Version 1" in shown
