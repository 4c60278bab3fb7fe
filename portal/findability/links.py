"""Signposting: links in the headers, for machines that do not read the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from portal.content.files.models import MEDIA_TYPES
from portal.findability.addresses import absolute
from portal.findability.citations import work_of
from portal.findability.head import shown_page
from portal.publications.showing import Facts

CSL = "application/vnd.citationstyles.csl+json"


def links_of(context: Mapping[str, Any]) -> list[str]:
    """Values of the Link header for the page that a context shows; empty where it is no work."""
    page = shown_page(context)
    work = work_of(page, context) if page else None
    if work is None:
        return []
    described = _link(absolute(f"{work.exports}.json"), "describedby", CSL)
    return [_link(work.url, "cite-as"), described, *_files(context)]


def _files(context: Mapping[str, Any]) -> Iterator[str]:
    facts = context.get("facts")
    for file in facts.files if isinstance(facts, Facts) else ():
        media_type = MEDIA_TYPES.get(file.url.rpartition(".")[2], "")
        yield _link(absolute(file.url), "item", media_type)


def _link(address: str, relation: str, media_type: str = "") -> str:
    kind = f'; type="{media_type}"' if media_type else ""
    return f'<{quote(address, safe=":/?#&=%~")}>; rel="{relation}"{kind}'
