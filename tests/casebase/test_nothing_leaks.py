"""Words typed about a child rest nowhere but sealed (controls 61-63, 72, 79, and the issue's tour).

Every form of every page that any role can reach is filled with words that stand nowhere else,
found by reading the pages, so that a field added tomorrow is covered. After the tour, errors
included, the words are looked for wherever text can come to rest.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import random
import re
import string
import struct
import subprocess
import time
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import psycopg
import pytest

from casebase.access.enums import Role
from portal.runtime.postgres import BIN
from tests.casebase.leaks import LEAKS
from tests.casebase.served import Served, served
from tests.casebase.visitor import Answer, Field, Form, Visitor, same_site

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("served casework")]
MOST_PAGES = 60  # a role; pages alike but for the record count once or twice
REFERENCE = re.compile(r"[A-Z]{2,6}-[A-Z0-9-]{4,}|[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
# Forms about people and desks who work here, not about a child; their names may be read.
ABOUT_WORKERS = ("/sign-", "/account/", "/invitation", "/people/", "/desks/", "/access-review/")
INSTEAD = ("9", "2026-03-01", "AMA", "0302000101", "1")  # where words are refused, tried in turn
SEED = b"12345678901234567890"


@dataclass
class Words:
    """Words that nobody else types, all beginning alike, and where each was typed."""

    beginning: str = field(default_factory=lambda: _letters(7).capitalize())
    typed: dict[str, str] = field(default_factory=dict)

    def draw(self, where: str) -> str:
        word = self.beginning + _letters(5)
        self.typed[word] = where
        return word

    def shapes(self) -> list[bytes]:
        """The beginning as text may come to rest: plain, in hex, in base64 at any offset."""
        shapes = []
        for word in {self.beginning, self.beginning.lower(), self.beginning.upper()}:
            raw = word.encode()
            shapes += [raw, raw.hex().encode(), raw.hex().upper().encode()]
            for offset in range(3):
                encoded = base64.b64encode(b"\0" * offset + raw)
                shapes.append(encoded[(0, 2, 3)[offset] : len(encoded) - 4])
        return shapes


def _letters(count: int) -> str:
    return "".join(random.choices(string.ascii_lowercase, k=count))


@dataclass
class Tour:
    """A walk of several people through the whole site."""

    words: Words
    visitors: list[Visitor] = field(default_factory=list)
    filled: set[str] = field(default_factory=set)  # "POST /cases/*/notes/ text"
    statuses: Counter[int] = field(default_factory=Counter)
    _done: set[tuple[str, ...]] = field(default_factory=set)

    def walk(self, visitor: Visitor, start: tuple[str, ...] = ("/",)) -> None:
        """Every page that links lead to, every form on it."""
        self.visitors.append(visitor)
        waiting, alike = list(start), Counter()
        while waiting and sum(alike.values()) < MOST_PAGES:
            address = waiting.pop(0)
            kind = _kind(address)
            if alike[kind] >= 2 or address.startswith(("/static/", "/sign-out")):
                continue
            alike[kind] += 1
            waiting += self._read(visitor, visitor.get(address))

    def _read(self, visitor: Visitor, answer: Answer) -> Iterator[str]:
        self.statuses[answer.status] += 1
        if answer.location:
            yield from same_site(visitor, [answer.location, visitor.origin + answer.location])
        if "html" not in answer.header("content-type"):
            return
        page = answer.page()
        yield from same_site(visitor, page.links)
        for form in page.forms:
            yield from self._fill_in(visitor, form)

    def _fill_in(self, visitor: Visitor, form: Form, depth: int = 0) -> Iterator[str]:
        """Send a form until it is taken, putting other values where words are refused."""
        path = form.action.removeprefix(visitor.origin)
        kind = (_kind(path), *sorted(form.fields))
        if path.startswith(ABOUT_WORKERS) or kind in self._done or depth > 1:
            return
        refused: Counter[str] = Counter()
        for _ in range(len(INSTEAD) + 1):
            answer = visitor.submit(form, self._filler(refused), {"file": _picture(self.words)})
            self.statuses[answer.status] += 1
            if answer.status in {302, 303} or answer.status < 400:
                self._done.add(kind)
                yield from same_site(visitor, [visitor.origin + answer.location])
                if answer.status == 200:  # such as: show once more that it is you
                    for other in answer.page().forms:
                        yield from self._fill_in(visitor, other, depth + 1)
                return
            if answer.status != 422:
                return
            refused.update(re.findall(r'id="id_([a-z_]+?)(?:_\d+)?-error"', answer.text))

    def _filler(self, refused: Counter[str]):
        def fill(form: Form, one: Field) -> str:
            if one.name == "step_up_code":
                return _code()
            if one.offers:
                return next((offer for offer in one.offers[refused[one.name] :] if offer), "")
            if one.kind in {"hidden", "submit"}:
                return one.value
            if one.kind in {"date", "number"}:
                return {"date": "2026-03-01", "number": "3"}[one.kind]
            if refused[one.name]:
                return INSTEAD[min(refused[one.name], len(INSTEAD)) - 1]
            where = f"{form.method.upper()} {_kind(form.action)} {one.name}"
            self.filled.add(where)
            return self.words.draw(where)

        return fill

    def err(self, site: Served, visitor: Visitor) -> None:
        """Every way to be refused, with words in it."""
        draw = self.words.draw
        outside = Visitor(site.url)
        self.visitors += [outside]
        for one in (visitor, outside):
            seen = len(one.seen)
            for path in ("/{}/", "/cases/{}/", "/?q={}", "/cases/?stage={}", "/operations/{}/"):
                self.statuses[one.get(path.format(draw("an address"))).status] += 1
            del one.seen[seen:]  # an address that somebody typed may come back to them
            one.post("/cases/new/", {"name": draw("a broken form"), "csrfmiddlewaretoken": "no"})
            one.post("/cases/new/", {"name": draw("a form") + "\0"})
            one.post("/cases/new/", {"name": draw("too much") * 300_000})
            one.post("/cases/new/", {f"{draw('a field')}{n}": "x" for n in range(1100)})
            for method in ("PUT", "DELETE", "PROPFIND"):
                body = draw(method).encode()
                one._send(method, "/cases/new/", body, {"Content-Type": "application/json"})
        with _renamed(site, "registry_case"):
            self._send_all_again(visitor)  # 500
        with _renamed(site, "audit_entry"):
            self._send_all_again(visitor)  # 503

    def _send_all_again(self, visitor: Visitor) -> None:
        for address in ("/cases/new/", "/cases/", "/operations/new/"):
            self.statuses[visitor.get(address).status] += 1
            values = {"name": self.words.draw("a fault"), "text": self.words.draw("a fault")}
            self.statuses[visitor.post(address, values).status] += 1


@contextlib.contextmanager
def _renamed(site: Served, table: str) -> Iterator[None]:
    with psycopg.connect(site.superuser_url("casebase"), autocommit=True) as connection:
        connection.execute(f"ALTER TABLE {table} RENAME TO gone")
        try:
            yield
        finally:
            connection.execute(f"ALTER TABLE gone RENAME TO {table}")


def _kind(address: str) -> str:
    return REFERENCE.sub("*", re.sub(r"^https?://[^/]+", "", address).split("?")[0])


def _code() -> str:
    """The one-time code of the moment, of the seed that all invented people share."""
    digest = hmac.digest(SEED, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1)
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def _picture(words: Words) -> bytes:
    """A picture of one point, with a word where cameras write what they are."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    note = b"Comment\0" + words.draw("the inside of a picture").encode()
    body = zlib.compress(b"\0\1\2\3")
    parts = chunk(b"IHDR", head) + chunk(b"tEXt", note) + chunk(b"IDAT", body)
    return b"\x89PNG\r\n\x1a\n" + parts + chunk(b"IEND", b"")


