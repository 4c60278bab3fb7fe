"""Addresses of the figures; see casebase/reporting/indicators/README.md."""

from django.urls import path

from casebase.reporting.views import figures

urlpatterns = [
    path("reports/definitions/", figures.definitions, name="figure_definitions"),
    path("reports/<str:period>/figures/", figures.figures, name="figures"),
    path("reports/<str:period>/figures/<int:number>/", figures.figure, name="figure"),
    path("reports/<str:period>/figures/<int:number>/cases/", figures.cases, name="figure_cases"),
]
