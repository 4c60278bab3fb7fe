"""The public pages of the library; Wagtail routes to them through the pages' own `serve`."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from wagtail.models import Page

from portal.content.pagination import paginate
from portal.content.trail import path_of
from sop_library import comparison as comparing
from sop_library import outline, queries
from sop_library.enums import READABLE, EditionStatus
from sop_library.models import LibraryPage, SopPage, SopVersionPage, Withdrawal
from sop_library.outline import Section

PROCEDURES_A_PAGE = 50


def library(request: HttpRequest, page: LibraryPage) -> HttpResponse:
    """The list of procedures in force; `?page=` counts from 1 and never fails."""
    in_force: Any = queries.ProceduresInForce()  # counted and sliced: no paginator asks for more
    pages: Paginator[queries.ListedProcedure] = Paginator(in_force, PROCEDURES_A_PAGE)
    editions = pages.get_page(request.GET.get("page"))
    context = page.get_context(request)
    context["editions"] = editions
    context["address"] = path_of(page)
    context["pagination"] = paginate(
        editions.number, pages=pages.num_pages, url_of=lambda number: f"?page={number}"
    )
    return TemplateResponse(request, "sop_library/library.html", context)


def procedure(request: HttpRequest, family: SopPage) -> HttpResponse:
    """The evergreen address: the edition in force."""
    edition = queries.edition_in_force(family)
    if edition is None:
        return _withdrawn(request, queries.withdrawal_of(family))
    return _show(request, family, edition, address=family.get_full_url(request))


def edition(request: HttpRequest, page: SopVersionPage) -> HttpResponse:
    """An edition under its own address; an old one says so and points to the one in force."""
    if page.status == EditionStatus.WITHDRAWN:
        return _withdrawn(request, Withdrawal.objects.confirmed().filter(edition=page).first())
    if page.status not in READABLE and not getattr(request, "is_preview", False):
        raise Http404
    family = page.family
    shown_under = family if page.is_in_force else page
    return _show(request, family, page, address=shown_under.get_full_url(request))


def _path(page: Page, request: HttpRequest) -> str:
    """The page's address from the root of its site, without asking which site this is."""
    parts = page.get_url_parts(request)
    return parts[2] if parts else ""


def _withdrawn(request: HttpRequest, withdrawal: Withdrawal | None) -> HttpResponse:
    """410 with the reason and what to use instead; 404 where nothing was ever in force."""
    if withdrawal is None:
        raise Http404
    context = {
        "title": withdrawal.edition.title,
        "reason": withdrawal.reason,
        "withdrawn_on": withdrawal.confirmed_at,
        "replacement": withdrawal.replacement,
    }
    return TemplateResponse(request, "errors/410.html", context, status=410)


def _show(
    request: HttpRequest, family: SopPage, edition: SopVersionPage, *, address: str
) -> HttpResponse:
    editions = queries.history(family)
    current = next((other for other in editions if other.is_in_force), None)
    listed = next((other for other in editions if other.pk == edition.pk), None)
    if listed:  # not so a draft that is previewed
        edition.owner_organisation = listed.owner_organisation
    is_corrected = listed is not None and listed.is_corrected
    context = {
        **edition.get_context(request),
        "family": family,
        "family_url": _path(family, request),
        "edition": edition,
        "editions": editions,
        "current": current,
        "sections": edition.sections,
        "groups": outline.groups(edition.sections),
        "corrections": queries.corrections_of(edition) if is_corrected else [],
        "relations": queries.relations(edition),
        "is_overdue": edition.is_overdue(on=timezone.localdate()),
        "canonical_url": address,
    }
    return TemplateResponse(request, "sop_library/edition.html", context)


def comparison(request: HttpRequest, family: SopPage) -> HttpResponse:
    """What changed between two editions; 400 for what is no number, 404 for no such edition."""
    editions = queries.history(family)
    context: dict[str, Any] = {
        **family.get_context(request),
        "family": family,
        "family_url": _path(family, request),
        "editions": editions,
        "chosen": (request.GET.get("from", ""), request.GET.get("to", "")),
    }
    status = _fill_comparison(context, family, request)
    return TemplateResponse(request, "sop_library/compare.html", context, status=status)


def _fill_comparison(context: dict[str, Any], family: SopPage, request: HttpRequest) -> int:
    numbers = _numbers(request)
    if numbers is None:
        context["error"] = "Choose two editions by their numbers, for instance 1 and 2."
        return 400
    older, newer = (queries.edition(family, number) for number in numbers)
    if older is None or newer is None:
        context["error"] = "One of these editions does not exist or is not public. Choose another."
        return 404
    context |= {"older": older, "newer": newer, "lines": _compare(older, newer)}
    return 200


def _numbers(request: HttpRequest) -> tuple[int, int] | None:
    given = request.GET.get("from", ""), request.GET.get("to", "")
    if not all(text.isascii() and text.isdigit() and len(text) < 5 for text in given):
        return None
    return int(given[0]), int(given[1])


def _compare(older: SopVersionPage, newer: SopVersionPage) -> tuple[comparing.Line, ...]:
    return comparing.compare(_with_title(older), _with_title(newer))


def _with_title(edition: SopVersionPage) -> list[Section]:
    facts = (f"In law: {edition.legal_basis}", f"Approved by: {edition.approver_body}")
    top = Section("title", "", edition.title, None, (edition.title, edition.summary, *facts), None)
    return [top, *edition.sections]
