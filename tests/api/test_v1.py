"""The public API: what it shows, what it refuses, and that it never changes by accident."""

import datetime as dt
import json
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver

from portal.api import limits, schemas
from portal.api.v1 import api
from search.services import changes
from tests.factories import procedures, publications, site, statistics

pytestmark = pytest.mark.django_db
ROOT = "/api/public/v1/"
SNAPSHOT = Path(__file__).parent / "openapi.json"
PROBLEM = "application/problem+json"


@pytest.fixture
def content(db):
    procedures.procedure(title="Referral of a child", identifier="HTS-SOP-012", slug="referral")
    publications.publication(title="A report", slug="a-report")
    site.shelter("Takes boys", slug="takes-boys", sex="male", minimum_age=6, maximum_age=17)
    site.shelter("Takes girls", slug="takes-girls", sex="female")
    statistics.releases("2026Q3")


@pytest.fixture
def found(content):
    """The same, and the index brought up to date."""
    changes.apply_outbox()


def read(client, address, **parameters):
    response = client.get(ROOT + address, parameters)
    assert response.status_code == 200, response.content
    return response.json()


ADDRESSES = [
    "sops", "sops/HTS-SOP-012", "sops/referral", "publications", "publications/a-report",
    "shelters", "shelters/takes-boys", "openapi.json",
    "statistics", "statistics/2026Q3-v1", "statistics/2026q3-v1", "statistics?period=2026Q3",
]  # fmt: skip


@pytest.mark.parametrize("address", [*ADDRESSES, "search?q=child"])
def test_every_address_answers_anybody_and_leaves_nothing_behind(client, content, address):
    response = client.get(ROOT + address)

    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/json")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "public" in response["Cache-Control"]
    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_has_not_changed_is_not_sent_again(client, content, address):
    first = client.get(ROOT + address)

    again = client.get(ROOT + address, headers={"If-None-Match": first["ETag"]})

    assert again.status_code == 304
    assert again.content == b""


def test_head_is_get_without_the_body(client, content):
    response = client.head(ROOT + "sops")

    assert response.status_code == 200
    assert response.content == b""


def test_the_description_is_the_one_that_was_agreed():
    described = json.dumps(api.get_openapi_schema(path_prefix=ROOT), indent=1, sort_keys=True)

    assert json.loads(described) == json.loads(SNAPSHOT.read_text()), (
        "The API changed. If that is meant, write tests/api/openapi.json anew: "
        "python -m tests.api.write_description"
    )


def test_search_answers_in_the_promised_json(client, found):
    answer = read(client, "search", q="a report", size=5)

    assert {"query", "total", "engine", "took_ms", "suggestion", "hits", "facets"} <= set(answer)
    assert answer["hits"][0]["title"] == "A report"
    assert set(answer["hits"][0]) >= {"key", "kind", "url", "snippet", "score", "passages"}
    assert set(answer["facets"]["kind"][0]) == {"value", "label", "count", "selected"}


def test_search_is_narrowed_by_any_facet(client, found):
    answer = read(client, "search", q="boys", kind=["shelter"], region=["volta"])

    assert [hit["kind"] for hit in answer["hits"]] == ["shelter"]
    assert read(client, "search", q="boys", region=["central"])["total"] == 0


@pytest.mark.parametrize(
    "text", ["", '"""', "x" * 50_000, "\x00\x01", "ἄνθρωπος 人", "-", "' OR 1=1 --", "%"]
)
def test_search_answers_whatever_is_typed(client, found, text):
    assert client.get(ROOT + "search", {"q": text}).status_code == 200


def test_procedures_are_listed_with_their_edition_in_force(client, content):
    [item] = read(client, "sops")["items"]

    assert item["identifier"] == "HTS-SOP-012"
    assert item["edition"] == 1
    assert item["url"].endswith("/sops/referral/")


def test_a_procedure_is_read_section_by_section_with_its_history(client):
    procedures.procedure(identifier="HTS-SOP-013", slug="two", editions=2)

    detail = read(client, "sops/HTS-SOP-013")

    assert detail["edition"] == 2
    assert [edition["number"] for edition in detail["editions"]] == [2, 1]
    assert any("social welfare officer" in section["text"] for section in detail["sections"])


def test_a_procedure_without_an_edition_in_force_is_not_there(client):
    procedures.procedure(identifier="HTS-SOP-014", editions=0)

    assert client.get(ROOT + "sops/HTS-SOP-014").status_code == 404
    assert read(client, "sops")["items"] == []


def test_a_draft_publication_is_not_there(client):
    publications.publication(slug="draft", live=False)

    assert client.get(ROOT + "publications/draft").status_code == 404
    assert read(client, "publications")["items"] == []


def test_the_api_answers_the_question_of_the_lakeside(client, content):
    items = read(client, "shelters", region="volta", who="boy", age=9)["items"]

    assert [item["name"] for item in items] == ["Takes boys"]


def test_a_shelter_hides_the_district_of_the_only_house(client):
    site.shelter(slug="alone", district=site.district("keta"))

    shown = client.get(ROOT + "shelters/alone")

    assert shown.json()["district"] is None
    assert "keta" not in shown.content.decode().lower()


