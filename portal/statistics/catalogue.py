"""All public releases as a catalogue that other catalogues harvest (DCAT 3, JSON-LD)."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from portal.statistics.models import ReleasePage
from portal.statistics.showing import Download, downloads_of

Node = dict[str, Any]
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def catalogue() -> Node:
    """The catalogue with a data set for each public version of each period."""
    pages = ReleasePage.objects.live().order_by("-sequence")
    return {
        "@context": CONTEXT,
        "@id": _whole("/statistics/catalog.jsonld"),
        "@type": "dcat:Catalog",
        "dct:title": "Statistics of identified trafficking in persons, Ghana",
        "dct:publisher": _publisher("Human Trafficking Secretariat"),
        "dct:language": "en",
        "foaf:homepage": {"@id": _whole("/statistics/")},
        "dcat:dataset": [_dataset(page) for page in pages],
    }


def _dataset(page: ReleasePage) -> Node:
    address = _whole(f"/statistics/{page.slug}/")
    release = page.report["release"]
    return {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": page.release_id,
        "dct:title": page.title,
        "dct:description": page.summary,
        "dct:issued": page.first_published_at.date().isoformat() if page.first_published_at else "",
        "dct:license": {"@id": LICENCE},
        "dct:publisher": _publisher(page.report["publisher"]),
        "dct:spatial": {"@id": "http://publications.europa.eu/resource/authority/country/GHA"},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@type": "xsd:date", "@value": release["first_day"]},
            "dcat:endDate": {"@type": "xsd:date", "@value": release["last_day"]},
        },
        "dcat:version": str(page.version),
        "dcat:landingPage": {"@id": address},
        "dcat:distribution": [_distribution(file) for file in downloads_of(page)],
    }


def _distribution(file: Download) -> Node:
    return {
        "@id": _whole(file.url),
        "@type": "dcat:Distribution",
        "dct:title": file.label,
        "dcat:downloadURL": {"@id": _whole(file.url)},
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}{file.media_type}"},
        "dcat:byteSize": file.size,
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"},
            "spdx:checksumValue": file.sha256,
        },
    }


def _publisher(name: str) -> Node:
    return {"@type": "foaf:Organization", "foaf:name": name}


def _whole(path: str) -> str:
    return f"{settings.BASE_URL}{path}"
