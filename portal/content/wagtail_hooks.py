"""What the admin gains from Harbour: the review screen, what waits, and the names of our log."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import TaskState

from portal.content.models import ReviewState
from portal.content.workflow import reminders, reviewing, schedule, screens


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("reviews/<int:state_id>/", screens.review, name="content_review"),
        path("reviews-due/", screens.reviews_due, name="content_reviews_due"),
    ]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """Name our entries in a page's history."""

    @actions.register_action("content.review")
    class ReviewFormatter(LogFormatter):
        label = "Review"

        def format_message(self, entry: Any) -> str:
            decision = str(entry.data["decision"]).replace("_", " ")
            ticked = len(entry.data["checklist"])
            return f"{entry.data['step']}: {decision}, {ticked} points of the checklist ticked"


class ReviewMenuItem(ActionMenuItem):
    """The way from a page to its review, for those who may decide."""

    label = "Review"
    name = "action-review"
    icon_name = "clipboard-list"

    def _state(self, context: dict[str, Any]) -> TaskState | None:
        page = context.get("page")
        return page.current_workflow_task_state if page and page.pk else None

    def is_shown(self, context: dict[str, Any]) -> bool:
        state = self._state(context)
        if context["view"] != "edit" or not isinstance(state, ReviewState):
            return False
        return not reviewing.why_not(state, context["request"].user)

    def get_url(self, parent_context: dict[str, Any]) -> str | None:
        state = self._state(parent_context)
        return reverse("content_review", args=[state.pk]) if state else None


@hooks.register("register_page_action_menu_item")
def review_menu_item() -> ReviewMenuItem:
    return ReviewMenuItem(order=-10)


class WaitingPanel(Component):
    """What waits for this person, on the first screen of the admin."""

    name = "waiting"
    template_name = "content/admin/waiting_panel.html"
    order = 50

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        states = TaskState.objects.reviewable_by(parent_context["request"].user)
        now = timezone.now()
        return {
            "states": states.select_related("revision", "task").order_by("started_at")[:20],
            "due": reminders.due(on=timezone.localdate(now)),
            "worker_is_late": schedule.is_late(now=now),
        }


@hooks.register("construct_homepage_panels")
def waiting_first(request: HttpRequest, panels: list[Component]) -> None:
    """Our panel in place of Wagtail's list, whose buttons decide nothing here."""
    panels[:] = [panel for panel in panels if panel.name != "workflow_objects_to_moderate"]
    panels.append(WaitingPanel())


@hooks.register("register_reports_menu_item")
def reviews_due_menu_item() -> MenuItem:
    url = reverse("content_reviews_due")
    return MenuItem("Reviews due", url, icon_name="calendar-check", order=100)
