"""Changing a case."""

from django.urls import path

from casebase.registry.views import editing

urlpatterns = [
    path("operations/<str:reference>/edit/", editing.edit_operation, name="edit_operation"),
    path("cases/<str:reference>/edit/<str:card>/", editing.edit, name="edit_case"),
    path("cases/<str:reference>/identity/correct/", editing.correct, name="correct_identity"),
    path("cases/<str:reference>/close/", editing.close, name="close_case"),
    path("cases/<str:reference>/reopen/", editing.reopen, name="reopen_case"),
]
