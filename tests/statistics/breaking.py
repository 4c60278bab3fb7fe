"""Every way we know to break a bundle, each with words of the reason it must be refused for."""

from __future__ import annotations

import io
import itertools
import struct
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from tests.statistics import bundles
from tests.statistics.bundles import Draft

Break = Callable[[Draft], bytes]


def one_byte_other(content: bytes) -> bytes:
    """The same with one bit of its middle byte turned."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


def altered(name: str) -> Break:
    """One byte of one entry was changed after the signing."""

    def broken(draft: Draft) -> bytes:
        entries = draft.entries()
        return bundles.zipped({**entries, name: one_byte_other(entries[name])})

    return broken


def signed_with(change: Callable[[dict[str, Any]], object]) -> Break:
    """The report was changed before everything was made and signed: casework itself is wrong."""

    def broken(draft: Draft) -> bytes:
        change(draft.report)
        return draft.rewritten().zipped()

    return broken


def with_file(name: str, content: bytes | Callable[[bytes], bytes]) -> Break:
    """One file has other content, and all of it is signed."""

    def broken(draft: Draft) -> bytes:
        before = draft.files.get(name, b"")
        draft.files[name] = content if isinstance(content, bytes) else content(before)
        return (draft if name == "SHA256SUMS" else draft.summed()).zipped()

    return broken


def without(name: str) -> Break:
    def broken(draft: Draft) -> bytes:
        del draft.files[name]
        return (draft if name == "SHA256SUMS" else draft.summed()).zipped()

    return broken


def entries_with(*added: tuple[str, bytes]) -> Break:
    """The zip holds more entries than were signed."""
    return lambda draft: bundles.zipped([*sorted(draft.entries().items()), *added])


def entry_without(name: str) -> Break:
    return lambda draft: bundles.zipped({n: c for n, c in draft.entries().items() if n != name})


def in_manifest(**extra: Any) -> Break:
    def broken(draft: Draft) -> bytes:
        draft.manifest_extra = extra
        return draft.zipped()

    return broken


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to one object at every level: of a list its first member stands for all."""
    if isinstance(value, dict):
        yield path
        for name, item in value.items():
            yield from places(item, (*path, name))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


def extra_field(path: tuple[Any, ...]) -> Callable[[dict[str, Any]], None]:
    """Puts a field that nobody agreed on into the object at this place."""

    def change(report: dict[str, Any]) -> None:
        target: Any = report
        for step in path:
            target = target[step]
        target["case"] = "one more"

    return change


def at(*path: Any, value: Any) -> Callable[[dict[str, Any]], None]:
    """Sets the value at this place of the report."""

    def change(report: dict[str, Any]) -> None:
        target: Any = report
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = value

    return change


def huge(draft: Draft) -> bytes:
    """A file of eleven megabytes of noughts, which shrinks to eleven kilobytes."""
    draft.files["codebook.csv"] = b"0" * (11 * 1024 * 1024)
    return draft.summed().zipped()


def bomb_that_lies(draft: Draft) -> bytes:
    """The directory says ten bytes; what comes out is a megabyte."""
    content = bytearray(bundles.zipped({**draft.entries(), "codebook.csv": b"0" * 1024 * 1024}))
    name = b"codebook.csv"
    local = content.index(name) - 30
    central = content.rindex(name) - 46
    struct.pack_into("<I", content, local + 22, 10)
    struct.pack_into("<I", content, central + 24, 10)
    return bytes(content)


def as_link(draft: Draft) -> bytes:
    """One entry is a symbolic link."""
    out = io.BytesIO(draft.zipped())
    with zipfile.ZipFile(out, "a") as archive:
        info = zipfile.ZipInfo("charts/odd.svg", (1980, 1, 1, 0, 0, 0))
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return out.getvalue()


def with_comment(draft: Draft) -> bytes:
    out = io.BytesIO(draft.zipped())
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = b"K7QF-2M9X-B"
    return out.getvalue()


