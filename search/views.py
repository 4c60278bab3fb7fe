"""The search page and its suggestions. No cookie, nothing typed is stored, nothing for crawlers.

What editors may learn of a search that found too little: Note [What is kept of a search].
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.content.pagination import Pagination, paginate
from search import labels, poor_searches
from search.contract import DEEPEST_HIT, FacetValue, Order, SearchRequest, SearchResponse
from search.services import search
from search.services.suggest import suggestions

API = "/api/public/v1/search"
FEED = "/feeds/search"
OPEN_FACETS = ("kind", "topic", "region")  # the others open when something in them is chosen
ORDER_LABELS = {Order.RELEVANCE: "Most relevant", Order.NEWEST: "Newest", Order.OLDEST: "Oldest"}


@dataclass(frozen=True)
class FacetGroup:
    name: str
    label: str
    options: tuple[FacetValue, ...]
    is_open: bool


@dataclass(frozen=True)
class Chip:
    group: str
    label: str
    remove_url: str


@dataclass(frozen=True)
class WayOut:
    """A link that would find something, and how much."""

    label: str
    url: str
    count: int


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Results of a search, or everything newest first where nothing was typed."""
    asked = SearchRequest.from_query(request.GET)
    answer = search(asked)
    poor_searches.notice(request, asked, answer)
    response = render(request, "search/results.html", context(asked, answer))
    response["X-Robots-Tag"] = "noindex, follow"
    response["X-Search-Engine"] = answer.engine + (";degraded" if answer.degraded else "")
    return response


@require_safe
def suggest(request: HttpRequest) -> HttpResponse:
    """Titles and curated words beginning like what is typed; never what others searched for."""
    typed = request.GET.get("q", "")[:100]
    found = suggestions(typed)
    if request.GET.get("format") == "html":
        return render(request, "search/suggest.html", {"typed": typed, "suggestions": found})
    return JsonResponse([typed, [s.text for s in found], [], [s.url for s in found]], safe=False)


def context(asked: SearchRequest, answer: SearchResponse) -> dict[str, object]:
    query, chips = asked.to_query(), _chips(asked)
    return {
        "asked": asked,
        "answer": answer,
        "facets": _facet_groups(answer),
        "chips": chips,
        # Of nothing there is nothing to narrow, but what narrowed it can be taken back.
        "may_narrow": bool(answer.hits or chips or asked.all_words),
        "clear_url": _url(replace(asked, filters={}, date_from=None, date_until=None, page=1)),
        "orders": [
            {"value": str(order), "label": label, "selected": order == asked.order}
            for order, label in ORDER_LABELS.items()
        ],
        "pagination": _pagination(asked, answer),
        "as_typed_url": _url(replace(asked, correct=False, page=1)),
        "suggestion_url": _url(replace(asked, text=answer.suggestion, page=1)),
        "all_words_url": _url(replace(asked, all_words=True, page=1)),
        "ways_out": _ways_out(asked, answer),
        "json_url": f"{API}?{query}",
        "atom_url": f"{FEED}.atom?{query}",
        "feed_url": f"{FEED}.json?{query}",
        "first": asked.offset + 1,
        "last": asked.offset + len(answer.hits),
    }


def _url(asked: SearchRequest, *, page: int | None = None) -> str:
    query = asked.to_query(page=page)
    return f"/search/?{query}" if query else "/search/"


def _facet_groups(answer: SearchResponse) -> list[FacetGroup]:
    return [
        FacetGroup(
            name,
            labels.FACET_LABELS.get(name, name),
            values,
            name in OPEN_FACETS or any(value.selected for value in values),
        )
        for name, values in answer.facets.items()
    ]


def _chips(asked: SearchRequest) -> list[Chip]:
    chips = [
        Chip(
            labels.FACET_LABELS.get(name, name),
            labels.label(name, value),
            _url(asked.without_filter(name, value)),
        )
        for name, values in asked.filters.items()
        for value in values
    ]
    if asked.date_from:
        since = f"{asked.date_from:%-d %B %Y}"
        chips.append(Chip("From", since, _url(replace(asked, date_from=None, page=1))))
    if asked.date_until:
        until = f"{asked.date_until:%-d %B %Y}"
        chips.append(Chip("Before", until, _url(replace(asked, date_until=None, page=1))))
    return chips


def _pagination(asked: SearchRequest, answer: SearchResponse) -> Pagination:
    reachable = min(answer.total, DEEPEST_HIT)
    pages = -(-reachable // asked.size)
    if asked.page > pages:
        return Pagination()
    return paginate(asked.page, pages=pages, url_of=lambda page: _url(asked, page=page))


def _ways_out(asked: SearchRequest, answer: SearchResponse) -> list[WayOut]:
    return [
        WayOut(left.label, _url(asked.without_filter(left.name)), left.count)
        for left in answer.without
    ]
