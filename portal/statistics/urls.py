"""Addresses below /statistics/ that are no page."""

from django.urls import path, re_path

from portal.statistics import views

app_name = "statistics"
urlpatterns = [
    path("catalog.jsonld", views.catalog, name="catalog"),
    path("release-key.pem", views.release_key, name="release_key"),
    re_path(r"^(?P<period>20\d\d(?:[qQ][1-4])?)/$", views.newest_version, name="newest_version"),
    path("<slug:slug>/files/<path:name>", views.release_file, name="release_file"),
]
