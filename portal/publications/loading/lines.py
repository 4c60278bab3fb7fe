"""Reading the lines of a bulk import: what each says, and what is wrong with it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from portal.content.files.examine import Examination, examine
from portal.content.languages import Language
from portal.content.models import Topic
from portal.core.models import Region
from portal.core.places import Gazetteer, plain
from portal.core.uploads.refusals import RefusedFile
from portal.publications.enums import PublicationType
from portal.publications.text import without_controls

LONGEST_LINE = 16 * 1024 * 1024  # bytes
LONGEST_KEY = 200
LONGEST_TITLE = 255
OTHER_KINDS_KEYS = ("sop:", "shelter:", "organisation:", "topic:", "page:")
KNOWN = frozenset(
    {"key", "title", "summary", "body", "kind", "date", "language", "topics", "region", "file"}
)
# What others call our types.
TYPES = {
    **{value: value for value in PublicationType.values},
    "publication": "report",
    "document": "report",
    "study": "report",
    "policy brief": "brief",
    "act": "law",
    "legislation": "law",
    "data": "dataset",
    "statistics": "dataset",
    "guideline": "guidance",
    "guidelines": "guidance",
    "manual": "guidance",
    "article": "news",
    "press release": "news",
}


@dataclass(frozen=True)
class Problem:
    """Something wrong with a line.

    Attributes:
        number: of the line, from 1.
        is_fatal: the line is skipped; otherwise it is loaded without what was wrong.
    """

    number: int
    message: str
    is_fatal: bool = True

    def __str__(self) -> str:
        return f"line {self.number}: {self.message}"


@dataclass(frozen=True)
class LoadedFile:
    """A file that belongs to a line, examined."""

    name: str
    examination: Examination


@dataclass(frozen=True)
class Line:
    """One publication as the file says it; `body` is plain text."""

    number: int
    key: str
    title: str
    summary: str
    body: str
    type: str
    published_on: dt.date | None
    language: str
    topics: tuple[Topic, ...]
    regions: tuple[Region, ...]
    file: LoadedFile | None
    problems: tuple[Problem, ...] = ()

    @property
    def size(self) -> int:
        """About how much memory it takes, in bytes."""
        held = len(self.file.examination.content) if self.file else 0
        return len(self.body) + len(self.summary) + held + 1_000


class BadLine(ValueError):
    """The line cannot be loaded; the message says why."""


class Vocabulary:
    """The words that lines may use, read once."""

    def __init__(self) -> None:
        self._gazetteer = Gazetteer()
        self._topics: dict[str, Topic] = {}
        for topic in Topic.objects.all():
            self._topics.setdefault(plain(topic.code), topic)
            self._topics.setdefault(plain(topic.label), topic)
        self._languages = {value: value for value in Language.values}
        self._languages |= {label.casefold(): value for value, label in Language.choices}

    def topic(self, name: str) -> Topic | None:
        return self._topics.get(plain(name))

    def region(self, name: str) -> Region | None:
        """The region called so, or the one that the district called so lies in."""
        place = self._gazetteer.find(name)
        return place if place is None or isinstance(place, Region) else place.region

    def language(self, name: str) -> str | None:
        text = name.strip().casefold()
        return self._languages.get(text) or self._languages.get(text.split("-")[0])


@dataclass
class LineReader:
    """Turns lines into publications; relative files are looked for beside the import file."""

    folder: Path
    vocabulary: Vocabulary = field(default_factory=Vocabulary)

    def read(self, number: int, raw: bytes) -> Line:
        """What one line says.

        Raises:
            BadLine: it is no publication.
        """
        told = _parsed(raw)
        notes: list[str] = [f"“{name}” is not known." for name in sorted(set(told) - KNOWN)][:1]
        title, body = self._title_and_body(told, notes)
        return Line(
            number=number,
            key=_key(told),
            title=title,
            summary=_text(told, "summary"),
            body=body,
            type=self._type(told, notes),
            published_on=_date(told),
            language=self._language(told, notes),
            topics=tuple(self._topics(told, notes)),
            regions=tuple(self._regions(told, notes)),
            file=self._file(told),
            problems=tuple(Problem(number, note, is_fatal=False) for note in notes),
        )

    def _title_and_body(self, told: Mapping[str, Any], notes: list[str]) -> tuple[str, str]:
        title = " ".join(_text(told, "title").split())
        body = _text(told, "body")
        if not title:
            raise BadLine("It has no title.")
        if len(title) <= LONGEST_TITLE:
            return title, body
        notes.append("The title has more than 255 characters; the whole of it opens the text.")
        return title[: LONGEST_TITLE - 1].rstrip() + "…", f"{title}\n{body}"

    def _type(self, told: Mapping[str, Any], notes: list[str]) -> str:
        name = _text(told, "kind").strip().casefold()
        if name and name not in TYPES:
            notes.append(f"There is no kind “{name[:40]}”; it is loaded as “other”.")
        return TYPES.get(name, "other") if name else "report"

    def _language(self, told: Mapping[str, Any], notes: list[str]) -> str:
        name = _text(told, "language")
        found = self.vocabulary.language(name) if name.strip() else "en"
        if found is None:
            notes.append(f"There is no language “{name[:40]}”; it is loaded as English.")
        return found or "en"

    def _topics(self, told: Mapping[str, Any], notes: list[str]) -> Iterator[Topic]:
        for name in dict.fromkeys(_names(told, "topics")):
            topic = self.vocabulary.topic(name)
            if topic:
                yield topic
            else:
                notes.append(f"There is no topic “{name[:40]}”; it is loaded without.")

    def _regions(self, told: Mapping[str, Any], notes: list[str]) -> Iterator[Region]:
        found: dict[int, Region] = {}
        for name in _names(told, "region"):
            region = self.vocabulary.region(name)
            if region:
                found[region.pk] = region
            else:
                notes.append(f"There is no region “{name[:40]}”; it is loaded without.")
        yield from found.values()

    def _file(self, told: Mapping[str, Any]) -> LoadedFile | None:
        name = _text(told, "file").strip()
        if not name:
            return None
        path = (self.folder / name).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise BadLine("Its file lies outside the folder of the import.")
        if not path.is_file():
            raise BadLine(f"Its file “{name[:80]}” is not there.")
        try:
            return LoadedFile(path.name, examine(path.read_bytes(), filename=path.name))
        except RefusedFile as error:
            raise BadLine(f"Its file is not taken: {error}") from error


def raw_lines(path: Path) -> Iterator[tuple[int, bytes, int]]:
    """Each line that is not empty: its number, its bytes, and the bytes read until its end.

    An endless line comes cut off, so that it is reported and not held in memory.
    """
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(LONGEST_LINE + 1):
            number += 1
            is_whole = raw.endswith(b"\n") or len(raw) <= LONGEST_LINE
            rest = raw
            while not is_whole and rest and not rest.endswith(b"\n"):
                rest = file.readline(LONGEST_LINE)
            if number == 1:
                raw = raw.removeprefix(b"\xef\xbb\xbf")
            if raw.strip():
                yield number, raw, file.tell()


def _parsed(raw: bytes) -> dict[str, Any]:
    if len(raw) > LONGEST_LINE:
        raise BadLine("It has more than 16 MB.")
    try:
        told = json.loads(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadLine("It is not written in UTF-8.") from None
    except (ValueError, RecursionError):
        raise BadLine("It is not JSON.") from None
    if not isinstance(told, dict):
        raise BadLine("It is not a JSON object ({…}).")
    return told


def _key(told: Mapping[str, Any]) -> str:
    value = told.get("key")
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or not value.strip():
        raise BadLine("It has no key.")
    key = value.strip()
    if len(key) > LONGEST_KEY:
        raise BadLine(f"Its key has more than {LONGEST_KEY} characters.")
    if not key.isprintable():
        raise BadLine("Its key has characters that cannot be seen.")
    if key.startswith(OTHER_KINDS_KEYS):
        raise BadLine("Its key starts like that of a procedure, shelter or page.")
    return key


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise BadLine(f"Its {name} is not text.")
    return without_controls(value)


def _names(told: Mapping[str, Any], name: str) -> list[str]:
    value = told.get(name)
    values = value if isinstance(value, list) else [value]
    if not all(v is None or isinstance(v, str) for v in values):
        raise BadLine(f"Its {name} is neither text nor a list of texts.")
    return [v for v in values if v and v.strip()]


def _date(told: Mapping[str, Any]) -> dt.date | None:
    text = _text(told, "date").strip()
    if not text:
        return None
    try:
        return _day(text)
    except ValueError:
        raise BadLine("Its date is not a day such as 2025-03-14.") from None


def _day(text: str) -> dt.date:
    if len(text) == 4:
        return dt.date(int(text), 1, 1)
    if len(text) == 7:
        return dt.date.fromisoformat(f"{text}-01")
    return dt.datetime.fromisoformat(text).date() if "T" in text else dt.date.fromisoformat(text)
