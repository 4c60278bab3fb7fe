"""Addresses below /cms/ that Wagtail does not have."""

from django.urls import path

from portal.publications import views

app_name = "publications"
urlpatterns = [
    path(
        "<int:page_id>/files/<int:document_id>/replace/",
        views.ReplaceFile.as_view(),
        name="replace_file",
    ),
]
