"""Reads an answer as a search engine would: its head, its JSON-LD, its links."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

TYPES = json.loads(Path(__file__).with_name("schema_org_subset.json").read_text())["types"]


class Reader(HTMLParser):
    """Everything about one HTML page that the tests ask for."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.title = ""
        self.meta: list[tuple[str, str]] = []
        self.canonical: list[str] = []
        self.loaded: list[str] = []
        self.hrefs: list[str] = []
        self.structured: list[Any] = []
        self.headings = 0
        self.ids: list[str] = []
        self._within = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._within = "json" if values.get("type") == "application/ld+json" else tag
        self.headings += tag == "h1"
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "meta" and "content" in values:
            self.meta.append((values.get("name") or values.get("property", ""), values["content"]))
        elif tag == "link" and values.get("rel") == "canonical":
            self.canonical.append(values["href"])
        elif tag == "a" and "href" in values:
            self.hrefs.append(values["href"])
        self.loaded += [values[name] for name in ("src", "srcset", "data") if name in values]
        if tag == "link" and values.get("rel") in ("stylesheet", "icon"):
            self.loaded.append(values["href"])

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within == "title":
            self.title += data
        elif self._within == "json":
            self.structured.append(json.loads(data))

    def named(self, name: str) -> list[str]:
        return [content for found, content in self.meta if found == name]


def nodes(reader: Reader) -> list[dict[str, Any]]:
    """The nodes of the page's one JSON-LD block."""
    (block,) = reader.structured
    assert block["@context"] == "https://schema.org"
    return block["@graph"]


def faults(node: dict[str, Any], where: str = "") -> Iterator[str]:
    """What is wrong with a node, by the subset of schema.org that we use."""
    kind = node.get("@type")
    where = f"{where}/{kind}"
    rules = TYPES.get(kind)
    if rules is None:
        yield f"{where}: no such type in the subset"
        return
    given = {name: value for name, value in node.items() if not name.startswith("@")}
    allowed = rules["must"] | rules["may"]
    only_names = set(given) <= {"name"} and "@id" in node  # a reference that says whom it means
    yield from (f"{where}: {name} is missing" for name in rules["must"] if name not in given)
    for name, value in given.items():
        if name not in allowed:
            yield f"{where}: {name} does not belong here"
        elif not only_names:
            for one in value if isinstance(value, list) else [value]:
                yield from _value_faults(one, allowed[name], f"{where}.{name}")


def _value_faults(value: Any, kinds: str | list[str], where: str) -> Iterator[str]:
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if isinstance(value, dict) and "@type" in value:
        if value["@type"] not in kinds:
            yield f"{where}: {value['@type']} is not one of {kinds}"
        yield from faults(value, where)
    elif not any(_fits(value, kind) for kind in kinds):
        yield f"{where}: {value!r} is not {kinds}"


def _fits(value: Any, kind: str) -> bool:
    match kind:
        case "reference":
            return isinstance(value, dict) and set(value) == {"@id"}
        case "address":
            return isinstance(value, str) and value.startswith(("http://", "https://"))
        case "date":
            return isinstance(value, str) and dt.datetime.fromisoformat(value) is not None
        case "flag":
            return isinstance(value, bool)
        case "number":
            return isinstance(value, int)
        case _:
            return isinstance(value, str) and value.strip() != "" and kind == "text"
