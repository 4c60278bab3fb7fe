"""The words of schema.org that every page type shares."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.safestring import SafeString
from wagtail.models import Page

from portal.content.models import Organisation
from portal.content.trail import path_of, trail_to
from portal.findability.addresses import absolute

Node = dict[str, Any]
LANGUAGE = "en-GB"
SECRETARIAT_ID = "#secretariat"
ORGANISATION_TYPES = {
    Organisation.Kind.GOVERNMENT: "GovernmentOrganization",
    Organisation.Kind.NGO: "NGO",
    Organisation.Kind.INTERNATIONAL: "Organization",
}
# A "</script>" or "<!--" in a title must not end the block (control 71).
UNSAFE_IN_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def script_text(nodes: Sequence[Node]) -> SafeString:
    """The nodes as JSON-LD that is safe inside a script element."""
    graph = {"@context": "https://schema.org", "@graph": [_filled(node) for node in nodes]}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    # Markup's escapes mean nothing inside a script element; JSON's own do, and leave no "<".
    return SafeString(text.translate(UNSAFE_IN_SCRIPT))


def _filled(node: Any) -> Any:
    """The same without what is empty, so that builders need not ask each time."""
    if isinstance(node, dict):
        return {key: _filled(value) for key, value in node.items() if value not in ("", None, [])}
    if isinstance(node, list | tuple):
        return [_filled(item) for item in node]
    return node


def secretariat() -> Node:
    """The body behind the portal, once on the home page; elsewhere by its `@id`."""
    return {
        "@type": "GovernmentOrganization",
        "@id": absolute(f"/{SECRETARIAT_ID}"),
        "name": "Human Trafficking Secretariat",
        "url": absolute("/"),
        "areaServed": {"@type": "Country", "name": "Ghana"},
        "contactPoint": {
            "@type": "ContactPoint",
            "contactType": "helpline",
            "telephone": "0800 800 800",
        },
    }


def publisher(organisation: Organisation | None) -> Node:
    """Who stands behind something; the secretariat where nobody is named."""
    if organisation is None:
        return {"@id": absolute(f"/{SECRETARIAT_ID}"), "@type": "GovernmentOrganization",
                "name": "Human Trafficking Secretariat"}  # fmt: skip
    return {
        "@type": ORGANISATION_TYPES.get(Organisation.Kind(organisation.kind), "Organization"),
        "name": organisation.name,
        "alternateName": organisation.acronym,
        "url": organisation.website,
    }


def website() -> Node:
    return {
        "@type": "WebSite",
        "@id": absolute("/#website"),
        "name": settings.WAGTAIL_SITE_NAME,
        "url": absolute("/"),
        "inLanguage": LANGUAGE,
        "publisher": {"@id": absolute(f"/{SECRETARIAT_ID}")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": absolute("/search/?q={search_term_string}"),
            },
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumb_list(page: Page, name: str) -> Node | None:
    """The trail as search engines read it; None on the home page, which has none."""
    trail = [(crumb.title, absolute(crumb.url)) for crumb in trail_to(page)]
    if not trail:
        return None
    items = [*trail, (name, absolute(path_of(page)))]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": title, "item": address}
            for position, (title, address) in enumerate(items, start=1)
        ],
    }


def web_page(page: Page, *, name: str, address: str, kind: str = "WebPage") -> Node:
    """The page itself, as opposed to what it is about."""
    return {
        "@type": kind,
        "@id": address,
        "url": address,
        "name": name,
        "description": getattr(page, "summary", "") or page.search_description,
        "inLanguage": LANGUAGE,
        "isPartOf": {"@id": absolute("/#website")},
        "dateModified": page.last_published_at.isoformat() if page.last_published_at else "",
    }
