"""The glossary in the admin."""

from __future__ import annotations

from typing import ClassVar

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from portal.site_pages.models import GlossaryTerm


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryTerm
    icon = "openquote"
    menu_label = "Glossary"
    list_display: ClassVar = ["term", "explanation"]
    search_fields: ClassVar = ["term", "explanation"]


register_snippet(GlossaryViewSet)
