"""The pages of the registry, asked as a browser asks them."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError

from casebase.access.enums import Role
from casebase.registry.forms.intake import read_age
from casebase.registry.models import Case, Note
from casebase.registry.services import work
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import IDENTITY, registered
from tests.casebase.visitor import Page

pytestmark = pytest.mark.django_db(databases="__all__")


def child(**changes):
    fields = {
        "submission": str(uuid.uuid4()),
        "name": "Kojo Ansah (invented)",
        "sex": "Male",
        "age": "about 9",
        "age_basis": "estimated",
        "community": "Ekumpoano",
        "mother_name": "Efua",
        "language": "fat",
        "region": Region.objects.get(code="oti").pk,
        "found_at": "Stage 3",
        "legal_basis": "protection",
        "needs": ["medical"],
    }
    return {**fields, **changes}


def all_cases():
    with as_owner():
        return list(Case.objects.all())


def test_a_child_is_registered_and_the_page_names_no_child(site):
    answer = site.post("/cases/new/", child(), follow=True)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "9 years when found" in page
    assert "Needs a doctor" in page
    assert "Kojo" not in page


@pytest.mark.parametrize(
    ("typed", "years"),
    [("9", 9), ("about 9 yrs old", 9), ("9½", 9), ("5 months", 0), ("about 18 months old", 1),
     ("3 weeks", 0), ("10 days", 0), ("3 May 2017", 9), ("not known", None)],
)  # fmt: skip
def test_an_age_is_read_as_people_say_it_a_babys_too(typed, years):
    assert read_age(typed, dt.date(2026, 11, 2)).years == years


@pytest.mark.parametrize("typed", ["6-7", "-3", "nine", "2015", "5 moons", "30 February 2015"])
def test_what_is_no_age_is_refused(typed):
    with pytest.raises(ValidationError):
        read_age(typed, dt.date(2026, 11, 2))


def test_the_same_form_sent_twice_makes_one_case(site):
    form = child()
    first = site.post("/cases/new/", form)
    second = site.post("/cases/new/", form)

    assert first.url == second.url
    assert len(all_cases()) == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"age": "170"}, "Nobody is older than 120 years."),
        ({"age": "3 May 2190"}, "lies after the day the child was found"),
        ({"age": "some"}, "Type one age in years"),
        ({"name": ""}, "Type the name as you hear it"),
        ({"sex": ""}, "Choose girl, boy or not known."),
        ({"region": ""}, "Choose the region"),
    ],
)
def test_bad_input_says_why_beside_the_field_and_keeps_what_was_typed(site, changes, message):
    answer = site.post("/cases/new/", child(**changes))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert message in page
    assert "Ekumpoano" in page
    assert not all_cases()


def test_a_case_of_another_desk_answers_like_an_absent_one(client, worker):
    case = registered(people.bound(worker))
    people.sign_in(client, people.member())
    foreign = client.get(f"/cases/{case.reference}/")
    absent = client.get("/cases/K7QF-2M9X-B/")

    assert (foreign.status_code, foreign.content) == (absent.status_code, absent.content)
    assert foreign.status_code == 404


def test_a_name_is_shown_with_a_reason_and_a_fresh_code_only(site, worker):
    case = registered(people.bound(worker))
    address = f"/cases/{case.reference}/identity/"

    assert site.get(address).status_code == 405
    without = site.post(address, {"purpose": ""})
    assert without.status_code == 422
    asked = site.post(address, {"purpose": "care"})
    assert b"Kofi" not in without.content + asked.content


def test_what_a_worker_sees_in_full_is_what_was_sealed(worker):
    from casebase.access.enums import Purpose
    from casebase.access.viewer import Trail
    from casebase.registry.services.identities import reveal

    case = registered(people.bound(worker))
    found = reveal(case_ids=[case.pk], purpose=Purpose.CARE, trail=Trail())

    assert {name: text for name, text in found[case.pk].texts.items() if text} == IDENTITY


def test_a_role_without_names_gets_none(worker):
    from casebase.access.enums import Purpose
    from casebase.access.viewer import Trail
    from casebase.registry.services.identities import reveal

    case = registered(people.bound(worker))
    people.bound(people.member(Role.DIRECTOR))

    assert Case.objects.filter(pk=case.pk).exists()
    assert not reveal(case_ids=[case.pk], purpose=Purpose.CARE, trail=Trail())


def test_a_note_is_kept_and_corrected_beside(site, worker):
    case = registered(people.bound(worker))
    address = f"/cases/{case.reference}/notes/"
    site.post(address, {"text": "Ate well.", "sensitivity": "ordinary"})
    with as_owner():
        first = Note.objects.get()
    form = {"text": "Ate little.", "sensitivity": "ordinary", "corrects": str(first.pk)}
    page = site.post(address, form, follow=True).content.decode()

    assert "Ate well." in page
    assert "Correction" in page


def shown_form(site, address):
    """The note form of a page, as a browser without JavaScript holds it."""
    page = Page(address)
    page.feed(site.get(address).content.decode())
    form = next(one for one in page.forms if one.action.endswith("/notes/"))
    fields = {field.name: field.value for field in form.fields.values()}
    return page, {name: fields.get(name, "") for name in ("submission", "text", "corrects")}


def test_a_note_is_corrected_from_its_page(site, worker):
    case = registered(people.bound(worker))
    address = f"/cases/{case.reference}/"
    site.post(f"{address}notes/", {"text": "Ate well.", "sensitivity": "sensitive"})
    page, _ = shown_form(site, address)
    correct = next(link for link in page.links if "?correct=" in link).split("#")[0]
    opened = site.get(correct).content.decode()
    _, form = shown_form(site, correct)
    site.post(f"{address}notes/", {**form, "text": "Ate little.", "sensitivity": "sensitive"})
    after = site.get(address).content.decode()

    assert "You are correcting" in opened
    assert '<option value="sensitive" selected>' in opened
    with as_owner():
        correction = Note.objects.exclude(corrects=None).get()
    assert form["corrects"] == str(correction.corrects_id)
    assert "Ate well." in after
    assert "Ate little." in after
    assert after.count("<strong>Corrected</strong>") == 1
    assert after.count("<strong>Correction</strong>") == 1


@pytest.mark.parametrize("named", ["", "no-note", str(uuid.UUID(int=7))])
def test_a_correction_of_no_note_of_this_case_is_a_new_note(site, worker, named):
    case = registered(people.bound(worker))
    address = f"/cases/{case.reference}/?correct={named}"

    assert "You are correcting" not in site.get(address).content.decode()
    assert shown_form(site, address)[1]["corrects"] == ""


def test_a_correction_that_was_kept_for_later_still_names_its_note(site, worker):
    case = registered(people.bound(worker))
    address = f"/cases/{case.reference}/"
    site.post(f"{address}notes/", {"text": "Ate well.", "sensitivity": "ordinary"})
    with as_owner():
        note = Note.objects.get()
    typed = {"text": "Ate little.", "corrects": str(note.pk), "submission": str(uuid.uuid4())}
    kept = site.post(f"{address}notes/draft/", {**typed, "sensitivity": "ordinary"}, follow=True)

    assert "You are correcting" in kept.content.decode()
    assert shown_form(site, address)[1]["corrects"] == str(note.pk)
    assert shown_form(site, f"{address}?correct=")[1]["corrects"] == ""


def test_every_open_task_of_a_case_is_found_from_its_page(site, worker):
    case = registered(people.bound(worker))
    for number in range(30):
        work.write_task(
            case=case, viewer=worker, text=f"Task {number:02d}", priority=1,
            due_on=dt.date(2026, 11, 1) + dt.timedelta(days=number), assignee_id=worker.pk,
        )  # fmt: skip
    first = Page(f"/cases/{case.reference}/")
    first.feed(site.get(first.address).content.decode())
    onwards = next(link for link in first.links if "after=" in link)
    pages = [site.get(address).content.decode() for address in (first.address, onwards)]

    assert "25 of 30" in pages[0]
    assert "5 of 30" in pages[1]
    assert all(any(f"Task {number:02d}" in page for page in pages) for number in range(30))


def test_a_damaged_note_shows_that_and_no_text(site, worker):
    from django.db import connection

    case = registered(people.bound(worker))
    site.post(f"/cases/{case.reference}/notes/", {"text": "Slept.", "sensitivity": "ordinary"})
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE registry_note SET text = set_byte(text, 20, 1 + get_byte(text, 20) % 7)"
        )
    page = site.get(f"/cases/{case.reference}/").content.decode()

    assert "Record damaged" in page
    assert "Slept" not in page


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMINISTRATOR, Role.ME_VIEWER, Role.AUDITOR])
def test_a_role_without_cases_opens_none(client, role):
    people.sign_in(client, people.member(role))

    assert client.get("/cases/").status_code == 403
    assert client.post("/cases/new/", child()).status_code == 403


def test_an_operation_is_opened_and_its_child_registered(site):
    form = {
        "starts_on": "2026-10-02",
        "region": Region.objects.get(code="oti").pk,
        "landing_site": "Stage 7",
        "boats": "3",
    }
    page = site.post("/operations/new/", form, follow=True)
    address = page.redirect_chain[-1][0]
    registered_page = site.post(f"{address}children/new/", child(), follow=True)

    assert registered_page.status_code == 200
    assert b"Stage 7" in site.get(address).content
    assert b"2 October 2026" in registered_page.content


def test_two_pages_of_a_list_hold_each_case_once(site, worker):
    viewer = people.bound(worker)
    for _ in range(30):
        registered(viewer)
    first = site.get("/cases/")
    mark = first.content.decode().split("after=")[1].split('"')[0]
    second = site.get(f"/cases/?after={mark}")

    shown = [
        line.split("/cases/")[1][:11]
        for page in (first, second)
        for line in page.content.decode().split("\n")
        if 'class="govuk-link" href="/cases/' in line
        for line in line.split("<li>")[1:]
    ]
    assert len(shown) == len(set(shown)) == 30


def test_a_case_is_opened_by_its_number_as_it_was_typed(site, worker):
    case = registered(people.bound(worker))

    answer = site.post("/cases/", {"number": case.reference.lower().replace("-", " ")})

    assert (answer.status_code, answer["Location"]) == (302, f"/cases/{case.reference}/")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the case number."),
        ("Kojo Ansah", "That is no case number."),
        (None, "You see no"),
    ],
)
def test_a_number_that_opens_nothing_says_why_and_stays(site, typed, said):
    theirs = registered(people.bound(people.member()))  # a foreign number answers as an absent one
    number = theirs.reference if typed is None else typed

    answer = site.post("/cases/", {"number": number})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert f'value="{number}"' in page or not number
