"""Addresses of the periods; see casebase/reporting/README.md."""

from django.urls import path

from casebase.reporting.views import corrections, periods

urlpatterns = [
    path("reports/", periods.reports, name="reports"),
    path("reports/<str:period>/", periods.report_period, name="report_period"),
    path("reports/<str:period>/confirm/", periods.confirm, name="confirm_period"),
    path("reports/<str:period>/freeze/", periods.freeze, name="freeze_period"),
    path("reports/<str:period>/sign/", periods.sign, name="sign_period"),
    path("reports/<str:period>/corrections/", corrections.corrections, name="report_corrections"),
    path("reports/<str:period>/corrections/note/", corrections.correct, name="note_correction"),
]
