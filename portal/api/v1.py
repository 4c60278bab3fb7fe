"""The public API, version 1: small, read-only, the same for everybody."""

from __future__ import annotations

from typing import Annotated, Any

from django.db.models import F, Value
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import NinjaAPI, Path, Query

from portal.api import problems, reading, schemas
from portal.api.keyset import LARGEST_PAGE, day, row_id, slice_after
from portal.api.problems import BadParameter
from portal.publications.models import UNDATED
from search.contract import DEEPEST_HIT, LONGEST_QUERY, SearchRequest
from search.services import search
from shelter_directory import wanted as wishes
from shelter_directory.models import ShelterPage
from sop_library import queries

api = NinjaAPI(
    title="Harbour public API",
    version="1",
    description=(
        "Procedures in force, publications, statistics, and shelters as everybody may know them. "
        "Read-only, no key, no cookie. Errors are application/problem+json."
    ),
    urls_namespace="public_v1",
    docs_url=None,
    openapi_url="openapi.json",
)
problems.register(api)

REFUSALS = {400: schemas.Problem, 404: schemas.Problem, 429: schemas.Problem}
Size = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="Entries a page, at most 50.")]
Cursor = Annotated[str, Query(description="From `next` of the page before.")]
Code = Annotated[str, Query(max_length=120, pattern=r"^[-_a-z0-9]*$")]
Slug = Annotated[
    str, Path(max_length=255, description="As in the list; of a procedure also its identifier.")
]


@api.get(
    "search",
    response={200: schemas.SearchAnswer, **REFUSALS},
    summary="Search everything that is published",
    description=(
        "`q` in words; phrases in quotes, `-word` excludes. Any facet of the answer is a parameter "
        "too and may be repeated: kind, region, topic, type, organisation, year, service, accepts, "
        f"language. No page reaches past the first {DEEPEST_HIT} hits: narrow the search instead."
    ),
)
def find(
    request: HttpRequest,
    q: Annotated[str, Query(description=f"At most {LONGEST_QUERY} characters are read.")] = "",
    kind: Annotated[
        list[str] | None, Query(description="sop, publication, shelter, page …")
    ] = None,
    region: Annotated[list[str] | None, Query(description="Code of a region, e.g. volta.")] = None,
    page: Annotated[int, Query(ge=1, description="From 1.")] = 1,
    size: Size = 10,
) -> Any:
    if page * size > DEEPEST_HIT:
        raise BadParameter(
            "page", f"No page reaches past hit {DEEPEST_HIT}. Narrow the search with a filter."
        )
    return search(SearchRequest.from_query(request.GET)).to_json()


@api.get("sops", response={200: schemas.SopPage, **REFUSALS}, summary="Procedures in force")
def sops(
    request: HttpRequest,
    topic: Code = "",
    organisation: Code = "",
    cursor: Cursor = "",
    size: Size = 20,
) -> Any:
    editions = queries.editions_in_force()
    if topic:
        editions = editions.filter(topics__code=topic)
    if organisation:
        editions = editions.filter(owner_organisation__code=organisation)
    found = slice_after(
        editions,
        (F("family__identifier"),),
        place=lambda edition: (edition.family.identifier,),
        types=(str,),
        cursor=cursor,
        size=size,
    )
    return reading.listed(request, found, reading.sop)


@api.get(
    "sops/{identifier}",
    response={200: schemas.SopDetail, **REFUSALS},
    summary="One procedure, with the text of its edition in force",
)
def sop(request: HttpRequest, identifier: Slug) -> Any:
    return reading.sop_detail(identifier)


@api.get("publications", response={200: schemas.PublicationPage, **REFUSALS},
         summary="Publications, newest first")  # fmt: skip
def publications(
    request: HttpRequest,
    topic: Code = "",
    region: Code = "",
    organisation: Code = "",
    type: Code = "",  # noqa: A002 -- the name of the parameter
    year: Annotated[int | None, Query(ge=1, le=9998, description="Of publication.")] = None,
    cursor: Cursor = "",
    size: Size = 20,
) -> Any:
    found = slice_after(
        reading.publications(
            topics__code=topic, regions__code=region, organisations__code=organisation, type=type,
            published_on__year=year,
        ),
        (Coalesce("published_on", Value(UNDATED)), F("page_ptr")),
        place=lambda page: (page.published_on or UNDATED, page.pk),
        types=(day, row_id),
        cursor=cursor,
        size=size,
        newest_first=True,
    )  # fmt: skip
    return reading.listed(request, found, reading.publication)


@api.get(
    "publications/{slug}",
    response={200: schemas.PublicationDetail, **REFUSALS},
    summary="One publication with its files",
)
def publication(request: HttpRequest, slug: Slug) -> Any:
    return reading.publication_detail(slug)


@api.get(
    "statistics",
    response={200: schemas.StatisticsPage, **REFUSALS},
    summary="Releases of figures, newest first",
)
def statistics(
    request: HttpRequest,
    period: Annotated[
        str, Query(description="2026Q3 or 2026.", pattern=r"^(20\d\d(Q[1-4])?)?$")
    ] = "",
    kind: Annotated[str, Query(description="quarter or year.", pattern="^(quarter|year)?$")] = "",
    cursor: Cursor = "",
    size: Size = 20,
) -> Any:
    found = slice_after(
        reading.releases(period=period, kind=kind).defer("report"),
        (F("sequence"),),
        place=lambda page: (page.sequence,),
        types=(row_id,),
        cursor=cursor,
        size=size,
        newest_first=True,
    )
    return reading.listed(request, found, reading.release)


@api.get(
    "statistics/{name}",
    response={200: schemas.StatisticsDetail, **REFUSALS},
    summary="One release with its findings and files",
)
def statistics_release(request: HttpRequest, name: Slug) -> Any:
    return reading.release_detail(name)


@api.get(
    "shelters",
    response={200: schemas.ShelterPage, **REFUSALS},
    summary="Shelters and services that take a person",
    description="`region=volta&who=boy&age=9`: the same questions as the finder at /shelters/.",
)
def shelters(
    request: HttpRequest,
    region: Code = "",
    district: Code = "",
    who: Annotated[str, Query(description="boy, girl, woman, man or family.")] = "",
    age: Annotated[int | None, Query(ge=0, le=wishes.OLDEST, description="In years.")] = None,
    disability: Annotated[bool, Query(description="true: takes people with a disability.")] = False,
    service: Annotated[list[str] | None, Query(description="accommodation, medical …")] = None,
    language: Annotated[list[str] | None, Query(description="ISO 639 code: en, tw, ee …")] = None,
    referral: Annotated[list[str] | None, Query(description="police, dsw, self …")] = None,
    hours: Code = "",
    cursor: Cursor = "",
    size: Size = 20,
) -> Any:
    wanted = wishes.read_wanted(request.GET)
    for name, reason in wanted.problems.items():
        raise BadParameter(name, reason)
    found = slice_after(
        wishes.matching(ShelterPage.objects.for_public(), wanted),
        (F("page_ptr"),),
        place=lambda page: (page.pk,),
        types=(row_id,),
        cursor=cursor,
        size=size,
    )
    return reading.listed(request, found, reading.shelter)


@api.get(
    "shelters/{slug}",
    response={200: schemas.Shelter, **REFUSALS},
    summary="One shelter or service",
)
def shelter(request: HttpRequest, slug: Slug) -> Any:
    found = ShelterPage.objects.for_public().filter(slug=reading.known(slug)).first()
    if found is None:
        raise Http404
    return found.shown_to_public(today=timezone.localdate())
