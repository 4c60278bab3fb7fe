"""A bundle that is not right in every point is refused as a whole, with its reason."""

from __future__ import annotations

import os
import re

import pytest
from django.apps import apps

from portal.content.files.storage import private_files
from portal.statistics import services
from portal.statistics.models import ReceivedRelease
from portal.statistics.receiving.refusals import BundleRefused
from portal.statistics.receiving.signature import read_key
from tests.statistics import breaking, bundles

pytestmark = pytest.mark.django_db


def everything_kept():
    """Rows of every table of the portal, and every file in private storage."""
    rows = {model._meta.label: model._base_manager.count() for model in apps.get_models()}
    folder = private_files().path("")
    return rows, sum(len(files) for _, _, files in os.walk(folder))


@pytest.fixture(scope="module")
def right():
    return bundles.draft().zipped()


def test_the_bundle_that_the_others_are_broken_from_is_taken(section, right):
    received = services.receive_release(content=right)

    assert received.sequence == 1
    assert received.files.count() == len(breaking.ALL_FILES)


@pytest.mark.parametrize("name", breaking.REASONS)
def test_a_broken_bundle_is_refused_with_its_reason_and_leaves_nothing(section, name):
    broken, reason = breaking.REASONS[name]
    content = broken(bundles.draft(corrections=breaking.CORRECTED))
    before = everything_kept()

    with pytest.raises(BundleRefused) as refusal:
        services.receive_release(content=content)

    assert re.search(reason, str(refusal.value)), refusal.value
    assert everything_kept() == before


def test_a_replayed_bundle_is_refused_with_the_day_it_came(section, right):
    services.receive_release(content=right)
    before = everything_kept()

    with pytest.raises(BundleRefused, match=r"received already on \d+ \w+ 20\d\d"):
        services.receive_release(content=right)

    assert everything_kept() == before


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"sequence": 3}, "number 2 has not been received yet"),
        ({"previous": ""}, "does not follow"),
        ({"previous": "0" * 64}, "does not follow"),
        ({"sequence": 1, "previous": ""}, "a release is never replaced"),
        ({"version": 2}, "version 1 comes next"),
    ],
    ids=str,
)
def test_a_bundle_out_of_its_order_is_refused(section, change, reason):
    first, second = bundles.row_of("2026Q2", "2026Q3")
    services.receive_release(content=first.zipped())
    before = everything_kept()
    given = {"sequence": 2, "previous": second.previous, **change}

    with pytest.raises(BundleRefused, match=reason):
        services.receive_release(content=bundles.draft("2026Q3", **given).zipped())

    assert everything_kept() == before


def test_the_first_release_can_follow_no_other(section):
    with pytest.raises(BundleRefused, match="does not follow"):
        services.receive_release(content=bundles.draft(previous="0" * 64).zipped())


def test_without_a_key_nothing_is_taken(section, right, settings):
    settings.RELEASE_PUBLIC_KEY.unlink()
    before = everything_kept()

    with pytest.raises(BundleRefused, match="is not there, so nothing can be taken"):
        services.receive_release(content=right)

    assert everything_kept() == before


@pytest.mark.parametrize("text", ["", "not base64!", "c2hvcnQ=", "Schlüssel"])
def test_a_file_that_holds_no_key_is_no_key(tmp_path, text):
    path = tmp_path / "key.pub"
    path.write_text(text)

    with pytest.raises(BundleRefused, match="holds no key"):
        read_key(path)


def test_before_there_is_a_section_a_release_waits(db, inbox, right):
    with pytest.raises(BundleRefused, match="no statistics section yet"):
        services.receive_release(content=right)

    assert not ReceivedRelease.objects.exists()


def test_invented_figures_are_taken_by_a_demonstration(section, settings):
    settings.DEMO_MODE = True

    services.receive_release(content=bundles.draft(is_invented=True).zipped())

    assert ReceivedRelease.objects.get().page.report["is_invented"]


def test_a_year_brings_its_protected_rows(section):
    for draft in bundles.row_of("2025", "2026"):
        services.receive_release(content=draft.zipped())

    assert ReceivedRelease.objects.filter(files__name="microdata.csv").count() == 2


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda c: c.replace(b"2025,GH-AA,marriage,F", b"2025,GH-AA,begging,F", 1), "repeat"),
        (lambda c: c.replace(b"fishing", b"slavery", 1), "FORM is not on its list"),
        (lambda c: c.replace(b"2026,", b"2027,"), "no year up to"),
        (lambda c: b"\n".join([c.splitlines()[0], *reversed(c.splitlines()[1:])]), "not sorted"),
        (lambda c: c.rpartition(b"\n2026")[0] + b"\n", "as many as"),
    ],
    ids=["earlier row", "code", "year", "order", "row too few"],
)
def test_protected_rows_are_of_the_lists_sorted_and_append_only(section, change, reason):
    first, second = bundles.row_of("2025", "2026")
    services.receive_release(content=first.zipped())
    rows = change(second.files["microdata.csv"])
    assert rows != second.files["microdata.csv"]
    lines = rows.splitlines(keepends=True)
    second.files["microdata.csv"] = (
        rows if reason == "not sorted" else b"".join([lines[0], *sorted(lines[1:])])
    )

    with pytest.raises(BundleRefused, match=reason):
        services.receive_release(content=second.summed().zipped())
