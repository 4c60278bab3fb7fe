"""The measuring of goals 8 and 10, in casework's own process; see `cases.py`.

Prints one line of JSON for each row of the table. The plain side is PostgreSQL's superuser,
whom no policy binds, and inserts the same columns into the same tables with the same indexes.
"""

from __future__ import annotations

import html
import os
import re
import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, dataclass
from itertools import chain
from statistics import median
from typing import Any

import django

django.setup()

import json  # noqa: E402

import psycopg  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connections, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from casebase.access.binding import bind  # noqa: E402
from casebase.access.viewer import Viewer  # noqa: E402
from casebase.audit.services import record  # noqa: E402
from casebase.registry.models import Case, Note, StatusDecision  # noqa: E402
from casebase.registry.services import register_child as registration  # noqa: E402
from casebase.registry.services.register_child import Intake, register_child  # noqa: E402
from casebase.registry.synthetic.bulk import Table  # noqa: E402
from casebase.registry.synthetic.desks import Owner  # noqa: E402
from casebase.registry.synthetic.many import Maker  # noqa: E402
from casebase.registry.synthetic.settle import session_of  # noqa: E402
from casebase.vault.services import key_to_seal  # noqa: E402
from portal.core.flights import in_one_flight  # noqa: E402
from portal.core.models import Region, User  # noqa: E402
from portal.core.sessions import digest  # noqa: E402
from portal.core.writings import insert  # noqa: E402
from portal.runtime import folders  # noqa: E402
from tests.bench.clock import on_cpu  # noqa: E402
from tests.bench.rows import Row  # noqa: E402

ROUNDS, TIMES, PAGES, FEW = 5, 100, 20, 20
KEPT = folders.data_folder() / "small.json"


@dataclass
class Cost:
    """Seconds of one run: on the wall, and on the processors of this process and its backends."""

    wall: float
    cpu: float


def main(size: str) -> None:
    user = User.objects.get(demo_role="caseworker")
    session = session_of(user)
    rows = [*listing(user, session, size), *registering(user, session, size)]
    for row in rows:
        print(json.dumps(asdict(row)))


# --- goal 8

FILTERS = ("", "?stage=monitoring", "?status=ActualVictimOfTrafficking", "?mine=1")
PLAIN_LIST = (
    "SELECT c.*, p.*, u.name, a.name, d.name FROM registry_case c"
    " JOIN registry_person p ON p.id = c.person_id JOIN core_user u ON u.id = c.owner_id"
    " JOIN core_agency a ON a.id = c.agency_id JOIN access_desk d ON d.id = c.desk_id"
    " WHERE c.desk_id = %s ORDER BY c.changed_at DESC, c.id LIMIT 25"
)


def listing(user: User, session: Any, size: str) -> Iterator[Row]:
    """The first and the last page of the list, with each filter, and the plain first page."""
    site, plain = Listing(session), PlainListing(user)
    pids = [backend_of(alias) for alias in ("default", "audit", "keystore")]
    pages = {f"/cases/{query}": site.last_page(f"/cases/{query}") for query in FILTERS}
    plainly: list[Cost] = []
    first: dict[str, list[Cost]] = {address: [] for address in pages}
    last: dict[str, list[Cost]] = {address: [] for address in pages}
    for _ in range(ROUNDS + 1):
        plainly.append(cost(plain.once, [plain.pid]))
        for address, end in pages.items():
            first[address].append(cost(lambda at=address: site.get(at), pids, PAGES))
            last[address].append(cost(lambda at=end: site.get(at), pids, PAGES))
    for address in pages:
        name = f"list, {address.removeprefix('/cases/') or 'no filter'}, {size}"
        yield _ratio(8, f"{name}: CPU, page / plain", first[address], plainly, 25)
        yield _ratio(8, f"{name}: CPU, last / first", last[address], first[address], 1.5)
    every = [each.cpu for rounds in first.values() for each in rounds[1:]]
    yield from _grown("list", size, every, 8, 1.3)


