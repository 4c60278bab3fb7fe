"""Goal 13: what the trail costs four writers, and how fast it is checked.

The limit is a bare table of the same columns: no index but its key, no constraint, no seal. The
peer is one global chain, each row holding the digest of the row before, as it would be without
batches: its head row serialises the writers, and its check goes row by row.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import psycopg

from portal.runtime import folders, keys, provision
from portal.runtime.postgres import Server, _make_searchable
from tests.bench.rows import Row

WRITERS = 4
COLUMNS = "action, user_id, session, case_ids, fields, purpose, result, view, query_hash"
VALUES = "VALUES ('case.read', %s, %s, %s, %s, 'care', 200, 'registry:case', '')"
OTHERS = """
CREATE TABLE plain_entry AS SELECT * FROM audit_entry;
ALTER TABLE plain_entry ADD PRIMARY KEY (id);
ALTER TABLE plain_entry ALTER id ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE plain_entry ALTER at SET DEFAULT clock_timestamp();
CREATE TABLE chain_entry (LIKE plain_entry INCLUDING ALL, digest bytea);
CREATE TABLE chain_head (digest bytea);
INSERT INTO chain_head VALUES ('');
CREATE FUNCTION chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE chain_head SET digest = sha256(digest || convert_to(NEW::text, 'UTF8'))
        RETURNING digest INTO NEW.digest;
    RETURN NEW;
END $$;
CREATE TRIGGER chain BEFORE INSERT ON chain_entry FOR EACH ROW EXECUTE FUNCTION chain();
GRANT INSERT ON plain_entry, chain_entry TO audit_writer;
GRANT SELECT, UPDATE ON chain_head TO audit_writer;
GRANT SELECT ON plain_entry TO sealer;
"""
UNSEALED = (
    "SELECT EXISTS (SELECT FROM audit_entry"
    " WHERE id > coalesce((SELECT max(high) FROM audit_seal), 0))"
)


def run(quick: bool) -> list[Row]:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        _make_searchable(folder)
        server = Server(folder / "postgres")  # with fsync: a commit is what an entry costs
        server.start()
        stack.callback(server.stop)
        bench = Bench(folder, server)
        return [*bench.writing(3 if quick else 5, 2 if quick else 4), *bench.checking(quick)]


class Bench:
    """One casebase on a server of its own, with the two tables to compare with."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.urls = provision.provision(server, folder / "credentials.env")
        self.superuser = server.url.rsplit("/", 1)[0] + "/casebase"
        keys.ensure_keys(folder / "keys")
        self.environment = {
            **os.environ,
            **self.urls,
            "CASEBASE_DATABASE_URL": self.urls["CASEBASE_OWNER_URL"],
            "CASEWORK_KEYS": str(folder / "keys"),
            "HARBOUR_DATA": str(folder),
            "CASEWORK_SECRET_KEY": "for a benchmark only; long enough for the check of Django",
            "CASEWORK_SEED_KEY": "Zm9yIHRlc3RzIG9ubHk6IDMyIGJ5dGVzLCBzZWFsZWQ=",
        }
        self._manage("load_schema", "-v0")
        with psycopg.connect(self.superuser, autocommit=True) as connection:
            connection.execute(OTHERS)

    def writing(self, pairs: int, seconds: float) -> list[Row]:
        """Rates of four writers, each table in turn; the sealer runs beside the trail's only."""
        to_limit, to_peer, rates = [], [], []
        for _ in range(pairs):
            plain = self._rate("plain_entry", seconds)
            sealer = self._start_sealer()
            try:
                trail = self._rate("audit_entry", seconds)
            finally:
                sealer.terminate()
                sealer.wait(20)
            chain = self._rate("chain_entry", seconds)
            to_limit.append(plain / trail)
            to_peer.append(chain / trail)
            rates.append(f"{trail / plain:.2f}")
        note = "of the plain rate: " + ", ".join(rates)
        return [
            Row(13, "rate of plain inserts / of the sealed trail", to_limit, 1 / 0.7, note),
            Row(13, "rate of one global chain / of the sealed trail", to_peer, 0.8),
        ]

    def checking(self, quick: bool) -> list[Row]:
        """Time to check at least 100,000 rows, against walking one chain of as many."""
        with psycopg.connect(self.superuser, autocommit=True) as connection:
            for table in ("audit_entry", "plain_entry"):
                connection.execute(_filling(table), [100_000])
        self._manage("audit_seal")
        ratios, rates = [], []
        for _ in range(2 if quick else 5):
            ours = self._manage("audit_verify")
            rate = float(ours.split("(")[1].split(" ")[0].replace(",", ""))
            peer = self._walk_the_chain()
            ratios.append(peer / rate)
            rates.append(f"{rate:,.0f}/s against {peer:,.0f}/s")
        return [Row(13, "rows a second: walking a chain / audit_verify", ratios, 1 / 3, rates[-1])]

    def _rate(self, table: str, seconds: float) -> float:
        """Committed rows a second by four writers, each on a connection of its own."""
        counts = [0] * WRITERS
        until = time.monotonic() + seconds

        def write(place: int) -> None:
            statement = f"INSERT INTO {table} ({COLUMNS}) {VALUES}"
            with psycopg.connect(self.urls["AUDIT_WRITER_URL"], autocommit=True) as connection:
                while time.monotonic() < until:
                    ids = [uuid4() for _ in range(3)]
                    connection.execute(statement, [place, str(ids[0]), ids, ["phone", "mother"]])
                    counts[place] += 1

        writers = [threading.Thread(target=write, args=(place,)) for place in range(WRITERS)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        return sum(counts) / seconds

    def _walk_the_chain(self) -> float:
        """Rows a second of checking one chain: each row's text, one after another."""
        started, digest, count = time.monotonic(), b"", 0
        with psycopg.connect(self.urls["SEALER_URL"]) as connection, connection.cursor() as cursor:
            cursor.execute("SELECT * FROM plain_entry ORDER BY id")
            for row in cursor:
                text = json.dumps(row, default=str, sort_keys=True)
                digest = hashlib.sha256(digest + text.encode()).digest()
                count += 1
        return count / (time.monotonic() - started)

    def _start_sealer(self) -> subprocess.Popen[bytes]:
        """The trail's own worker, when it is at work: its start is no part of writing."""
        command = [*self._command("audit_seal"), "--loop", "--every", "1"]
        sealer = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL)
        with psycopg.connect(self.superuser, autocommit=True) as connection:
            connection.execute(_filling("audit_entry"), [1])
            while connection.execute(UNSEALED).fetchone() == (True,):
                if sealer.poll() is not None:
                    raise RuntimeError("audit_seal ended by itself")
                time.sleep(0.1)
        return sealer

    def _manage(self, *arguments: str) -> str:
        command = self._command(*arguments)
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{arguments[0]} failed: {done.stdout[-500:]}{done.stderr[-2000:]}")
        return done.stdout

    @staticmethod
    def _command(*arguments: str) -> list[str]:
        program = [sys.executable, "-W", "ignore", str(folders.ROOT / "manage.py")]
        return [*program, *arguments, "--settings=portal.settings.casework"]


def _filling(table: str) -> str:
    return (
        f"INSERT INTO {table} ({COLUMNS}) SELECT 'case.read', n %% 50, gen_random_uuid()::text, "
        "ARRAY[gen_random_uuid(), gen_random_uuid()], ARRAY['phone', 'mother'], 'care', 200, "
        "'registry:case', '' FROM generate_series(1, %s) n"
    )
