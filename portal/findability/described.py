"""What each page type is, in the words of schema.org: one function a type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from portal.content.files.models import MEDIA_TYPES
from portal.findability.addresses import absolute
from portal.findability.citations import work_of
from portal.findability.identifiers import permanent_address
from portal.findability.schema_org import (
    LANGUAGE,
    Node,
    publisher,
    secretariat,
    web_page,
    website,
)
from portal.publications.models import PublicationIndexPage, PublicationPage
from portal.publications.showing import FileFacts, facts_of
from portal.site_pages.models import (
    HelpPage,
    HomePage,
    OrganisationIndexPage,
    OrganisationPage,
    TopicIndexPage,
    TopicPage,
)
from portal.statistics.models import ReleasePage, StatisticsIndexPage
from portal.statistics.showing import Download, Shown, downloads_of
from shelter_directory.models import DirectoryPage, ShelterPage
from shelter_directory.public import PublicShelter
from sop_library.models import LibraryPage, SopVersionPage

Context = Mapping[str, Any]


@singledispatch
def describe(page: Page, name: str, address: str, context: Context) -> list[Node]:
    """The nodes about a page and about what it shows, without its breadcrumbs.

    Args:
        name: the page's title, or the neutral one of a page that must not betray its reader.
        address: its canonical address, whole.
        context: what its view gathered, so that nothing is asked for twice.
    """
    return [web_page(page, name=name, address=address)]


@describe.register
def _(page: HomePage, name: str, address: str, context: Context) -> list[Node]:
    return [website(), secretariat(), web_page(page, name=name, address=address)]


@describe.register
def _(page: HelpPage, name: str, address: str, context: Context) -> list[Node]:
    node = web_page(page, name=name, address=address)
    return [{**node, "description": ""}]  # nothing that tells what was read


@describe.register(LibraryPage)
@describe.register(DirectoryPage)
@describe.register(PublicationIndexPage)
@describe.register(StatisticsIndexPage)
@describe.register(TopicIndexPage)
@describe.register(OrganisationIndexPage)
@describe.register(TopicPage)
def _collection(page: Page, name: str, address: str, context: Context) -> list[Node]:
    return [web_page(page, name=name, address=address, kind="CollectionPage")]


@describe.register
def _(page: SopVersionPage, name: str, address: str, context: Context) -> list[Node]:
    document: Node = {
        "@type": "DigitalDocument",
        "@id": permanent_address(page.identifier),
        "identifier": page.identifier,
        "name": page.title,
        "description": page.summary,
        "url": address,
        "version": str(page.number),
        "creativeWorkStatus": page.get_status_display(),
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "datePublished": _iso(page.in_force_from),
        "dateModified": _iso(page.last_published_at),
        "expires": _iso(page.superseded_at),
        "isBasedOn": {"@type": "Legislation", "name": page.legal_basis},
        "publisher": publisher(page.owner_organisation),
    }
    shown = web_page(page, name=name, address=address) | {
        "lastReviewed": _iso(page.approved_on),
        "mainEntity": {"@id": document["@id"]},
    }
    return [shown, document]


PUBLICATION_TYPES = {
    "report": "Report",
    "brief": "Report",
    "law": "Legislation",
    "form": "DigitalDocument",
    "dataset": "Dataset",
    "guidance": "DigitalDocument",
    "news": "NewsArticle",
    "training": "LearningResource",
}


@describe.register
def _(page: PublicationPage, name: str, address: str, context: Context) -> list[Node]:
    work = work_of(page, context)
    assert work is not None  # noqa: S101 -- every publication is one
    kind = PUBLICATION_TYPES.get(page.type, "CreativeWork")
    node: Node = {
        "@type": kind,
        "@id": work.url,
        "identifier": work.identifier,
        "name": work.title,
        "description": work.abstract,
        "url": address,
        "inLanguage": work.language,
        "isAccessibleForFree": True,
        "datePublished": _iso(work.published_on),
        "dateModified": _iso(page.last_published_at),
        "license": page.licence_address,
        "author": [{"@type": "Organization", "name": author} for author in work.authors],
        "publisher": {"@type": "Organization", "name": work.authors[0]},
        "spatialCoverage": "Ghana",
    }
    facts = context.get("facts") or facts_of(page)
    files = [_file(file, kind) for file in facts.files]
    node["distribution" if kind == "Dataset" else "encoding"] = files
    if kind == "Legislation":
        node |= {"legislationJurisdiction": "Ghana", "legislationDate": _iso(work.published_on)}
    if kind == "NewsArticle":
        node["headline"] = work.title
    shown = web_page(page, name=name, address=address) | {"mainEntity": {"@id": work.url}}
    return [shown, node]


def _file(file: FileFacts, kind: str) -> Node:
    return {
        "@type": "DataDownload" if kind == "Dataset" else "MediaObject",
        "name": file.title,
        "contentUrl": absolute(file.url),
        "encodingFormat": MEDIA_TYPES.get(file.url.rpartition(".")[2], ""),
        "contentSize": f"{file.size} B",
    }


@describe.register
def _(page: ReleasePage, name: str, address: str, context: Context) -> list[Node]:
    release, shown = page.report["release"], context.get("shown")
    files = (*shown.downloads, *shown.charts) if isinstance(shown, Shown) else downloads_of(page)
    node: Node = {
        "@type": "Dataset",
        "@id": permanent_address(page.release_id),
        "identifier": page.release_id,
        "name": page.title,
        "description": page.summary,
        "url": address,
        "version": str(page.version),
        "inLanguage": LANGUAGE,
        "isAccessibleForFree": True,
        "datePublished": _iso(page.first_published_at),
        "dateModified": _iso(page.last_published_at),
        "temporalCoverage": f"{release['first_day']}/{release['last_day']}",
        "spatialCoverage": "Ghana",
        "variableMeasured": list(dict.fromkeys(each["title"] for each in page.report["tables"])),
        "license": LICENCE_OF_STATISTICS,
        "author": [{"@type": "Organization", "name": page.report["publisher"]}],
        "publisher": {"@type": "Organization", "name": page.report["publisher"]},
        "distribution": [_download(file) for file in files if file.name in DATA_FILES],
    }
    page_node = web_page(page, name=name, address=address) | {"mainEntity": {"@id": node["@id"]}}
    return [page_node, node]


LICENCE_OF_STATISTICS = "https://creativecommons.org/licenses/by/4.0/"
# What a person or program counts with; the rest describes or proves it.
DATA_FILES = ("report.pdf", "report.xlsx", "indicators.csv", "indicators.json", "microdata.csv")


def _download(file: Download) -> Node:
    return {
        "@type": "DataDownload",
        "name": file.label,
        "contentUrl": absolute(file.url),
        "encodingFormat": file.media_type,
        "contentSize": f"{file.size} B",
        "sha256": file.sha256,
    }


@describe.register
def _(page: ShelterPage, name: str, address: str, context: Context) -> list[Node]:
    # Only what the public projection holds: a hidden house has no address and no district there.
    shelter = context.get("shelter") or page.shown_to_public(today=timezone.localdate())
    service: Node = {
        "@type": "GovernmentService",
        "@id": f"{address}#service",
        "name": shelter.name,
        "alternateName": shelter.alternate_name,
        "description": shelter.summary or shelter.description,
        "serviceType": shelter.type.label,
        "url": address,
        "areaServed": {"@type": "AdministrativeArea", "name": f"{shelter.place}, Ghana"},
        "audience": [{"@type": "Audience", "audienceType": term.label} for term in shelter.accepts],
        "provider": _provider(page, shelter),
        "availableChannel": _channel(shelter),
    }
    shown = web_page(page, name=name, address=address) | {
        "lastReviewed": _iso(shelter.checked_on),
        "mainEntity": {"@id": service["@id"]},
    }
    return [shown, service]


def _provider(page: ShelterPage, shelter: PublicShelter) -> Node:
    if page.owner_organisation is None:
        return {"@type": "Organization", "name": shelter.name}
    return publisher(page.owner_organisation)


def _channel(shelter: PublicShelter) -> Node:
    place = {"@type": "Place", "address": shelter.address} if shelter.address else None
    return {
        "@type": "ServiceChannel",
        "servicePhone": {
            "@type": "ContactPoint",
            "telephone": shelter.phone,
            "contactType": "intake",
        },
        "availableLanguage": [term.label for term in shelter.languages],
        "serviceLocation": place,
    }


@describe.register
def _(page: OrganisationPage, name: str, address: str, context: Context) -> list[Node]:
    organisation = page.organisation
    node = publisher(organisation) | {
        "@id": f"{address}#organisation",
        "url": address,
        "description": page.summary or organisation.role,
        "telephone": organisation.phone,
        "sameAs": [organisation.website] if organisation.website else [],
    }
    shown = web_page(page, name=name, address=address) | {"mainEntity": {"@id": node["@id"]}}
    return [shown, node]


def _iso(moment: Any) -> str:
    return moment.isoformat() if moment else ""
