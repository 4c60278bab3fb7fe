"""Keeping unfinished forms."""

from django.urls import path

from casebase.registry.views.drafts import keeper

ROUTES = {
    "draft_registration": "drafts/registration/",
    "draft_operation": "drafts/operation/",
    "draft_tip_off": "drafts/tip-off/",
    "draft_emergency": "drafts/emergency/",
    "draft_child": "operations/<str:reference>/children/draft/",
    "draft_suspect_of_operation": "operations/<str:reference>/suspects/draft/",
    "draft_suspect_of_case": "cases/<str:reference>/suspects/draft/",
    "draft_note": "cases/<str:reference>/notes/draft/",
    "draft_status": "cases/<str:reference>/status/draft/",
    "draft_screening": "cases/<str:reference>/screening/draft/",
    "draft_closing": "cases/<str:reference>/close/draft/",
    "draft_reopening": "cases/<str:reference>/reopen/draft/",
    "draft_task": "cases/<str:reference>/tasks/draft/",
}
urlpatterns = [path(route, keeper(name), name=name) for name, route in ROUTES.items()]
