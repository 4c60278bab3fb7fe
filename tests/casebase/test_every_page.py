"""Promises that every page keeps, those of next year included: visited by their addresses."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db import connections, transaction
from django.http import QueryDict
from django.test import Client

from casebase.audit import events
from casebase.registry.models import Case
from portal.core import step_up
from tests.casebase import matrix, one_of_everything
from tests.casebase.database import as_owner

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.slow]
# Answer no GET with a page here: they take a POST, lead on, or need a file, a token, a period.
NOT_SHOWN = {
    "add_file", "audit_check", "check_files", "confirm_period", "correct_identity", "drop_list",
    "file", "freeze_period", "front", "invitation", "invite_again", "look_for_doubles", "note",
    "note_correction", "open_again",
    "picture", "report_corrections", "resolve_flag", "reveal", "revoke_grant", "sheet_full",
    "sign_in", "sign_in_code", "sign_out", "sign_period", "triage_report", "undo_merge", "unlink",
}  # fmt: skip
# A page that was only opened must not read as an act; what some acts say of themselves is enough.
READS_AS_A_LOOK = (
    "^$|^(Read|Came in|Saw|Opened|Only opened|Printed|Compared|Looked|Asked which|Checked)"
    "|or opened the form|or answered|^Took exact figures"
)
LONG = "9" * 5000
# What nobody types, and whoever looks for a crack does.
HOSTILE = (
    "\u00b2", "\u0663", "-1", "99999999999999999999", "1e400", LONG, "A" * 5000, "\0", "a\0b",
    "9999-12-31", "0001-01-01", "0000-00-00", "\U0001f600", "\ud83d", "%", "' OR 1=1 --",
    *(f"{odd}_{uuid.UUID(int=7)}" for odd in ("9999-12-31", "1e308", "nan", "-62135596800", "")),
)  # fmt: skip
TOGETHER = {"my_day after": "only=tasks", "access_requests after": "only=own"}
IN_A_PATH = ("\u00b2", "99999999999999999999", LONG, "\0", "\U0001f600")


@pytest.fixture(autouse=True)
def _one_transaction(trail_in_the_transaction, monkeypatch):
    """The trail is written where it can be read back; the second factor is fresh."""
    monkeypatch.setattr(step_up, "is_fresh", lambda *_a: True)


@pytest.fixture
def world():
    return one_of_everything.made()


@pytest.fixture
def keys(world):
    found = {role: matrix.key_of(viewer) for role, viewer in world.members.items()}
    return {**found, "stranger": matrix.key_of(world.stranger)}


def pages(world) -> Iterator[tuple[str, str, str]]:
    """Every address, filled: its name, its route, the address."""
    for pattern in matrix.addresses():
        route = matrix.route_of(pattern)
        yield (
            pattern.name or route,
            route,
            matrix.filled(pattern, **world.known(pattern.name or "", route)),
        )


def test_what_stands_on_a_page_stands_in_its_entry_of_the_trail(world, keys):
    with as_owner():
        numbers = {case.reference: case.pk for case in Case.objects.all()}
    numbers |= {report.reference: report.pk for report in world.reports}
    numbers[world.suspect.reference] = world.suspect.pk
    shown, missing, said = set(), set(), set()
    for name, _, address in pages(world):
        for role, key in keys.items():
            body, recorded, sentence = read(key, address)
            if body is None:
                continue
            shown.add(name)
            said.add(sentence)
            missing |= {
                f"{name}: {word}, {role}"
                for word, pk in numbers.items()
                if word in body and pk not in recorded
            }

    assert missing == set()
    assert {one for one in said if not re.search(READS_AS_A_LOOK, one)} == set()
    assert {name for name, _, _ in pages(world)} - shown == NOT_SHOWN


def test_no_address_falls_over_what_is_typed_into_it(world, keys):
    fallen, read_names = set(), set()
    for name, route, address in pages(world):
        visitors = [*keys.values(), ""]  # the last is nobody
        key = next((key for key in visitors if status_of(key, address) == 200), None)
        names = [] if key is None else asked_for(key, address)
        read_names |= {f"{name} {word}" for word in names}
        fallen |= {
            f"{name}: {query[:60]}"
            for word in names
            for query in queries(word, TOGETHER.get(f"{name} {word}", ""))
            if status_of(key, f"{address}?{query}") >= 500
        }
        fallen |= {
            f"{name}: {odd[:60]!r} in the path"
            for odd in IN_A_PATH
            if "<" in route and status_of(keys["supervisor"], with_in_it(route, odd)) >= 500
        }

    assert fallen == set()
    # That the test hears what a page reads: through a form, by the page, and by a filter.
    assert {"audit before", "case_seen_by before", "cases stage", "my_day after"} <= read_names


def asked_for(key: str, address: str) -> list[str]:
    """The names of the query that a page reads, as it tells by reading them."""
    names: dict[str, None] = {}

    class Listening(QueryDict):
        def get(self, name, default=None):
            names[name] = None
            return super().get(name, default)

        def getlist(self, name, default=None):
            names[name] = None
            return super().getlist(name, default)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WSGIRequest, "GET", property(lambda _: Listening("only=tasks")))
        status_of(key, address)
    return list(names)


def queries(name: str, beside: str) -> list[str]:
    """Each hostile value alone, and two of them for one name.

    Args:
        beside: what the page has to be asked as well, so that it reads this.
    """
    if beside:
        return [f"{beside}&{query}" for query in queries(name, "")]
    values = [quote(value, errors="surrogatepass") for value in HOSTILE]
    return [f"{name}={value}" for value in values] + [f"{name}=1&{name}={values[3]}"]


def with_in_it(route: str, odd: str) -> str:
    return re.sub(r"<[^>]+>", quote(odd, safe="", errors="surrogatepass"), route)


def status_of(key: str, address: str) -> int:
    client = Client(raise_request_exception=False)
    if key:
        client.cookies[settings.SESSION_COOKIE_NAME] = key
    with transaction.atomic():
        answer = client.get(address)
        transaction.set_rollback(True)
    return answer.status_code


def read(key: str, address: str):
    """The body of a page that answers 200, the ids in its entry, and how that entry reads."""
    client = Client(raise_request_exception=False)
    client.cookies[settings.SESSION_COOKIE_NAME] = key
    with transaction.atomic():
        before = newest()
        answer = client.get(address)
        entry = newest()
        transaction.set_rollback(True)
    if answer.status_code != 200:
        return None, [], ""
    _, ids, action, result = entry if entry != before else (0, [], "", 0)
    return answer.content.decode(), ids, events.sentence(action, result)


def newest():
    with as_owner(), connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT id, case_ids, action, result FROM audit_entry ORDER BY id DESC LIMIT 1"
        )
        return cursor.fetchone()
