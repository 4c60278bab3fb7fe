"""The addresses that machines know."""

from django.urls import path

from portal.findability import views

app_name = "findability"
urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("opensearch.xml", views.opensearch, name="opensearch"),
    path("sitemap.xml", views.sitemap_index, name="sitemap_index"),
    path("sitemaps/<slug:name>-<int:number>.xml", views.sitemap, name="sitemap"),
    path("id/<path:identifier>/", views.identifier, name="identifier"),
    path(
        "cite/publications/<slug:slug>.<str:form>", views.cite_publication, name="cite_publication"
    ),
    path("cite/statistics/<slug:slug>.<str:form>", views.cite_release, name="cite_release"),
    path(
        "cite/sops/<slug:family>/<slug:edition>.<str:form>", views.cite_edition, name="cite_edition"
    ),
]
