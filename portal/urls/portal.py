"""The addresses of the public portal; pages come last, so that no page can hide an address."""

from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from portal.content import serving

urlpatterns = [
    path("", include("portal.core.urls")),
    path("cms/", include("portal.core.urls_instead_of_cms")),
    path("files/", include("portal.content.files.urls")),
    path("", include("portal.api.urls")),
    path("", include("portal.findability.urls")),
    path("cms/", include(wagtailadmin_urls)),
    path("", include("search.urls")),
    path("statistics/", include("portal.statistics.urls")),
    re_path(wagtail_urls.serve_pattern, serving.serve),
    path("", include(wagtail_urls)),
]

handler400 = "portal.core.errors.bad_request"
handler403 = "portal.core.errors.permission_denied"
handler404 = "portal.core.errors.page_not_found"
handler500 = "portal.core.errors.server_error"
