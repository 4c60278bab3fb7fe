"""The addresses of files, for life."""

from django.urls import path, register_converter

from portal.content.files import views


class Extension:
    """The part of an address after the last dot."""

    regex = "[a-z0-9]{1,5}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Extension, "extension")

app_name = "files"
urlpatterns = [
    path("<uuid:uuid>/<slug:slug>.<extension:extension>", views.current_file, name="file"),
    path(
        "<uuid:uuid>/v<int:number>/<slug:slug>.<extension:extension>",
        views.former_file,
        name="version",
    ),
]
