"""The portal takes what casework really makes: both sides were written from the contract alone."""

from __future__ import annotations

import base64
import datetime as dt
import uuid

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from casebase.reporting import disclosure
from casebase.reporting.periods import Period
from casebase.reporting.protection import domain, microdata
from casebase.reporting.releasing import bundle
from casebase.reporting.releasing.cohort import Approved
from casebase.reporting.releasing.ledger import Entry
from portal.statistics.models import ReceivedRelease
from portal.statistics.receiving.refusals import BundleRefused
from portal.statistics.services import receive_release
from tests.casebase.reporting.cohorts import cohort

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
DRAWN = dt.datetime(2026, 11, 26, 9, tzinfo=dt.UTC)


@pytest.fixture
def key(settings, tmp_path):
    settings.PORTAL_ADDRESS = "https://portal.example"
    key = Ed25519PrivateKey.generate()
    settings.RELEASE_PUBLIC_KEY = tmp_path / "release-ed25519.pub"
    public = base64.b64encode(key.public_key().public_bytes_raw())
    settings.RELEASE_PUBLIC_KEY.write_bytes(public + b"\n")
    return key


def made(period, persons, key, sequence=1, previous="", years=None):
    """A bundle as the release worker makes it, from a made-up cohort; and its manifest's digest."""
    programme = disclosure.programme_for(period)
    measured = microdata.measure(programme, cohort(persons, seed=persons, programme=programme))
    protected = disclosure._as_csv(domain.decode(programme, microdata.protect(measured)))
    entry = Entry(
        uuid.uuid4(), period.code, programme.name, programme.version, 1, programme.rho, persons,
        "0" * 64, {"drawn": DRAWN}, sequence, {},
    )  # fmt: skip
    of = Approved(period, persons, "0" * 64, 1, 2, f"{period.closes_on + dt.timedelta(days=2)}")
    report = disclosure.report_from(protected, entry, of, sequence, DRAWN.date())
    micro = None
    if not period.quarter:
        micro = disclosure.open_microdata({**(years or {}), period.code: protected})
    files = disclosure.files_from(report, micro)
    manifest = bundle.manifest_of(report.release, files, previous)
    content = bundle.signed_bundle(manifest, files, key)
    return content, bundle.sha256(manifest), protected


def test_a_quarter_and_two_years_are_taken_in_their_order(section, key, settings):
    settings.DEMO_MODE = True
    quarter, first, _ = made(Period(2026, 2), 194, key)
    year, second, before = made(Period(2024), 700, key, 2, first)
    next_year, _, _ = made(Period(2025), 820, key, 3, second, {"2024": before})

    for content in (quarter, year, next_year):
        receive_release(content=content)

    taken = ReceivedRelease.objects.order_by("sequence").values_list("release_id", flat=True)
    assert list(taken) == ["2026Q2-v1", "2024-v1", "2025-v1"]


def test_a_tiny_quarter_is_taken_though_nearly_all_is_hidden(section, key, settings):
    settings.DEMO_MODE = True
    content, _, _ = made(Period(2026, 2), 12, key)

    assert receive_release(content=content).page.persons == 12


@pytest.mark.parametrize("place", [0.1, 0.5, 0.9])
def test_one_byte_altered_anywhere_and_nothing_is_taken(section, key, settings, place):
    settings.DEMO_MODE = True
    content = bytearray(made(Period(2026, 2), 60, key)[0])
    content[int(len(content) * place)] ^= 1

    with pytest.raises(BundleRefused):
        receive_release(content=bytes(content))

    assert ReceivedRelease.objects.count() == 0
