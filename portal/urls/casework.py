"""The addresses of the casework site."""

from django.urls import include, path

urlpatterns = [
    path("", include("casebase.registry.urls.counting")),
    path("", include("portal.core.urls")),
    path("", include("casebase.registry.urls.attachments")),
    path("", include("casebase.registry.urls.trail")),
    path("", include("casebase.access.urls")),
    path("", include("casebase.registry.urls.work")),
    path("", include("casebase.registry.urls.cases")),
    path("", include("casebase.registry.urls.people")),
    path("", include("casebase.registry.urls.editing")),
    path("", include("casebase.registry.urls.intake")),
    path("", include("casebase.registry.urls.drafts")),
    path("", include("casebase.registry.urls.sheets")),
    # Before the periods: `definitions` is no name of one.
    path("", include("casebase.reporting.urls.figures")),
    path("", include("casebase.reporting.urls.periods")),
    path("", include("casebase.reporting.urls.board")),
]

handler400 = "portal.core.errors.bad_request"
handler403 = "portal.core.errors.permission_denied"
handler404 = "portal.core.errors.page_not_found"
handler500 = "portal.core.errors.server_error"
