"""Keeping unfinished forms."""

from django.urls import path

from casebase.registry.views import drafts

urlpatterns = [
    path("drafts/registration/", drafts.registration, name="draft_registration"),
    path(
        "operations/<str:reference>/children/draft/", drafts.child_of_operation, name="draft_child"
    ),
    path("cases/<str:reference>/notes/draft/", drafts.note, name="draft_note"),
]
