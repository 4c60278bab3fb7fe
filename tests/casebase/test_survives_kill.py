"""Killed without a word, five times, under four writers: nothing that was acknowledged is lost,
nothing stands in the records that the trail does not know (control 90).
"""

from __future__ import annotations

import itertools
import random
import signal
import string
import threading
import time

import psycopg
import pytest

from tests.casebase.served import Served, served
from tests.casebase.visitor import Answer, Field, Form, Visitor

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("served casework")]
KILLS = 5
SECONDS_OF_WRITING = 4
WRITERS, SHARING = 4, 20  # each under many accounts: one may register 30 children a minute
ANSWERS = {"age": "9", "community": "Ekumpoano"}


class Writer(threading.Thread):
    """Registers one child after another, and remembers those the site acknowledged."""

    def __init__(self, site: Served, sessions: list[str]) -> None:
        super().__init__(daemon=True)
        self.visitors = itertools.cycle([Visitor(site.url, session) for session in sessions])
        self.acknowledged: set[str] = set()
        self.without_answer = 0
        self.unexpected: set[int] = set()
        self.is_over = threading.Event()

    def run(self) -> None:
        while not self.is_over.is_set():
            answer = self._register()
            if answer.status == 302 and answer.location.startswith("/cases/"):
                self.acknowledged.add(answer.location.split("/")[2])
            elif answer.status in {0, 500, 502, 503}:
                self.without_answer += 1
                time.sleep(0.3)
            else:
                self.unexpected.add(answer.status)

    def _register(self) -> Answer:
        visitor = next(self.visitors)
        try:
            page = visitor.get("/cases/new/")
            forms = [form for form in page.page().forms if "submission" in form.fields]
            return visitor.submit(forms[0], _fill) if forms else page
        except OSError:  # nobody listens
            return Answer(0, (), "", "")


def _fill(form: Form, one: Field) -> str:
    if one.offers:
        return next(offer for offer in one.offers if offer)
    if "name" in one.name:  # drawn, or the site would ask whether this is the child before
        return "".join(random.choices(string.ascii_lowercase, k=12)).capitalize()
    return one.value or ANSWERS.get(one.name, "")


@pytest.fixture(scope="module")
def site():
    with served() as one:
        yield one


def test_what_was_acknowledged_is_kept_and_what_is_kept_was_recorded(site):
    people = site.members(*["caseworker"] * WRITERS * SHARING)
    site.start(sealing=True)
    sessions = [person["session"] for person in people.values()]
    writers = [Writer(site, sessions[number::WRITERS]) for number in range(WRITERS)]
    for writer in writers:
        writer.start()
    for kill in range(KILLS):
        time.sleep(SECONDS_OF_WRITING)
        before = sum(len(writer.acknowledged) for writer in writers)
        if kill % 2 == 0:  # the site dies first, or its database does
            site.end(signal.SIGKILL)
            site.kill_postgres()
        else:
            site.kill_postgres()
            site.end(signal.SIGKILL)
        site.start_postgres()
        site.start(sealing=True)
        print(f"kill {kill + 1}: {before} acknowledged before it")
    time.sleep(SECONDS_OF_WRITING)
    for writer in writers:
        writer.is_over.set()
    for writer in writers:
        writer.join(60)
    site.end()
    site.manage("audit_seal")

    acknowledged = set().union(*(writer.acknowledged for writer in writers))
    with psycopg.connect(site.superuser_url("casebase")) as connection:
        kept = {row[0] for row in connection.execute("SELECT reference FROM registry_case")}
        unrecorded = connection.execute(
            "SELECT reference FROM registry_case c WHERE NOT EXISTS (SELECT 1 FROM audit_entry e"
            " WHERE e.case_ids @> ARRAY[c.id] AND e.action = 'case.register')"
        ).fetchall()
        halves = connection.execute(
            "SELECT c.reference FROM registry_case c LEFT JOIN registry_identity i"
            " ON i.person_id = c.person_id WHERE i.id IS NULL"
        ).fetchall()

    lost = acknowledged - kept
    unanswered = sum(writer.without_answer for writer in writers)
    print(f"{len(acknowledged)} acknowledged, {len(kept)} kept, {unanswered} without an answer")
    assert len(acknowledged) > KILLS
    assert unanswered > 0  # the kills were felt
    assert set().union(*(writer.unexpected for writer in writers)) == set()
    assert (lost, unrecorded, halves) == (set(), [], [])
    assert "The trail is whole." in site.manage("audit_verify")