def _ratio(goal: int, name: str, ours: list[Cost], theirs: list[Cost], must: float) -> Row:
    """Pair by pair; the first round only warmed up."""
    ours, theirs = ours[1:], theirs[1:]
    wall = min(each.wall for each in ours), min(each.wall for each in theirs)
    note = f"wall {1000 * wall[0]:.1f} ms / {1000 * wall[1]:.2f} ms"
    ratios = [one.cpu / max(other.cpu, 1e-9) for one, other in zip(ours, theirs, strict=True)]
    return Row(goal, name, ratios, must, note)


class Listing:
    """The list as a browser gets it: middleware, binding, trail, template."""

    def __init__(self, session: Any) -> None:
        self._client = Client(SERVER_NAME="127.0.0.1")
        self._client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key

    def get(self, address: str) -> str:
        answer = self._client.get(address)
        assert answer.status_code == 200, (answer.status_code, address)
        return str(answer.content.decode())

    def last_page(self, address: str) -> str:
        """The address that following "Older cases" ends at."""
        while found := re.search(r'href="(\?[^"]*)" rel="next"', self.get(address)):
            address = "/cases/" + html.unescape(found[1])
        return address


class PlainListing:
    """The limit: the first page as one statement, its rows fetched and nothing made of them."""

    def __init__(self, user: User) -> None:
        self._desk = user.membership.desk_id
        self._connection = psycopg.connect(os.environ["BENCH_PLAIN_URL"], autocommit=True)
        self.pid = self._connection.info.backend_pid

    def once(self) -> None:
        self._connection.execute(PLAIN_LIST, [self._desk]).fetchall()


# --- goal 10


def registering(user: User, session: Any, size: str) -> Iterator[Row]:
    """One case with four rows of its own, both ways in turn: as the goal says, and with the tokens
    that others find the child by, which come in one more statement on either side."""
    pids = [backend_of(alias) for alias in ("default", "audit", "keystore")]
    sides = {
        name: (Registering(user, session, findable=findable), PlainRegistering(user, findable))
        for name, findable in (("", False), (" and its tokens", True))
    }
    costs: dict[str, list[tuple[Cost, Cost]]] = {name: [] for name in sides}
    for _ in range(ROUNDS + 1):
        for name, (ours, plain) in sides.items():
            both = cost(ours.once, pids, FEW), cost(plain.once, [plain.pid], FEW)
            costs[name].append(both)
    for name, pairs in costs.items():
        called = f"one case + 4 rows{name}, {size}"
        yield _ratio(10, f"{called}: CPU, ours / plain", *_unzipped(pairs), 3)
        ratios = [one.wall / other.wall for one, other in pairs[1:]]
        yield Row(10, f"{called}: wall, ours / plain", ratios, 1.5)
        every = [one.cpu for one, _ in pairs[1:]]
        yield from _grown(f"registering{name}", size, every, 10, 1.3)


def _unzipped(pairs: list[tuple[Cost, Cost]]) -> tuple[list[Cost], list[Cost]]:
    return [one for one, _ in pairs], [other for _, other in pairs]


class Registering:
    """A child registered as a page does it: bound, sealed, recorded before it is acknowledged."""

    def __init__(self, user: User, session: Any, *, findable: bool) -> None:
        self._user, self._key, self._is_findable = user, session.session_key, findable
        self._region = Region.objects.get(code="oti")
        self._children = Maker(f"registering {os.getpid()}", [], timezone.localdate())
        self._ready: list[Intake] = []

    @contextmanager
    def prepared(self, number: int) -> Iterator[None]:
        """What the worker typed, for so many children: typing is not what is compared."""
        self._ready = [self._intake() for _ in range(number)]
        findable = registration.make_findable
        if not self._is_findable:
            registration.make_findable = lambda **given: None
        yield
        registration.make_findable = findable

    def once(self) -> None:
        with transaction.atomic():
            viewer = Viewer.of(self._user, bind(self._key))
            case = register_child(viewer=viewer, intake=self._ready.pop())
            with in_one_flight():
                key = key_to_seal(case.pk)
                self._decide(case, key)
                self._write_note(case, key)
            record(
                action="case.registered",
                user_id=viewer.pk,
                session=digest(self._key)[:16],
                case_ids=[case.pk],
            )

    def _intake(self) -> Intake:
        return Intake(
            submission=uuid.uuid4(),
            identified_on=timezone.localdate(),
            sex="Male",
            age=9,
            age_basis="estimated",
            region=self._region,
            source="proactive",
            legal_basis="protection",
            identity=self._children.texts(),
        )

    def _decide(self, case: Case, key: Any) -> None:
        decision = StatusDecision(
            case=case,
            status=case.status,
            decided_on=timezone.localdate(),
            deciding_body="Police",
            decided_by=self._user,
        )
        decision.seal(key, reasons="Kept at work on the water.")
        insert(decision)

    def _write_note(self, case: Case, key: Any) -> None:
        note = Note(case=case, written_by=self._user)
        note.seal(key, text="First talk in the child's own language.")
        insert(note)