def cut_off(draft: Draft) -> bytes:
    whole = draft.zipped()
    return whole[: len(whole) // 2]


def signed_by_another(draft: Draft) -> bytes:
    draft.signed_by = bundles.ANOTHER_KEY
    return draft.zipped()


def small_count(value: int) -> Break:
    """A count below ten is shown, everywhere alike, and signed."""

    def change(report: dict[str, Any]) -> None:
        report["tables"][0]["cells"][4] |= {"value": value, "moe90": 7, "status": "A"}

    return signed_with(change)


def small_count_in(name: str) -> Break:
    return with_file(name, lambda before: before.replace(b"82", b"8", 1))


ALL_FILES = sorted(bundles.draft().entries())
CORRECTED = [{"noted_on": "2026-11-20", "text": "Two reports came late."}]
FIELDS = list(places(bundles.draft(corrections=CORRECTED).report))
TEXTS = ("report.html", "codebook.csv", "CITATION.txt", "datapackage.json", "charts/form.svg")
TELLTALES = {
    "id": "0b9f3c1e-5d2a-4c55-9b6e-1f2d3c4b5a69",
    "id without strokes": "0b9f3c1e5d2a4c559b6e1f2d3c4b5a69",
    "case number": "K7QF-2M9X-B",
    "address": "officer@example.org",
}
REASONS: dict[str, tuple[Break, str]] = {
    **{f"{name}, one byte": (altered(name), "changed") for name in ALL_FILES},
    **{
        f"field at {'/'.join(map(str, path)) or 'the top'}": (
            signed_with(extra_field(path)),
            "does not belong|not in the agreed form|different",
        )
        for path in FIELDS
    },
    "field in the manifest": (in_manifest(note="one more"), "“note” does not belong"),
    "other format": (in_manifest(format="harbour-release/2"), "not on the list"),
    "manifest of another release": (
        in_manifest(release={**bundles.draft().report["release"], "persons": 201}),
        "different releases",
    ),
    "unknown file": (entries_with(("notes.txt", b"x")), "no file of a release"),
    "unknown signed file": (with_file("notes.txt", b"x"), "no file of a release"),
    "chart of no table": (with_file("charts/odd.svg", b"<svg/>"), "charts/odd.svg does not belong"),
    "microdata of a quarter": (with_file("microdata.csv", b"x"), "microdata.csv does not belong"),
    **{f"without {name}": (entry_without(name), f"{name} is missing") for name in ALL_FILES},
    **{
        f"never had {name}": (without(name), f"{name} is missing")
        for name in ALL_FILES
        if not name.startswith("manifest")
    },
    "twice": (entries_with(("report.html", b"other")), "twice"),
    "path upwards": (entries_with(("../report.html", b"x")), "no file of a release"),
    "path from the root": (entries_with(("/etc/passwd", b"x")), "no file of a release"),
    "path of Windows": (entries_with(("charts\\form.svg", b"x")), "no file of a release"),
    "folder": (entries_with(("charts/", b"")), "no file of a release"),
    "link": (as_link, "not a plain file"),
    "comment": (with_comment, "comment"),
    "unpacks to far more": (huge, "far more"),
    "lies about its size": (bomb_that_lies, "damaged|another size|changed"),
    "too large": (lambda draft: draft.zipped() + b"0" * (21 * 1024 * 1024), "larger than 20 MB"),
    "too many files": (
        entries_with(*((f"charts/t{n}.svg", b"x") for n in range(90))),
        "a release has fewer",
    ),
    "cut off": (cut_off, "damaged"),
    "no zip": (lambda draft: b"not a zip", "damaged"),
    "another key": (signed_by_another, "signature does not fit"),
    "code outside the list": (
        signed_with(at("tables", 0, "dimensions", 0, "codes", 0, "code", value="slavery")),
        "not on the list",
    ),
    "district": (
        signed_with(at("tables", 1, "cells", 0, "codes", value=["GH-AF-01"])), "not on the list",
    ),
    "attribute outside the list": (
        signed_with(at("tables", 0, "dimensions", 0, "name", value="SHELTER")), "not on the list",
    ),
    "code of another list": (
        signed_with(at("tables", 0, "dimensions", 0, "codes", 0, "code", value="police")),
        "not those of its list",
    ),
    "cell too few": (signed_with(lambda r: r["tables"][0]["cells"].pop()), "every combination"),
    "more persons than there are": (
        signed_with(at("tables", 0, "cells", 0, "value", value=160)), "more persons",
    ),
    "percentage of few": (
        signed_with(at("tables", 0, "cells", 0, "base", value=49)), "percentage needs",
    ),
    "hidden but given": (
        signed_with(at("tables", 0, "cells", 0, "status", value="Q")), "do not belong together",
    ),
    "true for one": (signed_with(at("release", "version", value=True)), "whole number"),
    "not a number": (
        signed_with(at("release", "rho", value=float("nan"))), "not plain JSON",
    ),
    "id of another period": (signed_with(at("release", "period", value="2026Q2")), "should be"),
    "made before it closed": (
        signed_with(at("release", "made_on", value="2026-10-02")), "before the period was closed",
    ),
    "invented": (signed_with(at("is_invented", value=True)), "invented"),
    "text too long": (signed_with(at("title", value="x" * 201)), "text of 1 to 200"),
    "control character": (signed_with(at("summary", value="a\x00b")), "may not hold"),
    **{f"count {n}": (small_count(n), "whole number from 10") for n in range(10)},
    **{
        f"count below ten in {name} only": (small_count_in(name), "not the cells|the figures of")
        for name in ("indicators.csv", "indicators.json")
    },
    "row too many": (
        with_file("indicators.csv", lambda c: c + c.splitlines()[-1] + b"\n"), "not the cells",
    ),
    "column too many": (
        with_file("indicators.csv", lambda c: c.replace(b"MOE90", b"MOE90,CASE")), "columns",
    ),
    "wrong sums": (with_file("SHA256SUMS", lambda c: c[1:]), "SHA256SUMS does not hold"),
    "script in a chart": (
        with_file("charts/form.svg", b"<svg><script>x</script></svg>"), "more than a drawing",
    ),
    "foreign picture in a chart": (
        with_file("charts/form.svg", b'<svg><image href="https://example.org/x"/></svg>'),
        "more than a drawing",
    ),
    "no PDF": (with_file("report.pdf", b"words"), "report.pdf was refused"),
    "no text": (with_file("LICENCE.txt", b"\xff\xfe\x00"), "no text in UTF-8"),
    **{
        f"{what} in {name}": (
            with_file(name, lambda before, told=told: before + told.encode()),
            f"{name} holds",
        )
        for (what, told), name in itertools.product(TELLTALES.items(), TEXTS)
    },
    **{
        f"{what} in a finding": (
            signed_with(at("findings", 0, "text", value=f"See {told}.")), "report.json holds",
        )
        for what, told in TELLTALES.items()
    },
    **{
        f"{what} in the PDF": (
            with_file("report.pdf", lambda _, told=told: bundles.pdf(f"See {told} now")),
            "report.pdf holds",
        )
        for what, told in TELLTALES.items()
    },
}  # fmt: skip
