"""The page of a period, asked as a browser asks it: who may do which step, and what is refused."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casebase.access.enums import Role
from casebase.reporting.models import (
    Confirmation,
    Correction,
    FrozenPeriod,
    LedgerEvent,
    Reservation,
)
from casebase.reporting.periods import Period
from casebase.reporting.services import freeze
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.reporting.scene import child, desk_of
from tests.factories.accounts import code_now

pytestmark = pytest.mark.django_db(databases="__all__")
SUMMER = Period(2026, 3)
IN_SUMMER = dt.date(2026, 8, 3)
PAGE, LIST = "/reports/2026Q3/", "/reports/"
SEE = {Role.SUPERVISOR, Role.DATA_MANAGER, Role.ME_VIEWER, Role.DIRECTOR}
FREEZE = {Role.ME_VIEWER, Role.DIRECTOR}
ALLOWED = {
    ("get", LIST): SEE,
    ("get", PAGE): SEE,
    ("post", f"{PAGE}confirm/"): {Role.SUPERVISOR, Role.DATA_MANAGER},
    ("post", f"{PAGE}freeze/"): FREEZE,
    ("post", f"{PAGE}sign/"): {Role.DIRECTOR},
    ("get", f"{PAGE}corrections/"): FREEZE,
    ("post", f"{PAGE}corrections/note/"): FREEZE,
}
KNOWN = {"is_known": "on"}


def site_of(client, viewer):
    return people.sign_in(client, viewer)


def shown(answer):
    """The page's own words, one space between them."""
    return " ".join(answer.content.decode().split())


def frozen(viewer, period=SUMMER):
    return freeze.freeze(viewer=people.bound(viewer), period=period)


def signed(those, period=SUMMER):
    frozen(those["officer"], period)
    freeze.sign(viewer=people.bound(those["director"]), period=period)


def trail_of(viewer):
    with as_owner("audit"), connections["audit"].cursor() as cursor:
        cursor.execute(
            "SELECT action, result, fields FROM audit_entry WHERE user_id = %s ORDER BY id",
            [viewer.pk],
        )
        return cursor.fetchall()


@pytest.mark.parametrize("role", sorted(Role))
@pytest.mark.parametrize(("method", "address"), sorted(ALLOWED))
def test_each_step_is_open_to_its_roles_and_to_nobody_else(client, role, method, address):
    at = desk_of("police")
    answer = getattr(site_of(client, people.member(role, at)), method)(address)

    if role in ALLOWED[method, address]:
        assert answer.status_code != 403 or b"Show once more" in answer.content
    else:
        assert answer.status_code == 403
        with as_owner():
            assert not Confirmation.objects.exists()
            assert not FrozenPeriod.objects.exists()
            assert not Correction.objects.exists()


@pytest.mark.parametrize("code", ["2026Q5", "2026q3", "26", "summer", "2027Q1", "2099"])
def test_a_code_that_names_no_begun_period_is_not_found(client, those, code):
    site = site_of(client, those["officer"])

    answers = [site.get(f"/reports/{code}/"), site.post(f"/reports/{code}/freeze/", KNOWN)]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_the_list_says_how_far_each_period_is_newest_first(client, worker, those):
    site = site_of(client, those["officer"])

    page = shown(site.get(LIST))

    places = [page.index(f">{code}<") for code in ("2026Q4", "2026Q3", "2026Q2", "2026Q1")]
    assert places == sorted(places)
    assert "Running until 31 December 2026" in page
    assert "Closed: waiting for 1 agency" in page
    assert "Exact figures. Not for publication." in page


def test_an_agency_confirms_its_part_and_sees_that_it_has(client, worker):
    supervisor = people.member(Role.SUPERVISOR, desk_of("police"))
    site = site_of(client, supervisor)
    assert "Confirm our part" in shown(site.get(PAGE))

    page = shown(site.post(f"{PAGE}confirm/", follow=True))
    again = site.post(f"{PAGE}confirm/")

    assert "Confirmed. Your agency says that its part is complete." in page
    assert "Confirm our part" not in page
    assert again.status_code == 422
    assert "confirmed 2026Q3 already" in shown(again)
    with as_owner():
        assert Confirmation.objects.count() == 1


def test_a_quarter_that_runs_and_a_year_are_not_confirmed(client, worker):
    site = site_of(client, people.member(Role.SUPERVISOR, desk_of("police")))

    running, year = site.post("/reports/2026Q4/confirm/"), site.post("/reports/2026/confirm/")

    assert (running.status_code, year.status_code) == (422, 422)
    assert "Confirm it after that." in shown(running)
    assert "quarter by quarter" in shown(year)
    with as_owner():
        assert not Confirmation.objects.exists()