def test_the_schema_of_a_shelter_is_its_public_projection():
    import dataclasses

    from shelter_directory.public import PublicShelter

    assert set(schemas.Shelter.model_fields) == {f.name for f in dataclasses.fields(PublicShelter)}


@pytest.mark.parametrize("size", [1, 2, 3])
def test_pages_follow_each_other_without_gap_or_double(client, size):
    for number in range(5):
        publications.publication(
            title=f"Report {number}",
            slug=f"report-{number}",
            published_on=dt.date(2025, 1, 1 + number // 2) if number else None,
        )
    seen, address = [], f"{ROOT}publications?size={size}"

    while address:
        page = client.get(address).json()
        seen += [item["slug"] for item in page["items"]]
        address = (page["next"] or "").partition("8000")[2]

    assert seen == ["report-4", "report-3", "report-2", "report-1", "report-0"]


@pytest.mark.parametrize("address", ["sops", "publications", "shelters"])
def test_a_list_costs_the_same_whatever_its_length(client, address):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            client.get(ROOT + address)
        return len(asked)

    def one_more(number):
        procedures.procedure()
        publications.publication(slug=f"report-{number}")
        site.shelter()

    one_more(0)
    few = cost()
    for number in range(1, 5):
        one_more(number)

    assert cost() == few <= 4


@pytest.mark.parametrize(
    "address",
    [
        "statistics?period=2026Q9", "statistics?kind=day",
        "publications?size=51", "publications?size=0", "publications?size=x", "publications?year=x",
        "publications?cursor=x", "publications?cursor=W10", "publications?cursor=" + "A" * 5000,
        "publications?cursor=WyIyMDI1LTAxLTAxIiwgIjk5OTk5OTk5OTk5OTk5OTk5OTk5OTkiXQ",
        "sops?cursor=WyJcdTAwMDAiXQ", "sops?topic=%00", "sops?topic=../", "shelters?age=nine",
        "shelters?who=dragon", "shelters?region=%00", "shelters?hours=never",
        "search?q=a&page=0", "search?q=a&size=51", "search?q=a&page=101&size=10",
        "search?q=a&page=99999999999999999999",
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_named(client, address):
    response = client.get(ROOT + address)

    assert response.status_code == 400, response.content
    assert response["Content-Type"] == PROBLEM
    assert response["Access-Control-Allow-Origin"] == "*"
    problem = response.json()
    assert problem["status"] == 400
    assert problem["errors"][0]["parameter"] in address
    assert problem["errors"][0]["reason"]


@pytest.mark.parametrize(
    "address",
    ["nothing", "sops/NO-SOP-000", "publications/nothing", "statistics/2026Q4-v1",
     "shelters/nothing", "shelters/%00",
     "sops/" + "x" * 300, "publications/a%2Fb", "shelters/nothing/more"],
)  # fmt: skip
def test_nothing_there_is_a_problem_too(client, address):
    response = client.get(ROOT + address)

    assert response.status_code in (400, 404)
    assert response["Content-Type"] == PROBLEM


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["search", "sops", "shelters/x", "nothing"])
def test_nothing_can_be_changed(client, method, address):
    response = getattr(client, method)(ROOT + address)

    assert response.status_code == 405
    assert response["Content-Type"] == PROBLEM
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_whoever_asks_too_fast_is_told_when_to_ask_again(client, settings, monkeypatch):
    monkeypatch.setattr("portal.api.answers.budget", limits.Budget())
    settings.API_REQUESTS_A_MINUTE = 2

    answers = [client.get(ROOT + "openapi.json") for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[-1]["Retry-After"]) <= 60
    assert answers[-1]["Content-Type"] == PROBLEM


def test_a_fault_is_a_problem_that_tells_nothing(client, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("a secret detail")

    monkeypatch.setattr("portal.api.reading.sop_detail", broken)
    client.raise_request_exception = False

    response = client.get(ROOT + "sops/HTS-SOP-012")

    assert response.status_code == 500
    assert response["Content-Type"] == PROBLEM
    assert "secret" not in response.content.decode()


def test_the_documentation_names_every_address(client):
    site.home()

    html = client.get(ROOT).content.decode()

    for path in api.get_openapi_schema(path_prefix=ROOT)["paths"]:
        assert path in html
    assert "cdn" not in html


def test_every_route_of_the_api_is_open_to_all():
    [routes] = [p for p in get_resolver("portal.api.urls").url_patterns if hasattr(p, "namespace")]

    assert len(routes.url_patterns) > 7
    for route in routes.url_patterns:
        assert route.callback.is_open_to_all, route


@pytest.mark.parametrize(
    ("page", "key"),
    [
        ("/sops/", "items"), ("/sops/referral/", "identifier"), ("/publications/", "items"),
        ("/publications/a-report/", "key"), ("/shelters/", "items"),
        ("/shelters/takes-boys/", "accepting"),
    ],
)  # fmt: skip
def test_a_page_gives_its_json_and_says_so(client, content, page, key):
    html = client.get(page)
    machine = client.get(page, {"format": "json"})

    assert f"{page}?format=json" in html["Link"]
    assert 'rel="alternate"; type="application/json"' in html["Link"]
    assert machine.status_code == 200
    assert key in machine.json()
    assert not machine.cookies
