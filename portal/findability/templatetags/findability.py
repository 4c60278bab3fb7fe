"""Tags for the frame of every page: its head, and how to cite it."""

from __future__ import annotations

from typing import Any

from django import template
from django.template.context import Context

from portal.findability.citations import work_of
from portal.findability.head import head_of, shown_page

register = template.Library()


@register.inclusion_tag("findability/head.html", takes_context=True)
def findability_head(context: Context) -> dict[str, Any]:
    """Canonical address, Open Graph, citation tags and JSON-LD of the page shown; else nothing."""
    values = _values(context)
    page = shown_page(values)
    request = values.get("request")
    if page is None or values.get("is_error") or getattr(request, "is_preview", False):
        return {}
    return {"head": head_of(page, values)}


@register.inclusion_tag("components/cite_box.html", takes_context=True)
def cite_box(context: Context) -> dict[str, Any]:
    """How to cite the page shown, with downloads; nothing for a page that is no work."""
    values = _values(context)
    page = shown_page(values)
    return {"work": work_of(page, values) if page else None}


def _values(context: Context) -> dict[str, Any]:
    return {str(name): value for name, value in context.flatten().items()}
