"""Every page that shows a name or a case counts against the budget, not only the usual one."""

from __future__ import annotations

import pytest
from django.test import Client

from casebase.access import harvest
from casebase.access.enums import Role
from casebase.access.models import Usage
from portal.core.sessions import SessionStore
from portal.core.step_up import PROOFS, _digest
from tests.casebase import people
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")


def used(viewer, budget) -> int:
    people.bound(viewer)
    rows = Usage.objects.filter(user_id=viewer.pk, budget=budget.name)
    return sum(rows.values_list("used", flat=True))


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