def test_freezing_needs_the_tick_that_what_is_open_is_known(client, worker, those):
    child(worker, IN_SUMMER)
    site = site_of(client, those["officer"])

    answer = site.post(f"{PAGE}freeze/")

    assert answer.status_code == 422
    assert "Tick that you know what is still open" in shown(answer)
    with as_owner():
        assert not FrozenPeriod.objects.exists()


def test_frozen_says_so_and_frozen_twice_says_why_not(client, worker, those):
    child(worker, IN_SUMMER)
    site = site_of(client, those["officer"])

    page = shown(site.post(f"{PAGE}freeze/", KNOWN, follow=True))
    again = site.post(f"{PAGE}freeze/", KNOWN)

    assert "Frozen. These figures stay as they are now." in page
    assert ": 1 person." in page
    assert 'href="#freeze"' not in page
    assert "Ask the director to sign" in page
    assert again.status_code == 422
    assert "2026Q3 is frozen already." in shown(again)


def test_a_refused_freezing_keeps_the_tick(client, those, worker):
    frozen(those["officer"], Period(2026, 1))
    site = site_of(client, those["officer"])

    answer = site.post(f"{PAGE}freeze/", KNOWN)

    assert answer.status_code == 422
    assert "Freeze and sign the quarter before 2026Q3 first" in shown(answer)
    assert answer.context["form"]["is_known"].value() is True
    with as_owner():
        assert FrozenPeriod.objects.count() == 1


def test_an_open_quarter_offers_no_freezing_and_refuses_it(client, those):
    site = site_of(client, those["director"])

    page, answer = (
        shown(site.get("/reports/2026Q4/")),
        site.post("/reports/2026Q4/freeze/", KNOWN),
    )

    assert "Freeze 2026Q4" not in page
    assert "It can be frozen after 14 February 2027" in page
    assert answer.status_code == 422
    assert "still open" in shown(answer)


def test_signing_asks_once_more_who_it_is_and_then_signs(client, worker, those):
    frozen(those["officer"])
    site = site_of(client, those["director"])

    asked = site.post(f"{PAGE}sign/")
    with as_owner():
        assert not FrozenPeriod.objects.get().is_signed
    token = asked.context["for"]
    answer = site.post(
        f"{PAGE}sign/",
        {"step_up_for": token, "step_up_code": code_now(those["director"].user)},
        follow=True,
    )

    assert asked.status_code == 403
    assert "To sign July to September 2026" in shown(asked)
    assert "Signed. The figures may be released." in shown(answer)
    with as_owner():
        assert FrozenPeriod.objects.get().signed_by == those["director"].user


def test_a_proof_for_another_quarter_signs_nothing(client, worker, those):
    frozen(those["officer"], Period(2026, 2))
    frozen(those["officer"])
    site = site_of(client, those["director"])
    other = site.post("/reports/2026Q2/sign/").context["for"]

    answer = site.post(
        f"{PAGE}sign/", {"step_up_for": other, "step_up_code": code_now(those["director"].user)}
    )

    assert answer.status_code == 403
    assert "Show once more that it is you" in shown(answer)
    with as_owner():
        assert not FrozenPeriod.objects.exclude(signed_at=None).exists()


@pytest.mark.parametrize(
    ("arranged", "why"),
    [
        (lambda those: None, "not frozen yet"),
        (lambda those: frozen(those["director"]), "You froze 2026Q3 yourself"),
        (lambda those: signed({**those, "director": those["deputy"]}), "signed already"),
    ],
    ids=["not frozen", "by the same person", "twice"],
)
def test_what_cannot_be_signed_says_why_before_a_code_is_asked_for(client, those, arranged, why):
    arranged(those)
    site = site_of(client, those["director"])

    answer = site.post(f"{PAGE}sign/")

    assert answer.status_code == 422
    assert why in shown(answer)
    with as_owner():
        assert not FrozenPeriod.objects.filter(signed_by=those["director"].user).exists()


def test_after_signing_the_page_says_who_makes_the_release(client, those):
    signed(those)

    page = shown(site_of(client, those["director"]).get(PAGE))

    assert "manage.py release create --period 2026Q3" in page
    assert "Ask the system administrator for the release" in page


