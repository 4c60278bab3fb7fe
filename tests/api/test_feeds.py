"""Every list can be followed, with ids that stay."""

import datetime as dt
from xml.etree import ElementTree

import pytest

from portal.api import feeds
from portal.content.listed import Listed
from portal.content.models import Topic
from search.services import changes
from tests.factories import procedures, publications, site, statistics

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = ["sops", "publications", "shelters", "statistics"]


@pytest.fixture
def content(db):
    procedures.procedure(title="Referral of a child", identifier="HTS-SOP-012", slug="referral")
    publications.publication(title="A report", slug="a-report", summary="What <was> found & when.")
    site.shelter("Takes boys", slug="takes-boys")
    statistics.releases("2026Q3")


def is_moment(text):
    return dt.datetime.fromisoformat(text).tzinfo is not None


def required(element, name):
    found = element.findall(ATOM + name)
    assert len(found) == 1, f"{name}: {len(found)}"
    assert found[0].text
    return found[0].text


@pytest.mark.parametrize("name", NAMES)
def test_an_atom_feed_holds_all_that_the_standard_requires(client, content, name):
    response = client.get(f"/feeds/{name}.atom")
    feed = ElementTree.fromstring(response.content)

    assert response["Content-Type"].startswith("application/atom+xml")
    assert feed.tag == ATOM + "feed"
    assert required(feed, "id").startswith("tag:")
    assert required(feed, "title")
    assert is_moment(required(feed, "updated"))
    assert feed.find(ATOM + "author").find(ATOM + "name").text
    rels = {link.get("rel"): link.get("href") for link in feed.findall(ATOM + "link")}
    assert rels["self"].endswith(f"/feeds/{name}.atom")
    entries = feed.findall(ATOM + "entry")
    assert len(entries) == 1
    for entry in entries:
        assert required(entry, "id").startswith("tag:")
        assert required(entry, "title")
        assert required(entry, "summary")
        assert required(entry, "content")
        assert is_moment(required(entry, "updated"))
        assert entry.find(ATOM + "link").get("href").startswith("http")


@pytest.mark.parametrize("name", NAMES)
def test_a_json_feed_holds_all_that_the_standard_requires(client, content, name):
    response = client.get(f"/feeds/{name}.json")
    feed = response.json()

    assert response["Content-Type"] == "application/feed+json"
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"]
    assert [set(item) >= {"id", "url", "title", "content_text"} for item in feed["items"]] == [True]


def test_text_is_text_whatever_stands_in_it(client, content):
    feed = ElementTree.fromstring(client.get("/feeds/publications.atom").content)

    assert feed.find(f"{ATOM}entry/{ATOM}summary").text == "What <was> found & when."


def test_what_xml_cannot_hold_does_not_break_a_feed():
    entry = Listed("k", "Bell\x07 \ud800", "\x00", "/x/")

    ElementTree.fromstring(feeds.atom(feeds.Feed("f", "t", "/", "/a", "/j", (entry,))))


def test_an_empty_list_is_a_valid_feed(client):
    feed = ElementTree.fromstring(client.get("/feeds/sops.atom").content)

    assert is_moment(required(feed, "updated"))
    assert feed.findall(ATOM + "entry") == []


def test_a_new_edition_is_a_new_entry_that_says_what_changed(client):
    family = procedures.procedure(identifier="HTS-SOP-012")
    first = client.get("/feeds/sops.json").json()["items"]
    procedures.edition_in_force(family, change_summary="The doctor comes first.")

    second = client.get("/feeds/sops.json").json()["items"]

    assert [item["content_text"] for item in second] == ["The doctor comes first."]
    assert first[0]["id"] != second[0]["id"]
    assert first[0]["url"] == second[0]["url"]


def test_an_id_stays_when_the_title_and_the_address_change(client):
    page = publications.publication(title="A report", slug="a-report")
    before = client.get("/feeds/publications.json").json()["items"][0]["id"]
    page.title, page.slug = "Another title", "another-address"
    page.save_revision().publish()

    assert client.get("/feeds/publications.json").json()["items"][0]["id"] == before


def test_a_list_can_be_followed_by_topic(client):
    topic = Topic.objects.create(code="lake", label="Fishing")
    site.shelter("On the topic", topics=[topic])
    site.shelter("Off the topic")

    items = client.get("/feeds/shelters.json?topic=lake").json()["items"]

    assert [item["title"] for item in items] == ["On the topic"]


def test_a_feed_of_shelters_hides_the_district_of_the_only_house(client):
    site.shelter(district=site.district("keta"))

    for form in ("atom", "json"):
        assert "keta" not in client.get(f"/feeds/shelters.{form}").content.decode().lower()


def test_a_list_that_does_not_exist_has_no_feed(client):
    site.home()

    assert client.get("/feeds/dragons.atom").status_code == 404
    assert client.get("/feeds/sops.atom?topic=%00").status_code == 200


@pytest.mark.parametrize(
    "query", ["q=report", "q=report&kind=publication", "", "q=%00", "q=%22%22"]
)
def test_any_search_can_be_followed(client, content, query):
    changes.apply_outbox()

    feed = ElementTree.fromstring(client.get(f"/feeds/search.atom?{query}").content)
    items = client.get(f"/feeds/search.json?{query}").json()["items"]

    assert len(feed.findall(ATOM + "entry")) == len(items)
    if "report" in query:
        assert "A report" in [item["title"] for item in items]


def test_the_page_of_feeds_leads_to_every_list(client):
    html = client.get("/feeds/").content.decode()

    for name in NAMES:
        assert f"/feeds/{name}.atom" in html


@pytest.mark.parametrize("name", NAMES)
def test_every_list_says_where_it_is_followed(client, content, name):
    html = client.get(f"/{name}/").content.decode()

    assert f'href="/feeds/{name}.atom"' in html
    assert f'href="/feeds/{name}.json"' in html
