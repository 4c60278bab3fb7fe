"""The measuring of goal 12, in casework's own process; see `vault.py`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from uuid import UUID

import django

django.setup()

import json  # noqa: E402

from django.conf import settings  # noqa: E402
from django.db import connections, transaction  # noqa: E402
from django.test import Client  # noqa: E402

from casebase.access import harvest  # noqa: E402
from casebase.access.binding import bind  # noqa: E402
from casebase.registry.models import Case, Note  # noqa: E402
from casebase.registry.synthetic.settle import session_of  # noqa: E402
from casebase.vault import keystore  # noqa: E402
from casebase.vault.envelope import CaseKey  # noqa: E402
from casebase.vault.services import case_key  # noqa: E402
from portal.core.models import User  # noqa: E402
from tests.bench._cases_measured import _cpu, backend_of  # noqa: E402
from tests.bench.rows import Row  # noqa: E402

ROUNDS, VALUES, MORE = 7, 32, 10
TEXT = "First talk in a language of the child; invented, of a usual length. " * 3


def main(times: int) -> None:
    # Nobody may open as many cases a day as are opened here; that they are counted is measured too.
    harvest.OPENING = replace(harvest.OPENING, limit=10**6)
    user = User.objects.get(demo_role="caseworker")
    session = session_of(user)
    with transaction.atomic():
        bind(session.session_key)
        few, many = Case.objects.filter(owner=user).order_by("reference")[:2]
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    pages = {}
    for case, values in ((few, VALUES), (many, VALUES * MORE)):
        write(case, user, session.session_key, values)
        pages[case.pk] = Page(client, case, session.session_key, values)
    for row in rows(pages[few.pk], pages[many.pk], times):
        print(json.dumps(asdict(row)))


def write(case: Case, user: User, session_key: str, values: int) -> None:
    """Notes, half of them before the key's second version comes and half after."""
    with transaction.atomic():
        bind(session_key)
        for number in range(values):
            if number == values // 2:
                keystore.draw([case.pk], 2)
            note = Note(case=case, written_by=user)
            note.seal(case_key(case.pk), text=TEXT)
            note.save(force_insert=True)


class Page:
    """A case's page, and what the vault does for it."""

    def __init__(self, client: Client, case: Case, session_key: str, values: int) -> None:
        self._client, self._address = client, f"/cases/{case.reference}/"
        self._case_id = case.pk
        self._sealed = self._read(session_key)
        self.asked()  # warm
        shown = self._client.get(self._address).content.decode()
        if len(self._sealed) < values or shown.count(TEXT.strip()[:40]) < values:
            raise SystemExit("the page does not show what is to be measured")

    def _read(self, session_key: str) -> list[tuple[UUID, bytes]]:
        with transaction.atomic():
            bind(session_key)
            notes = Note.objects.filter(case_id=self._case_id)
            return [(note.pk, bytes(note.text)) for note in notes]

    def asked(self) -> None:
        answer = self._client.get(self._address)
        if answer.status_code != 200:
            raise SystemExit(f"the page answered {answer.status_code}")

    def opened(self) -> None:
        """The cipher's part: both versions of the key unwrapped, every value opened."""
        key = self._unwrapped()
        for row, sealed in self._sealed:
            key.open(sealed, table="registry_note", column="text", row=row)

    def fetched(self) -> None:
        """As `opened`, with the query that fetches the key."""
        key = case_key(self._case_id)
        for row, sealed in self._sealed:
            key.open(sealed, table="registry_note", column="text", row=row)

    def _unwrapped(self) -> CaseKey:
        found = (
            (version, keystore.unwrap(wrapped, self._case_id, version, kek))
            for version, kek, wrapped in self._wrapped()
        )
        return CaseKey(self._case_id, {version: key for version, key in found if key})

    def _wrapped(self) -> list[tuple[int, int, bytes]]:
        if not hasattr(self, "_rows"):
            with connections["keystore"].cursor() as cursor:
                cursor.execute(keystore.SELECT, [[self._case_id]])
                self._rows = [(row[1], row[2], bytes(row[3])) for row in cursor.fetchall()]
        return self._rows


def rows(few: Page, many: Page, times: int) -> list[Row]:
    pids = [backend_of(alias) for alias in ("default", "audit", "keystore")]
    cipher, fetch, growth = [], [], []
    note = ""
    for _ in range(ROUNDS):
        page = cpu(few.asked, times, pids)
        opened = cpu(few.opened, times * 20, [])
        cipher.append(opened / page)
        fetch.append(cpu(few.fetched, times * 4, pids) / page)
        growth.append(cpu(many.opened, times * 4, []) / opened / MORE)
        note = f"{opened * 1e6:.0f} us of {page * 1e3:.1f} ms"
    name = f"{VALUES} sealed values, key rotating: share of a case page's CPU"
    return [
        Row(12, name, cipher, 0.03, note),
        Row(12, "the same, with the query that fetches the key", fetch, None),
        Row(12, "ten times the values: growth for each", growth, 1.3),
    ]


def cpu(work: Callable[[], None], times: int, backends: list[int]) -> float:
    """Seconds of processor time for one run, of this process and of these backends."""
    started = _cpu(backends)
    for _ in range(times):
        work()
    return (_cpu(backends) - started) / times


if __name__ == "__main__":
    main(int(sys.argv[1]))