def found_in(site: Served, tour: Tour) -> dict[str, str]:
    """Each resting place that holds a word, with what stands there around it."""
    found = {}
    for name, content in _places(site, tour):
        for shape in tour.words.shapes():
            place = content.find(shape)
            if place >= 0:
                around = content[max(0, place - 60) : place + 40]
                found[name] = f"{around!r}"
    return found


def _places(site: Served, tour: Tour) -> Iterator[tuple[str, bytes]]:
    with psycopg.connect(site.server.url, autocommit=True) as connection:
        names = connection.execute("SELECT datname FROM pg_database WHERE datallowconn").fetchall()
    for (name,) in names:
        command = [BIN / "pg_dump", "--dbname", site.superuser_url(name)]
        done = subprocess.run(command, capture_output=True, check=True)
        yield f"pg_dump of {name}", done.stdout
    yield "sessions", site.sessions().encode()
    for visitor in tour.visitors:
        yield "headers and addresses", "\n".join(visitor.seen).encode()
    for path in site.data.rglob("*"):
        if path.is_file():
            yield str(path.relative_to(site.data)), path.read_bytes()


@pytest.fixture(scope="module")
def site() -> Iterator[Served]:
    with served() as one:
        yield one


@pytest.fixture(scope="module")
def people(site) -> dict[str, dict[str, str]]:
    """One of each role, and a second caseworker, whom nobody's tour touches."""
    made = site.members(*Role.values, Role.CASEWORKER.value)
    made["spare"] = made.pop(f"caseworker{len(Role.values)}")
    return made


def test_words_typed_about_a_child_rest_nowhere_but_sealed(site, people):
    tour = Tour(Words())
    site.start()
    visitors = {
        role: Visitor(site.url, one["session"]) for role, one in people.items() if role != "spare"
    }
    for role in sorted(visitors, key=lambda role: role != "caseworker"):  # there must be cases
        tour.walk(visitors[role])
    tour.err(site, visitors["caseworker"])
    site.end()

    print(f"{len(tour.words.typed)} words in {len(tour.filled)} fields, {dict(tour.statuses)}")
    fields = {line.split()[-1] for line in tour.filled}
    assert {"name", "community", "mother_name", "found_at", "text", "reasons"} <= fields
    assert {200, 302, 403, 404, 422, 500, 503} <= set(tour.statuses), tour.statuses
    assert found_in(site, tour) == {}


def test_a_site_that_leaks_on_purpose_is_found_out_at_every_place(site, people):
    tour = Tour(Words())
    site.leaks = tuple(leak.__name__ for leak in LEAKS)
    site.start()
    tour.walk(Visitor(site.url, people["spare"]["session"]), ("/cases/new/",))
    site.end()

    found = found_in(site, tour)

    assert [where for where in LEAKS.values() if not any(where in place for place in found)] == []


def test_a_word_in_a_plain_column_is_found_in_the_dump(site):
    words = Words()
    with psycopg.connect(site.superuser_url("casebase"), autocommit=True) as connection:
        connection.execute("CREATE TABLE plain AS SELECT %s::bytea AS text", [words.draw("x")])

    assert "pg_dump of casebase" in found_in(site, Tour(words))
