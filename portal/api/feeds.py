"""A list as an Atom feed (RFC 4287) or a JSON Feed (1.1)."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.utils.xmlutils import SimplerXMLGenerator

from portal.content.listed import Listed

ATOM = "http://www.w3.org/2005/Atom"
BEGUN = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # when nothing says when
PUBLISHER = "Human Trafficking Secretariat"
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Feed:
    """A list that can be followed.

    Attributes:
        page, atom, json: paths of the page for people, and of this feed in both forms.
    """

    key: str
    title: str
    page: str
    atom: str
    json: str
    entries: tuple[Listed, ...]

    @property
    def updated_at(self) -> dt.datetime:
        return max((moment(entry) for entry in self.entries), default=BEGUN)


def tag(key: str) -> str:
    """An id that stays when the address changes (RFC 4151)."""
    return f"tag:{urlsplit(settings.BASE_URL).hostname},2026:{key}"


def entry_key(entry: Listed) -> str:
    return f"{entry.key}/{entry.version}" if entry.version else entry.key


def moment(entry: Listed) -> dt.datetime:
    """When the entry changed; the start of its day where only the day is known."""
    if entry.changed_at:
        return entry.changed_at
    if entry.date:
        return dt.datetime.combine(entry.date, dt.time(), tzinfo=dt.UTC)
    return BEGUN


def atom(feed: Feed) -> bytes:
    """The feed as Atom; text is plain text, never markup."""
    out = io.BytesIO()
    xml = _Xml(out)
    xml.startDocument()
    xml.startElement("feed", AttributesImpl({"xmlns": ATOM, "xml:lang": "en-GB"}))
    xml.text("id", tag(feed.key))
    xml.text("title", feed.title)
    xml.text("updated", feed.updated_at.isoformat())
    xml.link("self", feed.atom, "application/atom+xml")
    xml.link("alternate", feed.page, "text/html")
    xml.startElement("author", AttributesImpl({}))
    xml.text("name", PUBLISHER)
    xml.endElement("author")
    for entry in feed.entries:
        _entry(xml, entry)
    xml.endElement("feed")
    xml.endDocument()
    return out.getvalue()


def _entry(xml: _Xml, entry: Listed) -> None:
    xml.startElement("entry", AttributesImpl({}))
    xml.text("id", tag(entry_key(entry)))
    xml.text("title", entry.title)
    xml.text("updated", moment(entry).isoformat())
    xml.link("alternate", entry.url, "text/html")
    xml.text("summary", entry.summary)
    xml.text("content", entry.text or entry.summary)
    xml.endElement("entry")


class _Xml(SimplerXMLGenerator):
    def __init__(self, out: io.BytesIO) -> None:
        super().__init__(out, "utf-8", short_empty_elements=True)

    def text(self, name: str, words: str) -> None:
        self.addQuickElement(name, _UNPRINTABLE.sub(" ", words))

    def link(self, rel: str, path: str, media_type: str) -> None:
        href = settings.BASE_URL + path
        self.addQuickElement("link", attrs={"rel": rel, "href": href, "type": media_type})


def json_feed(feed: Feed) -> dict[str, Any]:
    """The feed as a JSON Feed."""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": settings.BASE_URL + feed.page,
        "feed_url": settings.BASE_URL + feed.json,
        "language": "en-GB",
        "authors": [{"name": PUBLISHER}],
        "items": [_item(entry) for entry in feed.entries],
    }


def _item(entry: Listed) -> Mapping[str, Any]:
    return {
        "id": tag(entry_key(entry)),
        "url": settings.BASE_URL + entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_text": entry.text or entry.summary,
        "date_modified": moment(entry).isoformat(),
    }
