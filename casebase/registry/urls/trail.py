"""The trail: what was read and done, and who looked at one child."""

from django.urls import path

from casebase.registry.views import trail

urlpatterns = [
    path("audit/", trail.trail, name="audit"),
    path("audit/check/", trail.ask_check, name="audit_check"),
    path("cases/<str:reference>/seen-by/", trail.seen_by, name="case_seen_by"),
]
