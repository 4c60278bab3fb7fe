"""The shapes of the public API, version 1. Fields may be added; none is renamed or taken away."""

from __future__ import annotations

import datetime as dt

from ninja import Field, Schema


class Term(Schema):
    """A code of a fixed vocabulary and the words shown for it."""

    code: str
    label: str


class SearchPassage(Schema):
    page: int | None = Field(description="Page of a PDF, from 1; null in a web page.")
    text: str
    url: str


class SearchHit(Schema):
    key: str
    kind: str
    title: str
    url: str
    snippet: str
    score: float
    date: dt.date | None
    language: str
    in_force: bool
    recommended: bool
    passages: list[SearchPassage]


class FacetValue(Schema):
    value: str
    label: str
    count: int
    selected: bool


class SearchAnswer(Schema):
    query: str
    total: int
    total_is_exact: bool
    engine: str
    took_ms: int
    suggestion: str | None
    searched_for: str | None
    synonyms: list[str]
    page: int
    size: int
    hits: list[SearchHit]
    facets: dict[str, list[FacetValue]]


class Sop(Schema):
    """A procedure with its edition in force."""

    identifier: str = Field(description="Stays for ever, for instance HTS-SOP-012.")
    slug: str
    title: str
    summary: str
    url: str
    edition: int
    in_force_from: dt.datetime | None
    review_due_on: dt.date | None
    change_type: str
    change_summary: str
    organisation: Term | None


class Section(Schema):
    kind: str
    anchor: str
    heading: str
    number: int | None = Field(description="Of a step, counted from 1; null for other kinds.")
    text: str


class Edition(Schema):
    number: int
    status: str
    in_force_from: dt.datetime | None
    superseded_at: dt.datetime | None
    change_type: str
    change_summary: str
    url: str


class SopDetail(Sop):
    approved_on: dt.date | None
    approver_body: str
    legal_basis: str
    topics: list[Term]
    sections: list[Section]
    editions: list[Edition] = Field(description="Every edition anybody may read, newest first.")


class Publication(Schema):
    key: str
    slug: str
    title: str
    summary: str
    url: str
    type: Term
    date: dt.date | None
    language: str


class File(Schema):
    title: str
    url: str
    media_type: str
    size: int = Field(description="In bytes.")
    pages: int | None
    sha256: str


class PublicationDetail(Publication):
    abstract: str
    licence: str
    topics: list[Term]
    regions: list[Term] = Field(description="Empty: the whole country.")
    organisations: list[Term]
    files: list[File]


class Statistics(Schema):
    """One version of the figures of one quarter or year."""

    id: str = Field(description="Stays for ever, for instance 2026Q3-v1.")
    slug: str
    title: str
    summary: str
    url: str
    period: str = Field(description="A quarter like 2026Q3, or a year like 2026.")
    kind: str = Field(description="quarter or year.")
    version: int
    is_newest_version: bool
    first_day: dt.date
    last_day: dt.date
    date: dt.date | None = Field(description="On which it was published here.")
    persons: int


class Finding(Schema):
    text: str
    table: str


class StatisticsFile(Schema):
    name: str
    title: str
    url: str
    media_type: str
    size: int = Field(description="In bytes.")
    sha256: str


class StatisticsDetail(Statistics):
    findings: list[Finding]
    licence: str
    files: list[StatisticsFile] = Field(
        description="The figures themselves are in indicators.json and indicators.csv."
    )


class Shelter(Schema):
    """A shelter or service as everybody may know it. Names follow HSDS 3."""

    key: str
    slug: str
    url: str
    name: str
    alternate_name: str
    summary: str
    description: str
    type: Term
    organisation: Term | None
    provider_name: str
    service_area: str
    region: Term
    serves_all_regions: bool
    district: Term | None = Field(
        description="Null where naming it would point to one hidden house."
    )
    accepts: list[Term]
    sex: Term
    minimum_age: int | None
    maximum_age: int | None
    eligibility_description: str
    services: list[Term]
    languages: list[Term]
    intake_hours: Term
    intake_hours_description: str
    accepts_referral_from: list[Term]
    referral_description: str
    accepting: Term = Field(description="yes, call_first or no; never a number of beds.")
    phone: str
    phone_description: str
    other_phone: str
    sms: str
    address: str | None = Field(
        description="Null unless the operator signed off that it is public."
    )
    checked_on: dt.date | None
    checked_by: str
    is_verified: bool = Field(description="False when nobody confirmed the entry for 90 days.")


class _Page(Schema):
    next: str | None = Field(description="Address of the next page; null on the last.")


class SopPage(_Page):
    items: list[Sop]


class PublicationPage(_Page):
    items: list[Publication]


class StatisticsPage(_Page):
    items: list[Statistics]


class ShelterPage(_Page):
    items: list[Shelter]


class FieldError(Schema):
    parameter: str
    reason: str


class Problem(Schema):
    """After RFC 9457, sent as application/problem+json."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldError] = []
