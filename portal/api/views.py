"""Feeds, and the pages that explain the open interfaces to people."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from portal.api import feeds
from portal.api.problems import problem
from portal.api.v1 import api
from portal.content.listed import Listed, newest
from search.contract import Order, SearchRequest
from search.services import search

ENTRIES = 30
CODE = re.compile(r"[-_a-z0-9]{1,60}")


@dataclass(frozen=True)
class Source:
    """A list that has a feed."""

    title: str
    page: str
    entries: Callable[[HttpRequest], tuple[Listed, ...]]


def _of_kind(kind: str) -> Callable[[HttpRequest], tuple[Listed, ...]]:
    def entries(request: HttpRequest) -> tuple[Listed, ...]:
        wanted = {name: request.GET.get(name, "") for name in ("topic", "organisation")}
        if any(code and not CODE.fullmatch(code) for code in wanted.values()):
            return ()  # no topic or organisation has such a code
        return newest(kind, ENTRIES, **wanted)

    return entries


def _found(request: HttpRequest) -> tuple[Listed, ...]:
    """What a search finds, newest first: a feed is followed for what is new."""
    asked = SearchRequest.from_query(request.GET)
    response = search(replace(asked, order=Order.NEWEST, page=1, size=ENTRIES))
    return tuple(
        Listed(hit.key, hit.title, hit.snippet, hit.url, date=hit.date, text=hit.snippet)
        for hit in response.hits
    )


SOURCES = {
    "search": Source("Search", "/search/", _found),
    "sops": Source("Procedures: new editions", "/sops/", _of_kind("sop")),
    "publications": Source("Publications", "/publications/", _of_kind("publication")),
    "statistics": Source("Statistics", "/statistics/", _of_kind("statistics")),
    "shelters": Source("Shelters and services", "/shelters/", _of_kind("shelter")),
}


def feed(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """One list as a feed: `/feeds/sops.atom`, `/feeds/search.json?q=child`."""
    source = SOURCES.get(name)
    if source is None:
        raise Http404
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    made = feeds.Feed(
        key=f"feed:{name}{query}",
        title=f"Harbour: {source.title}",
        page=source.page + query,
        atom=f"/feeds/{name}.atom{query}",
        json=f"/feeds/{name}.json{query}",
        entries=source.entries(request),
    )
    if form == "json":
        return JsonResponse(feeds.json_feed(made), content_type="application/feed+json")
    return HttpResponse(feeds.atom(made), content_type="application/atom+xml; charset=utf-8")


def feed_list(request: HttpRequest) -> HttpResponse:
    """`/feeds/`: what can be followed, and how."""
    lists = [(source.title, name) for name, source in SOURCES.items() if name != "search"]
    return render(request, "feeds/index.html", {"lists": lists})


def documentation(request: HttpRequest) -> HttpResponse:
    """`/api/public/v1/`: every address of the API, from its own OpenAPI description."""
    schema = api.get_openapi_schema(path_prefix="/api/public/v1/")
    operations = [_operation(path, ways["get"]) for path, ways in schema["paths"].items()]
    context = {"operations": operations, "description": schema["info"]["description"]}
    return render(request, "api/index.html", context)


def _operation(path: str, operation: dict[str, Any]) -> dict[str, Any]:
    parameters = [
        {"name": p["name"], "description": p["schema"].get("description", p.get("description", ""))}
        for p in operation.get("parameters", [])
    ]
    return {
        "path": path,
        "summary": operation["summary"],
        "description": operation.get("description", ""),
        "parameters": parameters,
    }


def nothing_here(request: HttpRequest, rest: str) -> HttpResponse:
    """An address of the API that does not exist, in the API's own words."""
    return problem(404, "See /api/public/v1/ for every address.")
