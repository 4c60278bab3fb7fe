"""Every page that shows a name or a case counts against the budget, not only the usual one."""

from __future__ import annotations

import pytest
from django.test import Client

from casebase.access import harvest
from casebase.access.enums import Role
from casebase.access.models import Usage
from casebase.vault.rotation.tables import sealed_tables
from portal.core.sessions import SessionStore
from portal.core.step_up import PROOFS, _digest
from tests.casebase import matrix, one_of_everything, people
from tests.casebase.database import as_owner
from tests.casebase.people import used
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")


def signed_in(viewer, action: str, about: object) -> Client:
    from django.conf import settings
    from django.utils import timezone

    client = people.sign_in(Client(), viewer)
    store = SessionStore(client.cookies[settings.SESSION_COOKIE_NAME].value)
    store[PROOFS] = {_digest(action, str(about)): timezone.now().timestamp()}
    store.save()
    return client


@pytest.mark.parametrize(
    ("action", "path"),
    [("sheet.full", "sheet/full/"), ("identity.correct", "identity/correct/")],
)
def test_a_name_costs_wherever_it_is_shown(action, path):
    viewer = people.member(Role.SUPERVISOR)
    case = registered(people.bound(viewer))
    client = signed_in(viewer, action, case.pk)

    answer = client.post(f"/cases/{case.reference}/{path}", {"purpose": "care"})

    assert answer.status_code == 200
    assert used(viewer, harvest.REVEALING) == 1


@pytest.mark.parametrize("path", ["", "edit/CARD/", "sheet/referral/", "sheet/anonymised/"])
def test_a_case_costs_wherever_it_is_opened(path):
    from casebase.registry.services.edit_case import CARDS

    viewer = people.member()
    case = registered(people.bound(viewer))
    client = people.sign_in(Client(), viewer)

    answer = client.get(f"/cases/{case.reference}/{path.replace('CARD', next(iter(CARDS)))}")

    assert answer.status_code == 200
    assert used(viewer, harvest.OPENING) == 1


# The trail of a case shows nothing of it; a picture stands on the page of its file, which counted.
NOT_OPENED = {"case_seen_by", "picture"}


def pages_of_a_case():
    """Every address of one case that answers a reader with a page, by its name."""
    for pattern in matrix.addresses():
        route = matrix.route_of(pattern)
        if route.startswith("/cases/<str:reference>/") and pattern.name not in NOT_OPENED:
            yield pattern.name


@pytest.mark.parametrize("name", sorted(pages_of_a_case()))
def test_whatever_shows_a_case_counts_it(name):
    """One promise over the list of addresses: a page that is added tomorrow is counted, too."""
    viewer = people.member(Role.SUPERVISOR)
    case = registered(people.bound(viewer))
    pattern = next(one for one in matrix.addresses() if one.name == name)
    address = matrix.filled(pattern, reference=case.reference, number=1, card="care")
    client = people.sign_in(Client(), viewer)

    answers = [client.get(address), client.post(address, {})]

    shown = [answer for answer in answers if case.reference in answer.content.decode()]
    assert used(viewer, harvest.OPENING) == 1 or not shown


def test_whatever_opens_sealed_words_of_a_record_counts_it(monkeypatch):
    """A tip-off, a suspect, an operation hold names and places as a case does."""
    kept: list[dict] = []
    monkeypatch.setattr("casebase.access.pages.record", lambda **entry: kept.append(entry))
    monkeypatch.setattr("portal.core.step_up.is_fresh", lambda *_a: True)
    sealed = {column for table in sealed_tables() for column in table.columns}
    world, opened, uncounted = one_of_everything.made(), set(), set()
    for role, viewer in world.members.items():
        client = people.sign_in(Client(), viewer)
        for pattern in matrix.addresses():
            name, route = pattern.name or "", matrix.route_of(pattern)
            if "<" not in route:
                continue
            before, kept[:] = spent_by(viewer), []
            answer = client.get(matrix.filled(pattern, **world.known(name, route)))
            if answer.status_code == 200 and kept and sealed & set(kept[-1]["fields"]):
                opened.add(name)
                if spent_by(viewer) == before:
                    uncounted.add(f"{name}, {role}")
            with as_owner():
                Usage.objects.all().delete()

    assert uncounted == set()
    assert {"operation", "edit_operation", "report", "suspect"} <= opened


def spent_by(viewer) -> int:
    return used(viewer, harvest.OPENING) + used(viewer, harvest.REVEALING)


@pytest.mark.parametrize("name", ["double", "merge"])
def test_two_children_side_by_side_cost_two_names(name, monkeypatch):
    monkeypatch.setattr("portal.core.step_up.is_fresh", lambda *_a: True)
    world = one_of_everything.made()
    viewer = world.members["data_manager" if name == "double" else "supervisor"]
    route = {"double": "/doubles/", "merge": "/merges/"}[name]

    answer = people.sign_in(Client(), viewer).get(f"{route}{world.numbers[name]}/")

    assert answer.status_code == 200
    assert used(viewer, harvest.REVEALING) == 2
