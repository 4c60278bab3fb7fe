"""A cohort is paid for before it is measured, measured once, and handed over in order."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import random
import threading
import zipfile

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connections

from casebase.reporting import disclosure
from casebase.reporting import rls_freezing as refusals
from casebase.reporting.periods import Period
from casebase.reporting.releasing import ledger, worker
from casebase.reporting.releasing.cohort import NotReady
from tests.casebase import database
from tests.casebase.reporting.scene import in_the_books, persons

pytestmark = [pytest.mark.django_db(transaction=True, databases="__all__"), pytest.mark.slow]
SUMMER = Period(2026, 3)
COLUMNS = (
    "id, period, quarters, programme, programme_version, version, rho, tables, persons, snapshot,"
    " code_commit, first_approver_id, second_approver_id, reserved_at"
)


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.RELEASES_MADE, settings.RELEASE_OUTBOX = tmp_path / "made", tmp_path / "outbox"
    settings.RELEASE_DATABASE_URL = database.real_url("release_worker")


@pytest.fixture
def books():
    """The summer of 2026: 187 persons, frozen and signed."""
    in_the_books("2026Q3", persons(187))
    connections.close_all()


@pytest.fixture
def connection(folders):
    with ledger.worker_connection() as one:
        yield one


def run(*arguments):
    said = io.StringIO()
    call_command("release", *arguments, stdout=said, stderr=said)
    return said.getvalue()


def opened(path):
    with zipfile.ZipFile(path) as bundle:
        return {name: bundle.read(name) for name in bundle.namelist()}


def test_a_signed_quarter_is_measured_signed_and_handed_over(books, settings):
    assert "2026Q3-v1 made" in run("create", "--period", "2026Q3")
    assert "handed to the portal" in run("publish", "2026Q3-v1")

    files = opened(settings.RELEASE_OUTBOX / "2026Q3-v1.zip")
    manifest = json.loads(files["manifest.json"])
    public: Ed25519PublicKey = worker.signing_key().public_key()
    public.verify(files["manifest.sig"], files["manifest.json"])
    assert {one["name"]: one["sha256"] for one in manifest["files"]} == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in files.items()
        if not name.startswith("manifest")
    }
    assert manifest["release"]["persons"] == 187
    assert (manifest["release"]["sequence"], manifest["previous"]) == (1, "")


def test_a_second_run_measures_nothing_and_makes_the_same_file(books, settings, connection):
    run("create", "--period", "2026Q3")
    [before] = ledger.entries(connection)
    path = worker.bundle_path(before)
    first = path.read_bytes()
    path.unlink()

    run("create", "--period", "2026Q3")

    assert path.read_bytes() == first
    assert ledger.entries(connection) == [before]


def test_two_workers_at_once_make_one_release(books, connection):
    answers = []

    def work():
        try:
            with ledger.worker_connection() as own:
                answers.append(disclosure.measure_once(own, SUMMER))
        except NotReady as error:
            answers.append(str(error))
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join(60)

    assert sum(isinstance(one, str) and "measured before" in one for one in answers) == 1
    assert len(ledger.entries(connection)) == 1


def test_without_the_unique_constraint_two_workers_would_both_measure(books, connection):
    """The known-bad twin: what the test above would find."""
    with psycopg.connect(database.superuser_url(database.name_of("casebase"))) as owner:
        owner.execute(
            "ALTER TABLE reporting_reservation"
            " DROP CONSTRAINT reservation_once_a_cohort_and_programme"
        )

    for _ in range(2):
        disclosure.measure_once(connection, SUMMER)

    assert len(ledger.entries(connection)) == 2


def test_cut_off_between_reserve_and_draw_what_was_spent_stays_spent(
    books, connection, monkeypatch
):
    def cut_off(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(disclosure.microdata, "measure", cut_off)
        with pytest.raises(KeyboardInterrupt):
            worker.make_release(connection, SUMMER)

    with pytest.raises(CommandError, match="stays spent"):
        run("create", "--period", "2026Q3")
    [entry] = ledger.entries(connection)
    assert (entry.rho, entry.states) == (0.25, {})


def test_what_is_kept_for_a_correction_pays_for_one_more_and_no_other(books, connection):
    worker.make_release(connection, SUMMER)
    again = worker.make_release(connection, SUMMER, from_reserve=True)

    with pytest.raises(NotReady, match="measured before"):
        worker.make_release(connection, SUMMER, from_reserve=True)

    assert (again.release_id, again.programme, again.rho, again.sequence) == (
        "2026Q3-v2", "Q1C", 0.2, 2,
    )  # fmt: skip


def test_the_portal_is_handed_the_releases_in_their_order(connection, settings):
    in_the_books("2026Q2", persons(60, seed=1))
    in_the_books("2026Q3", persons(70, seed=2))
    run("create", "--period", "2026Q2")
    run("create", "--period", "2026Q3")

    with pytest.raises(CommandError, match="Publish 2026Q2-v1 first"):
        run("publish", "2026Q3-v1")
    run("publish", "2026Q2-v1")
    run("publish", "2026Q3-v1")

    first, second = (
        opened(settings.RELEASE_OUTBOX / f"{code}-v1.zip")["manifest.json"]
        for code in ("2026Q2", "2026Q3")
    )
    assert json.loads(second)["previous"] == hashlib.sha256(first).hexdigest()


def test_a_bundle_changed_on_the_disk_is_not_handed_over(books, connection, settings):
    entry = worker.make_release(connection, SUMMER)
    path = worker.bundle_path(entry)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)

    with pytest.raises(CommandError, match="not the one that was signed"):
        run("publish", entry.release_id)

    assert not settings.RELEASE_OUTBOX.exists()


@pytest.mark.parametrize(("number", "why"), [(0, "fewer than 10"), (1, "fewer than 10"), (9, "10")])
def test_a_cohort_of_a_few_is_refused_before_anything_is_spent(connection, number, why):
    in_the_books("2026Q3", persons(number) if number else [])

    with pytest.raises(CommandError, match=why):
        run("create", "--period", "2026Q3")

    assert ledger.entries(connection) == []


def test_what_is_not_frozen_not_signed_or_no_period_is_refused(connection):
    in_the_books("2026Q2", persons(40), signed=False)

    for code, why in (("2026Q2", "not signed"), ("2026Q4", "not frozen"), ("soon", "2026Q3")):
        with pytest.raises(CommandError, match=why):
            run("create", "--period", code)

    assert ledger.entries(connection) == []


def test_frozen_rows_that_were_changed_are_not_measured(books, connection):
    with psycopg.connect(database.superuser_url(database.name_of("casebase"))) as owner:
        owner.execute("ALTER TABLE reporting_episode DISABLE TRIGGER USER")
        owner.execute("UPDATE reporting_episode SET region = 'volta' WHERE key = '2026Q3 0'")

    with pytest.raises(CommandError, match="not what was frozen"):
        run("create", "--period", "2026Q3")

    assert ledger.entries(connection) == []


def test_the_ledger_is_never_changed_and_never_over_the_cap(books, connection):
    worker.make_release(connection, SUMMER)
    owner_url = database.superuser_url(database.name_of("casebase"))

    for statement in (
        "UPDATE reporting_reservation SET rho = 0",
        "DELETE FROM reporting_ledgerevent",
        "TRUNCATE reporting_ledgerevent, reporting_reservation",
    ):
        with pytest.raises(psycopg.Error, match="stays"), psycopg.connect(owner_url) as owner:
            owner.execute(statement)
    assert not reserved(connection, "2026Q3", ["2026Q3"], "X", 1.201)
    assert [entry.rho for entry in ledger.entries(connection)] == [0.25]


def test_the_worker_cannot_read_whose_row_it_is(books, connection):
    for column in ("person_id", "agencies", "key"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute(f"SELECT {column} FROM reporting_episode")


def test_a_year_holds_its_four_quarters_and_the_years_before(connection, settings):
    signed_year()

    run("create", "--period", "2025")

    rows = opened(settings.RELEASES_MADE / "2025-v1.zip")["microdata.csv"].decode().splitlines()
    assert rows[0].startswith("TIME_PERIOD,REF_AREA,FORM,SEX,AGE,CHILD")
    assert len(rows) == 121


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_asked_for_in_whatever_order_nobody_pays_more_than_the_cap(connection, seed):
    """Quarters and their year together, fifty tries each; who pays is the database's to say."""
    rng = random.Random(seed)
    year = signed_year()
    taken = dict.fromkeys((quarter.code for quarter in year.quarters), 0.0)

    for number in range(50):
        period = year if rng.random() < 0.2 else rng.choice(year.quarters)
        payers = [quarter.code for quarter in period.quarters]
        rho = round(rng.uniform(0.01, 0.6), 3)
        fits = all(taken[quarter] + rho <= 1.45 + 1e-9 for quarter in payers)
        assert reserved(connection, period.code, [], f"P{number}", rho) == fits
        for quarter in payers if fits else ():
            taken[quarter] = round(taken[quarter] + rho, 3)

    assert max(taken.values()) > 1.2
    assert not reserved(connection, "2025Q1", [], "N", -0.5)


