"""Home, help, topics, organisations and pages of text, as a reader gets them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from portal.content.models import Organisation, Topic
from portal.content.providers import provider_for
from portal.site_pages.models import (
    GlossaryPage,
    GlossaryTerm,
    HelpPage,
    OrganisationIndexPage,
    OrganisationPage,
    StandardPage,
    TopicIndexPage,
    TopicPage,
)
from tests.factories import procedures, publications, site

pytestmark = pytest.mark.django_db
BODY = [
    ("heading", "Who reads this"),
    ("text", "<p>Officers and <a href='/sops/'>partners</a>.</p>"),
    ("note", {"text": "Call 191."}),
    ("question", {"question": "Who may call?", "answer": "<p>Anyone.</p>"}),
]


def text(response):
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def topic():
    return Topic.objects.create(code="lake", label="Fishing", description="Children in fishing.")


@pytest.fixture
def organisation():
    return Organisation.objects.create(code="hts", name="Invented Secretariat", acronym="ISEC")


def test_the_home_page_leads_to_what_people_come_for(client):
    site.home()
    publications.publication(title="An invented report")

    html = text(client.get("/"))

    for address in ("/help/", "/shelters/", "/sops/", "/publications/", "/topics/"):
        assert f'href="{address}"' in html
    assert 'action="/search/"' in html
    assert "tel:0800800800" in html
    assert "An invented report" in html


def test_a_page_of_text_shows_every_kind_of_block(client):
    site.page(StandardPage, title="About", slug="about", body=BODY)

    html = text(client.get("/about/"))

    for words in ("Who reads this", "partners</a>", "Call 191.", "Who may call?", "Anyone."):
        assert words in html


def test_a_help_page_leaves_no_trace(client):
    site.page(HelpPage, title="Am I being exploited?", slug="help", body=BODY)

    response = client.get("/help/")
    html = text(response)

    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert not response.cookies
    assert "<title>Information</title>" in html
    assert "Exit this page" in html
    assert "/hide-your-visit/" in html
    assert "<form" not in html.split("<main")[1]  # nothing to send: the choice stays on the screen


def test_a_help_page_lists_whom_to_call_by_region_without_hidden_places(client):
    site.page(HelpPage, title="Help", slug="help")
    site.shelter("Takes callers", accepts_referral_from=["self"], district=site.district("keta"))
    site.shelter("Everywhere", accepts_referral_from=["self"], serves_all_regions=True)
    site.shelter("Police only", accepts_referral_from=["police"])

    html = text(client.get("/help/"))

    assert html.index("Everywhere") < html.index("By region") < html.index("Takes callers")
    assert "Police only" not in html
    assert "Keta" not in html


def test_a_topic_lists_what_belongs_to_it_kind_by_kind(client, topic):
    index = site.page(TopicIndexPage, title="Topics", slug="topics")
    site.page(TopicPage, parent=index, title="Fishing", slug="lake", topic=topic)
    site.shelter("Lake shelter", topics=[topic])
    site.shelter("Other shelter")
    report = publications.publication(title="Lake report")
    report.topics.set([topic])
    report.save_revision().publish()
    family = procedures.procedure(title="Lake procedure", editions=0)
    procedures.edition_in_force(family, topics=[topic])

    html = text(client.get("/topics/lake/"))

    for title in ("Lake shelter", "Lake report", "Lake procedure"):
        assert title in html
    assert "Other shelter" not in html
    assert 'href="lake/"' in text(client.get("/topics/"))


def test_an_organisation_lists_what_it_publishes_and_runs(client, organisation):
    index = site.page(OrganisationIndexPage, title="Organisations", slug="organisations")
    site.page(OrganisationPage, parent=index, slug="hts", organisation=organisation)
    site.shelter("Its shelter", owner_organisation=organisation)
    site.shelter("Other shelter")

    html = text(client.get("/organisations/hts/"))

    assert "Its shelter" in html
    assert "Other shelter" not in html


def test_the_number_of_queries_of_a_topic_does_not_grow(client, topic):
    index = site.page(TopicIndexPage, title="Topics", slug="topics")
    site.page(TopicPage, parent=index, slug="lake", topic=topic)
    site.shelter(topics=[topic])
    with CaptureQueriesContext(connection) as few:
        client.get("/topics/lake/")
    for _ in range(8):
        site.shelter(topics=[topic])

    with CaptureQueriesContext(connection) as many:
        client.get("/topics/lake/")

    assert len(many) == len(few)


def test_the_glossary_explains_words_in_order(client):
    site.page(GlossaryPage, title="Glossary", slug="glossary")
    GlossaryTerm.objects.create(term="NRM", explanation="National referral mechanism.")
    GlossaryTerm.objects.create(term="galamsey", explanation="Unlicensed mining.")

    html = text(client.get("/glossary/"))

    assert html.index("galamsey") < html.index("NRM")


@pytest.mark.parametrize("model", [StandardPage, HelpPage])
def test_search_reads_the_words_of_a_page_of_text(model):
    page = site.page(model, slug="words", body=BODY)

    projection = provider_for(page).project(page)

    assert projection.url == "/words/"
    for words in ("Who reads this", "partners", "Call 191.", "Anyone."):
        assert words in projection.body
    assert "<" not in projection.body


def test_search_finds_an_organisation_by_its_acronym(organisation):
    index = site.page(OrganisationIndexPage, slug="organisations")
    page = site.page(OrganisationPage, parent=index, slug="hts", organisation=organisation)

    projection = provider_for(page).project(page)

    assert projection.kind == "organisation"
    assert "ISEC" in projection.keywords
    assert projection.facets["organisation"] == ("hts",)
