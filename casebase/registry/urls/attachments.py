"""Files of a case."""

from django.urls import path

from casebase.registry.views import attachments

urlpatterns = [
    path("cases/<str:reference>/files/", attachments.files, name="files"),
    path("cases/<str:reference>/files/add/", attachments.add_file, name="add_file"),
    path("cases/<str:reference>/files/check/", attachments.check_files, name="check_files"),
    path("cases/<str:reference>/files/<int:number>/", attachments.file, name="file"),
    path(
        "cases/<str:reference>/files/<int:number>/picture/<str:ticket>/",
        attachments.picture,
        name="picture",
    ),
]
