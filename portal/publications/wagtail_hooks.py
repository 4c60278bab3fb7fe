"""What the admin gains for publications."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks


@hooks.register("register_admin_urls")
def publication_urls() -> list[URLPattern | URLResolver]:
    """Named, not imported: views stand beside hooks, not below them."""
    return [path("publications/", include("portal.publications.urls"))]