def reserved(those, *, states=()):
    """As the release worker leaves it: one measurement, and what became of it."""
    with as_owner():
        held = FrozenPeriod.objects.get(pk="2026Q3")
        spent = Reservation.objects.create(
            period=held.code, quarters=[held.code], programme="Q1", programme_version=1, version=1,
            rho=Decimal("0.25"), tables=[], persons=held.persons, snapshot=held.snapshot,
            code_commit="abc", first_approver=held.frozen_by, second_approver=held.signed_by,
            reserved_at=timezone.now(),
        )  # fmt: skip
        for state in states:
            sequence = 1 if state == "made" else None
            LedgerEvent.objects.create(
                reservation=spent, state=state, at=timezone.now(), sequence=sequence
            )


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ((), "Signed; the release has begun"),
        (("drawn",), "Signed; the release is being made"),
        (("drawn", "made"), "Released; not yet handed to the portal"),
        (("drawn", "made", "published"), "Handed to the portal"),
    ],
)
def test_what_the_ledger_has_is_shown_as_it_comes(client, those, states, said):
    signed(those)
    reserved(those, states=states)
    site = site_of(client, those["officer"])

    page, listed = shown(site.get(PAGE)), shown(site.get(LIST))

    assert f"{said}." in page
    assert said in listed
    assert "programme Q1 version 1, 0.250 paid by 2026Q3" in page
    assert '<td class="govuk-table__cell govuk-table__cell--numeric">0.250</td>' in listed
    assert '<td class="govuk-table__cell govuk-table__cell--numeric">1.200</td>' in listed


def test_a_supervisor_is_shown_no_number_of_another_agency(client, worker, those):
    other = people.member(Role.CASEWORKER, desk_of("ngo-lake"))
    for _ in range(7):
        child(other, IN_SUMMER)
    mine = child(worker, IN_SUMMER)
    supervisor = people.member(Role.SUPERVISOR, desk_of("police"))
    live = shown(site_of(client, supervisor).get(PAGE))
    frozen(those["officer"])

    later = shown(site_of(client, supervisor).get(PAGE))
    listed = shown(site_of(client, supervisor).get(LIST))

    for page in (live, later):
        assert "<dd>1</dd>" in page
        assert "ngo-lake" not in page
        assert not {f">{n}<" for n in (7, 8)} & {f">{w}<" for w in page.split(">")}
        assert mine.reference in page  # what it lacks is named to its own agency
    assert "persons" not in listed.split("<main")[1].split("</p>", 2)[2]


@pytest.mark.parametrize("name", ["director", "supervisor"])
@pytest.mark.parametrize("address", [LIST, PAGE, "/reports/2026Q2/", "/reports/2026/"])
def test_the_number_of_questions_does_not_grow_with_what_is_counted(
    client, worker, those, name, address
):
    viewers = {**those, "supervisor": people.member(Role.SUPERVISOR, desk_of("police"))}
    child(worker, IN_SUMMER)
    frozen(those["officer"], Period(2026, 1))
    signed(those, Period(2026, 2))
    site = site_of(client, viewers[name])
    few = asked_by(site, address)
    for number in range(6):
        child(people.member(Role.CASEWORKER, desk_of(f"ngo-{number}")), IN_SUMMER)
        child(worker, IN_SUMMER)
    people.member(Role.SUPERVISOR, desk_of("ngo-1"))

    assert asked_by(site, address) == few


def asked_by(site, address):
    """How many queries a page takes, once it is warm."""
    site.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert site.get(address).status_code == 200
    return len(queries)


def test_the_trail_says_what_was_done_with_which_period(client, worker, those):
    site = site_of(client, those["officer"])
    site.get(LIST)
    site.get(PAGE)
    site.post(f"{PAGE}freeze/")
    site.post(f"{PAGE}freeze/", KNOWN)

    assert trail_of(those["officer"]) == [
        ("figures.list", 200, []),
        ("figures.check", 200, ["2026q3"]),
        ("figures.freeze", 422, ["2026q3"]),
        ("figures.freeze", 302, ["2026q3"]),
    ]


def test_a_year_is_shown_as_its_quarters_and_frozen_once_all_are_signed(client, those):
    for quarter in Period(2025).quarters:
        signed(those, quarter)
    site = site_of(client, those["officer"])

    waiting = shown(site.get("/reports/2026/"))
    page = shown(site.post("/reports/2025/freeze/", KNOWN, follow=True))

    assert waiting.count("Not signed yet") == 4
    assert "Frozen. These figures stay as they are now." in page
    assert page.count("<span>Signed</span>") == 4


def test_a_quarter_before_the_first_frozen_one_is_not_counted(client, those):
    frozen(those["officer"], Period(2026, 2))

    page = shown(site_of(client, those["officer"]).get("/reports/2026Q1/"))

    assert "not counted here" in page
    assert "Freeze 2026Q1" not in page
