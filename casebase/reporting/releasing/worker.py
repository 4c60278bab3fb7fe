"""Making a release and handing it over: the release worker's steps, each of which can be repeated.

Whatever is interrupted is taken up where it stopped: a bundle is made again from the protected
file and comes out the same, byte for byte. Only noise is never drawn twice for one reservation.
"""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings

from casebase.audit.services import record
from casebase.reporting import disclosure
from casebase.reporting.periods import Period
from casebase.reporting.protection.microdata import SMALLEST_COHORT
from casebase.reporting.releasing import bundle, ledger
from casebase.reporting.releasing.cohort import NotReady, approved
from casebase.reporting.releasing.ledger import Entry
from casebase.vault import keys

KEY_NAME = "release-ed25519"
BUNDLE = "bundle.zip"  # its name among the outputs of the ledger


def make_release(
    connection: psycopg.Connection, period: Period, *, from_reserve: bool = False
) -> Entry:
    """The period's release: measured if it was not, its bundle made if it was not.

    Raises:
        NotReady: it cannot be released now.
    """
    with ledger.own_turn(connection, period):
        entry = _newest(connection, period)
        if from_reserve and entry is not None and entry.states and entry.sequence is None:
            raise NotReady(
                f"{entry.release_id} was measured and its bundle is not made yet. Run `release "
                "create` without --from-reserve: it goes on where it stopped."
            )
        if entry is None or from_reserve:
            disclosure.require_measurable(connection, period)
            record(action="release.make", user_id=None, session="release-worker", view=period.code)
            disclosure.measure_once(connection, period, from_reserve=from_reserve)
            entry = _newest(connection, period)
        assert entry is not None  # noqa: S101 -- it was just reserved
        if "drawn" not in entry.states:
            raise NotReady(
                f"The measurement of {period} was paid for on an earlier run that was cut off "
                "before its noise was drawn. It stays spent. Run `release create` once more with "
                "--from-reserve: it measures with what is kept back for a correction."
            )
        if entry.sequence is None or not bundle_path(entry).exists():
            _make_bundle(connection, entry, period)
        return _entry(connection, entry.release_id)


def publish_release(connection: psycopg.Connection, release_id: str) -> Entry:
    """Hand the bundle to the portal, in the order of the releases; again where it is known.

    Raises:
        NotReady: there is no such release, another one comes first, or its file is not as made.
    """
    entry = _entry(connection, release_id)
    if entry.sequence is None:
        raise NotReady(f"{release_id} has no bundle yet. Run `release create` for its period.")
    for other in ledger.entries(connection):
        if other.sequence and other.sequence < entry.sequence and "published" not in other.states:
            raise NotReady(f"Publish {other.release_id} first: the portal takes them in order.")
    content = bundle_path(entry).read_bytes() if bundle_path(entry).exists() else b""
    if bundle.sha256(content) != entry.outputs[BUNDLE]:
        raise NotReady(
            f"The file of {release_id} is not the one that was signed. Nothing was handed over. "
            "Run `release create` for its period: it makes the same file again."
        )
    if "published" not in entry.states:
        record(action="release.publish", user_id=None, session="release-worker", view=release_id)
        ledger.published(connection, entry.id)
    keep(Path(settings.RELEASE_OUTBOX) / f"{release_id}.zip", content)
    return _entry(connection, release_id)


def waiting(connection: psycopg.Connection) -> list[Period]:
    """Periods to go on with: first what was begun, in its order; then what is signed and new.

    Among the new ones the oldest is first, and a year comes after its quarters.
    """
    newest = {entry.period: entry for entry in ledger.entries(connection) if entry.states}
    begun = [entry for entry in newest.values() if "published" not in entry.states]
    begun.sort(key=lambda entry: (entry.sequence is None, entry.sequence))
    found = connection.execute(
        "SELECT f.code FROM reporting_frozenperiod f WHERE f.signed_at IS NOT NULL"
        " AND f.persons >= %s"
        " AND NOT EXISTS (SELECT 1 FROM reporting_reservation r WHERE r.period = f.code)",
        [SMALLEST_COHORT],
    ).fetchall()
    fresh = [Period.of_code(code) for (code,) in found]
    fresh.sort(key=lambda one: (one.ends_on, not one.quarter))
    return [*(Period.of_code(entry.period) for entry in begun), *fresh]


def bundle_path(entry: Entry) -> Path:
    return Path(settings.RELEASES_MADE) / f"{entry.release_id}.zip"


def signing_key() -> Ed25519PrivateKey:
    """From its file; it is in no database and in no environment."""
    folder = Path(settings.KEY_FOLDER)
    return Ed25519PrivateKey.from_private_bytes(keys.read_key(folder / KEY_NAME))


def keep(path: Path, content: bytes) -> None:
    """Written whole or not at all, and on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _make_bundle(connection: psycopg.Connection, entry: Entry, period: Period) -> None:
    of = approved(connection, period)
    protected = ledger.protected_of(connection, entry.id)
    with ledger.next_place(connection) as (place, previous):
        if entry.sequence is not None:  # made before; its file was lost
            place, previous = entry.sequence, _manifest_before(connection, entry)
        made_on: dt.date = entry.states["drawn"].astimezone(dt.UTC).date()
        report = disclosure.report_from(protected, entry, of, place, made_on)
        files = disclosure.files_from(report, _microdata(connection, entry, period))
        manifest = bundle.manifest_of(report.release, files, previous)
        content = bundle.signed_bundle(manifest, files, signing_key())
        keep(bundle_path(entry), content)
        if entry.sequence is None:
            outputs = {name: bundle.sha256(one) for name, one in files.items()}
            outputs |= {bundle.MANIFEST: bundle.sha256(manifest), BUNDLE: bundle.sha256(content)}
            ledger.made(connection, entry.id, place, outputs)


def _microdata(connection: psycopg.Connection, entry: Entry, period: Period) -> bytes | None:
    """Of a year, with every year released before it; None of a quarter."""
    if period.quarter:
        return None
    years = {
        one.period: ledger.protected_of(connection, one.id)
        for one in ledger.entries(connection)
        if len(one.period) == 4 and one.period < entry.period and one.sequence is not None
        and (entry.sequence is None or one.sequence < entry.sequence)
    }  # fmt: skip
    return disclosure.open_microdata(
        {**years, entry.period: ledger.protected_of(connection, entry.id)}
    )


def _manifest_before(connection: psycopg.Connection, entry: Entry) -> str:
    place = (entry.sequence or 1) - 1
    before = [one for one in ledger.entries(connection) if one.sequence == place]
    return before[0].outputs[bundle.MANIFEST] if before else ""


def _newest(connection: psycopg.Connection, period: Period) -> Entry | None:
    """The newest that was drawn; where nothing was, the one whose run was cut off."""
    found = ledger.entries(connection, period.code)
    drawn = [entry for entry in found if entry.states]
    return next(reversed(drawn or found), None)


def _entry(connection: psycopg.Connection, release_id: str) -> Entry:
    """The release of that number.

    Raises:
        NotReady: there is none.
    """
    for entry in reversed(ledger.entries(connection)):  # the last: one that was cut off is before
        if entry.release_id == release_id:
            return entry
    raise NotReady(f"There is no release {release_id}. `release list` names them all.")
