"""The directory's addresses inside the admin."""

from django.urls import path

from shelter_directory import views

app_name = "shelter_directory"
urlpatterns = [
    path("checks/", views.Checks.as_view(), name="checks"),
    path("notices/", views.Notices.as_view(), name="notices"),
    path("notices/<int:pk>/end/", views.end_notice, name="end_notice"),
]
