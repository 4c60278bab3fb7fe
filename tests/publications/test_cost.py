"""A page costs the same however much is published."""

import datetime as dt
import json

import pytest
from django.db import connection

from portal.content.models import Organisation, Topic
from portal.core.models import Region
from portal.publications.listing import PAGE_SIZE, Mark, dated, listing_for
from portal.publications.loading.load import Report, load
from portal.publications.models import PublicationPage
from portal.publications.showing import facts_of
from tests.factories.publications import document, publication, publication_index

pytestmark = pytest.mark.django_db


def fill(folder, start, count):
    path = folder / "many.jsonl"
    days = [dt.date(2020, 1, 1) + dt.timedelta(days=n // 50) for n in range(count)]
    lines = (
        {"key": f"k{start + n}", "title": f"Report {start + n}", "date": day.isoformat()}
        for n, day in enumerate(days)
    )
    path.write_text("\n".join(json.dumps(line) for line in lines))
    list(load(path, report=Report()))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE wagtailcore_page, publications_publicationpage")


def pages_read(mark):
    """How many blocks the database looks at for one page of the list, from a mark on."""
    pages = dated().order_by("-listed_on", "-page_ptr_id").filter(mark.compared("<"))
    plan = json.loads(pages[: PAGE_SIZE + 1].explain(analyze=True, buffers=True, format="json"))
    root = plan[0]["Plan"]
    assert "Seq Scan" not in json.dumps(plan)
    return root["Shared Hit Blocks"] + root["Shared Read Blocks"]


def test_the_deepest_page_of_the_list_costs_the_same_with_ten_times_the_publications(tmp_path):
    publication_index()
    fill(tmp_path, 0, 500)
    middle = PublicationPage.objects.order_by("published_on", "pk")[250]
    few = pages_read(Mark.of(middle))

    fill(tmp_path, 500, 4_500)

    assert pages_read(Mark.of(middle)) <= few * 1.3
    assert pages_read(Mark(dt.date(2020, 1, 1), middle.pk + 10**6)) <= few * 1.3


def test_the_list_makes_four_queries_however_many_it_shows(django_assert_num_queries):
    index = publication_index()
    for number in range(30):
        publication(title=f"One of many {number}")

    with django_assert_num_queries(4):
        listing = listing_for(index, {})

    assert len(listing.publications) == PAGE_SIZE


def test_a_publication_makes_three_queries_of_its_own_with_all_it_can_have(
    django_assert_num_queries,
):
    topic = Topic.objects.create(code="fishing", label="Fishing")
    body = Organisation.objects.create(code="hts", name="Secretariat", acronym="HTS")
    page = publication(
        title="This year",
        documents=(document("one"), document("two"), document("three")),
        topics=[topic],
        regions=list(Region.objects.order_by("name")[:3]),
        organisations=[body],
        earlier_edition=publication(title="Last year"),
    )

    with django_assert_num_queries(3):
        facts = facts_of(page)

    assert len(facts.files) == 3
    assert [link.label for link in facts.topics] == ["Fishing"]
    assert len(facts.regions) == 3
    assert facts.citation.authors == ("Secretariat",)
    assert facts.citation.pdf_path == facts.files[0].url
    assert facts.earlier_edition.title == "Last year"
    assert [e.title for e in facts_of(facts.earlier_edition).later_editions] == ["This year"]


def test_a_draft_in_preview_shows_what_is_in_hand_and_not_what_is_saved():
    page = publication(documents=(document("one"),))
    page.files = []
    page.topics = [Topic.objects.create(code="fishing", label="Fishing")]

    facts = facts_of(page, is_draft=True)

    assert facts.files == ()
    assert [link.label for link in facts.topics] == ["Fishing"]
    assert len(facts_of(page).files) == 1


@pytest.mark.parametrize("address", ["/publications/", "/publications/this-year/"])
def test_an_uncached_answer_takes_few_queries(client, django_assert_max_num_queries, address):
    publication(title="This year", documents=(document("one"), document("two")))
    client.get(address)  # what a process remembers for good

    with django_assert_max_num_queries(10):  # two of them the savepoint that only tests need
        assert client.get(address).status_code == 200
