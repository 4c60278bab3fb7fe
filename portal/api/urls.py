"""The addresses of the open interfaces."""

from django.urls import URLPattern, URLResolver, path

from portal.api import views
from portal.api.answers import open_to_all
from portal.api.v1 import api


def _for_everybody(routes: list[URLResolver | URLPattern]) -> list[URLResolver | URLPattern]:
    for route in routes:
        if isinstance(route, URLPattern):
            route.callback = open_to_all(route.callback)
    return routes


_routes, _app_name, _namespace = api.urls

urlpatterns = [
    path("api/public/v1/", views.documentation, name="api_documentation"),
    path("api/public/v1/", (_for_everybody(_routes), _app_name, _namespace)),
    path("api/<path:rest>", open_to_all(views.nothing_here)),
    path("feeds/", views.feed_list, name="feeds"),
    path("feeds/<slug:name>.atom", open_to_all(views.feed), {"form": "atom"}),
    path("feeds/<slug:name>.json", open_to_all(views.feed), {"form": "json"}),
]
