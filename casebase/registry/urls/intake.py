"""Tip-offs, screening, families and suspects."""

from django.urls import path

from casebase.registry.views import reports, screening, suspects

urlpatterns = [
    # /reports/ is for the reports of figures.
    path("reports-received/", reports.reports, name="reports_received"),
    path("reports-received/new/", reports.new_report, name="new_report"),
    path("reports-received/<str:reference>/", reports.report, name="report"),
    path("reports-received/<str:reference>/triage/", reports.triage, name="triage_report"),
    path("cases/<str:reference>/screening/", screening.screening, name="screening"),
    path("cases/<str:reference>/family/", screening.family, name="family"),
    path("cases/<str:reference>/family/<uuid:link_id>/", screening.unlink, name="unlink"),
    path("cases/<str:reference>/suspects/new/", suspects.suspect_of_case, name="suspect_of_case"),
    path(
        "operations/<str:reference>/suspects/new/",
        suspects.suspect_of_operation,
        name="suspect_of_operation",
    ),
    path("suspects/<str:reference>/", suspects.suspect, name="suspect"),
]