class PlainRegistering:
    """The limit: five INSERTs of ready values, a sixth for the tokens, and a commit."""

    def __init__(self, user: User, findable: bool) -> None:
        place = user.membership
        owner = Owner(user.pk, place.desk_id, place.agency_id, [1, 2, 3, 4])
        seed = f"plain {findable} {os.getpid()}"
        self._maker = Maker(seed, [owner], timezone.localdate(), findable=findable)
        self._connection = psycopg.connect(os.environ["BENCH_PLAIN_URL"])
        self.pid = self._connection.info.backend_pid
        self._ready: list[list[tuple[str, tuple[Any, ...]]]] = []
        self._statements: dict[str, str] = {}

    @contextmanager
    def prepared(self, number: int) -> Iterator[None]:
        """Values made beforehand: making them is not what is compared."""
        while len(self._ready) < number:
            batch = self._maker.batch(1)
            if batch.decisions:
                self._ready.append(
                    [
                        (self._statement(table, len(rows)), tuple(chain(*rows)))
                        for table, rows in self._maker.tables.in_order(batch)
                        if rows
                    ]
                )
        yield

    def _statement(self, table: Table, rows: int) -> str:
        places = f"({', '.join(['%s'] * len(table.columns))})"
        columns = ", ".join(table.columns)
        return f"INSERT INTO {table.name} ({columns}) VALUES {', '.join([places] * rows)}"

    def once(self) -> None:
        with self._connection.cursor() as cursor:
            for statement, values in self._ready.pop():
                cursor.execute(statement, values)
        self._connection.commit()


# --- measuring


def cost(work: Callable[[], object], backends: list[int], times: int = TIMES) -> Cost:
    """What one run costs, from so many of them; whoever does it may prepare."""
    prepared = getattr(getattr(work, "__self__", None), "prepared", lambda times: nullcontext())
    with prepared(times):
        wall, cpu = time.monotonic(), _cpu(backends)
        for _ in range(times):
            work()
        return Cost((time.monotonic() - wall) / times, (_cpu(backends) - cpu) / times)


def _cpu(backends: list[int]) -> float:
    """Seconds of this process and of these PostgreSQL backends, from the kernel."""
    return time.process_time() + sum(map(on_cpu, backends))


def backend_of(alias: str) -> int:
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def _grown(name: str, size: str, costs: list[float], goal: int, must: float) -> Iterator[Row]:
    """Nothing at the small size, whose figure is kept; growth against it at the large one.

    The two are minutes apart and the machine's speed is not the same, so each is counted in turns
    of a loop that only computes.
    """
    kept = json.loads(KEPT.read_text()) if KEPT.exists() else {}
    turns = [each / _turn() for each in costs]
    if size == "small":
        KEPT.write_text(json.dumps({**kept, name: median(turns)}))
    else:
        ratios = [each / kept[name] for each in turns]
        yield Row(goal, f"{name}: ten times the cases", ratios, must)


def _turn() -> float:
    """Seconds of processor for a loop that only computes."""
    start = time.process_time()
    sum(number * number for number in range(200_000))
    return time.process_time() - start


if __name__ == "__main__":
    main(sys.argv[1])
