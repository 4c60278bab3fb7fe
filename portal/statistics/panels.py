"""What editors see of a release's figures: to be read, not to be changed."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel


class FiguresPanel(Panel):
    """The findings, and every table with its cells as readers will see them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "statistics/admin/figures.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.instance.report)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from portal.statistics.showing import shown  # it builds on the page's model

            context: dict[str, Any] = super().get_context_data(parent_context)
            context["shown"] = shown(self.instance, {})
            return context
