"""The invented content is well formed, marked as invented, and names nobody who could be real."""

import datetime as dt
import re
from collections import Counter

import pytest

from portal.demo import content_files

PROCEDURES = {entry["identifier"]: entry for entry in content_files.procedures()}
SERVICES = {entry["slug"]: entry for entry in content_files.services()}
VOCABULARY = content_files.vocabulary()
TOPICS = {topic["code"] for topic in VOCABULARY["topics"]}
ORGANISATIONS = {body["code"] for body in VOCABULARY["organisations"]}
FILES = sorted(content_files.CONTENT.rglob("*.yaml"))
HELPLINES = {"0800 800 800", "0800 900 900", "8020", "191", "18555", "112"}
INVENTED_PHONE = re.compile(r"030 000 01\d\d")
PHONE_LIKE = re.compile(r"\+?\b0\d{2}[ -]?\d{3}[ -]?\d{4}\b|\b0800[ \d]+\d\b|\+\d[\d -]{7,}")
TITLE_OF_A_PERSON = re.compile(r"\b(Mr|Mrs|Ms|Dr|Hon|Prof|Nana|Madam|Supt|Insp|Rev)\.? [A-Z]\w+")
FAMILY_NAMES = re.compile(
    r"\b(Mensah|Owusu|Asante|Boateng|Osei|Agyeman|Appiah|Addo|Quaye|Amoah|Ansah|Agbeko|Dogbe)\b"
)
KINDS_OF_BLOCK = {"section", "text", "step", "decision", "warning", "contact", "attachment"}
ACCOMMODATION = {
    "government_child",
    "government_adult_female",
    "ngo_child",
    "ngo_adult",
    "transit",
    "dsw_children_centre",
    "safe_house",
}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_is_marked_as_a_demonstration(path):
    assert content_files.read(path)["demonstration"] is True


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_names_only_helplines_and_numbers_that_lead_nowhere(path):
    found = PHONE_LIKE.findall(path.read_text("utf-8"))

    assert not [n for n in found if n not in HELPLINES and not INVENTED_PHONE.fullmatch(n)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_file_names_a_person(path):
    text = path.read_text("utf-8")

    assert not TITLE_OF_A_PERSON.search(text)
    assert not FAMILY_NAMES.search(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_file_uses_a_tab_or_a_doubled_space(path):
    text = path.read_text("utf-8")

    assert "\t" not in text
    assert not re.search(r"\w[.,;] {2,}\w", text)


def test_a_file_that_is_not_marked_is_refused(tmp_path):
    file = tmp_path / "unmarked.yaml"
    file.write_text("title: Something", "utf-8")

    with pytest.raises(content_files.NotMarkedAsInvented):
        content_files.read(file)


def test_there_are_as_many_procedures_as_promised():
    editions = Counter(len(entry["editions"]) > 1 for entry in PROCEDURES.values())

    assert len(PROCEDURES) >= 16
    assert editions[True] >= 5


@pytest.mark.parametrize("identifier", PROCEDURES)
def test_a_procedure_is_whole(identifier):
    entry = PROCEDURES[identifier]

    assert re.fullmatch(r"HTS-SOP-\d{3}", identifier)
    assert entry["owner"] in ORGANISATIONS
    assert set(entry["topics"]) <= TOPICS
    assert 40 <= len(entry["summary"]) <= 300
    assert entry["legal_basis"]
    for block in entry["body"]:
        assert len(KINDS_OF_BLOCK & set(block)) == 1


@pytest.mark.parametrize("identifier", PROCEDURES)
def test_the_editions_of_a_procedure_follow_each_other(identifier):
    editions = PROCEDURES[identifier]["editions"]
    in_force = [e for e in editions if e["state"] == "in_force"]
    dated = [e for e in editions if e["state"] != "draft"]

    assert [e["number"] for e in editions] == list(range(1, len(editions) + 1))
    assert len(in_force) == (0 if "withdrawn" in PROCEDURES[identifier] else 1)
    assert all(e["approved_on"] <= e["in_force_from"] <= e["review_due_on"] for e in dated)
    assert all(e["change_type"] in {"editorial", "substantive", "legal"} for e in editions)
    assert [e["in_force_from"] for e in dated] == sorted(e["in_force_from"] for e in dated)


@pytest.mark.parametrize(
    "identifier", [i for i, entry in PROCEDURES.items() if len(entry["editions"]) > 1]
)
def test_each_substantive_edition_really_differs(identifier):
    entry = PROCEDURES[identifier]

    for edition in entry["editions"][1:]:
        if edition["change_type"] != "editorial":
            before = content_files.blocks_of(entry, edition["number"] - 1)
            assert content_files.blocks_of(entry, edition["number"]) != before


def test_every_page_a_procedure_points_to_is_the_page_it_says():
    files = content_files.attachments()
    for entry in PROCEDURES.values():
        for block in entry["body"]:
            if pointer := block.get("attachment"):
                heading = files[pointer["file"]]["pages"][pointer["page"] - 1]["heading"]
                assert pointer["title"].startswith(heading)


def test_there_are_as_many_services_and_regions_as_promised():
    assert len(SERVICES) >= 25
    assert len({entry["region"] for entry in SERVICES.values()}) >= 8


@pytest.mark.parametrize("slug", SERVICES)
def test_a_service_is_whole(slug):
    entry = SERVICES[slug]

    assert entry["accepts"]
    assert set(entry["accepts"]) <= {"children", "women", "men", "families", "disability"}
    assert entry["sex"] in {"any", "female", "male"}
    assert entry["accepting"] in {"yes", "call_first", "no"}
    assert entry["tier"] in {"public", "partner", "confidential"}
    assert entry["provider"] in ORGANISATIONS if "provider" in entry else entry["provider_name"]
    assert len(entry["summary"]) <= 300
    assert entry["phone"] in HELPLINES or INVENTED_PHONE.fullmatch(entry["phone"])


@pytest.mark.parametrize("slug", SERVICES)
def test_an_address_stands_only_where_it_was_signed_off(slug):
    entry = SERVICES[slug]

    assert ("address" in entry) == entry.get("address_signed_off", False)
    assert not (entry["tier"] != "public" and "address" in entry)


def test_a_district_with_a_single_place_of_accommodation_is_not_named():
    homes = [e for e in SERVICES.values() if e["kind"] in ACCOMMODATION and "district" in e]
    in_district = Counter((e["region"], e["district"]) for e in homes)

    assert not [e for e in homes if in_district[e["region"], e["district"]] < 2]


TOWNS = re.compile(
    r"accra|aflao|tema|kumasi|tamale|cape-coast|takoradi|sekondi|bolgatanga|techiman|yeji|denu"
    r"|street|road|avenue|junction|market"
)


@pytest.mark.parametrize("slug", [s for s, e in SERVICES.items() if e["kind"] in ACCOMMODATION])
def test_neither_name_nor_address_of_a_house_leads_to_its_town_or_street(slug):
    name = SERVICES[slug]["name"].lower().replace(" ", "-")

    assert not TOWNS.search(f"{slug} {name}")


def test_no_two_services_share_a_number():
    phones = Counter(entry["phone"] for entry in SERVICES.values())

    assert max(phones.values()) == 1


def test_no_date_lies_where_a_reader_would_not_believe_it():
    for entry in PROCEDURES.values():
        for edition in entry["editions"]:
            if approved_on := edition.get("approved_on"):
                assert dt.date(2018, 1, 1) <= approved_on <= dt.date(2026, 11, 30)


def test_every_word_of_the_vocabulary_is_used_once():
    codes = [topic["code"] for topic in VOCABULARY["topics"]]
    terms = [entry["term"].lower() for entry in VOCABULARY["glossary"]]

    assert len(codes) == len(set(codes)) >= 12
    assert len(terms) == len(set(terms)) >= 15
    assert all(len(body["role"]) <= 300 for body in VOCABULARY["organisations"])
