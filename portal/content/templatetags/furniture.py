"""Small words for the templates: where we are, whom to call, how a page is reached."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.models import Page

from portal.content.trail import trail_to

register = template.Library()


@register.simple_tag(takes_context=True)
def section_current(context: Context, prefix: str) -> SafeString:
    """` aria-current` for a navigation link: "page" on its own address, "true" below it."""
    request = context.get("request")
    path = request.path if request else ""
    if not path.startswith(prefix):
        return SafeString()
    return format_html(' aria-current="{}"', "page" if path == prefix else "true")


@register.filter
def tel(number: str) -> str:
    """The address that dials a number written for people: `0800 800 800` to `tel:0800800800`."""
    return "tel:" + re.sub(r"[^\d+]", "", number)


@register.filter
def words_of_path(path: str) -> str:
    """The words of a missing address, to search for: `/sops/referal-form/` to `referal form`."""
    words = re.findall(r"[^\W\d_]{3,}", unquote(path))
    return " ".join(word for word in words if word not in {"sops", "html", "www"})[:100]


@register.inclusion_tag("components/breadcrumb.html")
def page_breadcrumbs(page: Page) -> dict[str, Any]:
    """The way down to a Wagtail page, home first."""
    return {"items": trail_to(page), "current": page.title}
