"""My day names what waits for an answer on other pages, and never says that nothing does."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from casebase.access.enums import Role
from casebase.registry.models import AccessRequest, Merge
from tests.casebase import one_of_everything, people
from tests.casebase.database import as_owner

pytestmark = pytest.mark.django_db(databases="__all__")

# Of `one_of_everything`. A newcomer without a phone waits for nobody yet; nobody's access was
# looked at yet, and nobody reviews their own.
BY_ROLE = {
    Role.CASEWORKER: {"/reports-received/": 1},
    Role.POLICE_INVESTIGATOR: {"/reports-received/": 1},
    Role.DESK_OFFICER: {"/access-requests/": 1, "/reports-received/": 1},
    Role.SUPERVISOR: {
        "/emergency/openings/": 1, "/access-requests/": 1, "/reports-received/": 1, "/merges/": 1,
        "/access-review/": 8, "/people/requests/": 1,
    },
    Role.DATA_MANAGER: {"/doubles/": 8},
    Role.DIRECTOR: {"/emergency/openings/": 1, "/access-review/": 4},
}  # fmt: skip


@pytest.fixture
def world():
    return one_of_everything.made()


def elsewhere(page: str) -> dict[str, int]:
    """Address to number, as the page says them."""
    part = page.split('id="elsewhere"')[1].split("</section>")[0] if "elsewhere" in page else ""
    return {where: int(many) for where, many in re.findall(r'href="([^"]+)">(\d+) ', part)}


def day(client, viewer) -> str:
    people.sign_in(client, viewer)
    return client.get("/my-day/").content.decode()


@pytest.mark.parametrize("role", Role, ids=str)
def test_each_role_reads_what_waits_for_its_answer_and_where(client, world, role):
    page = day(client, world.members[role.value])

    assert elsewhere(page) == BY_ROLE.get(role, {})
    if role in BY_ROLE:
        assert "Nothing waits for you" not in page


def test_every_line_leads_to_a_page_that_its_reader_may_open(client, world):
    for role, counted in BY_ROLE.items():
        people.sign_in(client, world.members[role.value])

        assert {client.get(where).status_code for where in counted} == {200}


def test_what_was_answered_and_what_one_asked_oneself_does_not_wait(client, world):
    supervisor = world.members["supervisor"]
    with as_owner():
        Merge.objects.update(requested_by=supervisor.user)
        AccessRequest.objects.update(
            state=AccessRequest.State.GRANTED,
            decided_by=supervisor.user,
            decided_at=timezone.now(),
        )

    counted = elsewhere(day(client, supervisor))

    assert not {"/merges/", "/access-requests/"} & set(counted)
    assert counted["/reports-received/"] == 1


def test_whoever_asked_another_desk_reads_that_the_answer_is_there_until_it_was_read(client, world):
    asker = world.stranger
    before = elsewhere(day(client, asker))
    with as_owner():
        AccessRequest.objects.update(
            state=AccessRequest.State.GRANTED,
            decided_by=world.members["supervisor"].user,
            decided_at=timezone.now(),
        )
    page = day(client, asker)
    client.get("/access-requests/")

    assert "/access-requests/" not in before
    assert "1 new answer to what your desk asked" in page
    assert "new answer" not in day(client, asker)