def signed_year():
    """2025, its four quarters of thirty persons each, frozen and signed."""
    year = Period(2025)
    for quarter in year.quarters:
        in_the_books(quarter.code, persons(30, seed=quarter.quarter))
    with psycopg.connect(database.superuser_url(database.name_of("casebase"))) as owner:
        owner.execute(
            "INSERT INTO reporting_frozenperiod (code, frozen_at, frozen_by_id, persons, snapshot,"
            " signed_at, signed_by_id) SELECT '2025', now(), min(frozen_by_id), sum(persons),"
            " reporting_snapshot('2025'), now(), min(signed_by_id) FROM reporting_frozenperiod"
        )
    return year


def reserved(connection, period, quarters, programme, rho):
    """Whether the ledger took it; what it refuses for another reason is a fault."""
    with contextlib.suppress(OverTheCap):
        with told_apart():
            connection.execute(
                f"INSERT INTO reporting_reservation ({COLUMNS}) SELECT gen_random_uuid(), code,"
                " %s, %s, 1, 1, %s, '[]', persons, snapshot, 'x', frozen_by_id, signed_by_id,"
                " now() FROM reporting_frozenperiod WHERE code = %s",
                [quarters, programme, rho, period],
            )
        return True
    return False


class OverTheCap(Exception):
    """What the ledger says of one reservation too many."""


@contextlib.contextmanager
def told_apart():
    try:
        yield
    except psycopg.Error as error:
        if error.sqlstate == refusals.OVER_CAP:
            raise OverTheCap from error
        raise


def test_the_worker_goes_on_with_what_was_cut_off(books, connection, settings):
    in_the_books("2026Q2", persons(5))
    disclosure.measure_once(connection, SUMMER)  # and then the power went

    with pytest.raises(NotReady, match="goes on where it stopped"):
        worker.make_release(connection, SUMMER, from_reserve=True)
    run("work")

    assert [one.states.keys() for one in ledger.entries(connection)] == [
        {"drawn", "made", "published"}
    ]
    assert (settings.RELEASE_OUTBOX / "2026Q3-v1.zip").exists()
    assert worker.waiting(connection) == []
