"""What the admin gains from search: synonyms, recommended results, and mending a poor search."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import FieldPanel, ObjectList, Panel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from search import screens
from search.models import ExpectedResult, RecommendedResult, SynonymSet
from search.services import mend


class EffectPanel(Panel):
    """What readers get without this and with it, as it is saved now."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "search/admin/effect.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            effect = mend.effect_of(self.instance)
            return {**context, "effect": effect, "shown": f":{mend.SHOWN}"}


class SynonymSetViewSet(SnippetViewSet):
    model = SynonymSet
    icon = "repeat"
    menu_label = "Synonyms"
    list_display = ["__str__", "is_active", "note"]
    edit_handler = ObjectList(
        [*SynonymSet.panels, EffectPanel(heading="What it does, as saved now")]
    )


class RecommendedResultViewSet(SnippetViewSet):
    model = RecommendedResult
    icon = "pick"
    menu_label = "Recommended results"
    list_display = ["__str__", "is_active", "note"]
    edit_handler = ObjectList(
        [*RecommendedResult.panels, EffectPanel(heading="What it does, as saved now")]
    )


class ExpectedResultViewSet(SnippetViewSet):
    model = ExpectedResult
    icon = "lock"
    menu_label = "Searches kept right"
    list_display = ["search", "key", "within"]
    edit_handler = ObjectList([FieldPanel(name) for name in ("search", "key", "within")])


@register_snippet
class SearchWordsGroup(SnippetViewSetGroup):
    items = (SynonymSetViewSet, RecommendedResultViewSet, ExpectedResultViewSet)
    menu_icon = "search"
    menu_label = "Search words"
    menu_name = "search-words"
    menu_order = 700


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("searches/", screens.report, name="search_report"),
        path("searches/mend/", screens.mend_search, name="search_mend"),
    ]


class ReportMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(screens.PERMISSION)


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    url = reverse("search_report")
    return ReportMenuItem("Poor searches", url, icon_name="search", order=110)
