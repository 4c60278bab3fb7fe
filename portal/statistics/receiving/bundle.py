"""A bundle, read and checked in itself, whoever brought it and whatever came before."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from portal.statistics.receiving import names, shapes, signature, telltales, tidy_cells
from portal.statistics.receiving.archive import unpack
from portal.statistics.receiving.refusals import BundleRefused
from portal.statistics.receiving.report_rules import require_release, require_report
from portal.statistics.receiving.report_schema import MANIFEST, REPORT


@dataclass(frozen=True)
class Bundle:
    """One release that is what it says it is; whether it is the next one is not known yet.

    Attributes:
        sha256: of the whole zip.
        previous: SHA-256 of the manifest before; empty for the first release.
        report: report.json, as its JSON says it.
        files: every file by name, manifest and signature included.
    """

    sha256: str
    manifest_sha256: str
    previous: str
    report: dict[str, Any]
    files: Mapping[str, bytes]

    @property
    def release(self) -> dict[str, Any]:
        found: dict[str, Any] = self.report["release"]
        return found


def read_bundle(content: bytes, key: Ed25519PublicKey) -> Bundle:
    """Everything in a zip, once all of it was found to be right.

    Raises:
        BundleRefused: the first thing that is not right.
    """
    files = unpack(content)
    names.require(files.keys() & names.SIGNED.keys(), names.SIGNED)
    signature.require_signed(files[names.MANIFEST], files[names.SIGNATURE], key)
    manifest = _manifest(files[names.MANIFEST])
    _require_listed(files, manifest["files"])
    report = shapes.read_json(_file(files, names.REPORT), names.REPORT)
    REPORT(report, names.REPORT)
    _require_right(files, manifest, report)
    return Bundle(
        sha256=digest(content),
        manifest_sha256=digest(files[names.MANIFEST]),
        previous=manifest["previous"],
        report=report,
        files=files,
    )


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _file(files: Mapping[str, bytes], name: str) -> bytes:
    names.require(files.keys() & {name}, {name})
    return files[name]


def _manifest(content: bytes) -> dict[str, Any]:
    manifest: dict[str, Any] = shapes.read_json(content, names.MANIFEST)
    MANIFEST(manifest, names.MANIFEST)
    if shapes.canonical(manifest) != content:
        raise BundleRefused("manifest.json is not written in the agreed form.")
    return manifest


def _require_listed(files: Mapping[str, bytes], listed: list[dict[str, Any]]) -> None:
    """That the signed list and the files are the same, byte for byte."""
    wanted = [entry["name"] for entry in listed]
    if wanted != sorted(set(wanted)):
        raise BundleRefused("manifest.json lists a file twice, or out of order.")
    names.require(files.keys() - names.SIGNED.keys(), wanted)
    for entry in listed:
        content = files[entry["name"]]
        if (entry["bytes"], entry["sha256"]) != (len(content), digest(content)):
            raise BundleRefused(
                f"{entry['name']} is not the file that casework signed: it was changed on the "
                "way. Hand the release over again; if this stays, tell the operator."
            )
        if entry["media_type"].partition(";")[0] != names.media_type_of(entry["name"]):
            raise BundleRefused(f"manifest.json says the wrong type of {entry['name']}.")


def _require_right(
    files: Mapping[str, bytes], manifest: Mapping[str, Any], report: dict[str, Any]
) -> None:
    if report["release"] != manifest["release"]:
        raise BundleRefused("manifest.json and report.json speak of different releases.")
    require_release(report["release"])
    require_report(report)
    charts = {chart["table"] for chart in report["charts"]}
    wanted = names.expected(kind=report["release"]["kind"], charts=charts)
    names.require(files.keys() - names.SIGNED.keys(), wanted)
    tidy_cells.require_equal_cells(files, report)
    if names.MICRODATA in files:
        tidy_cells.require_protected_rows(files[names.MICRODATA], report)
    _require_sums(files)
    telltales.require_none(files)


def _require_sums(files: Mapping[str, bytes]) -> None:
    """SHA256SUMS is what readers check with: it must hold what they get."""
    text = files[names.SUMS].decode("utf-8", errors="replace")
    # `sha256sum` passes over such a line; a demonstration says there that it is one.
    lines = [line.partition("  ") for line in text.splitlines() if not line.startswith("# ")]
    given = {name: digest_ for digest_, _, name in lines}
    wanted = files.keys() - names.SIGNED.keys() - {names.SUMS}
    if given != {name: digest(files[name]) for name in wanted}:
        raise BundleRefused("SHA256SUMS does not hold the sums of the files of this release.")
