"""Counting once: access requests, possible doubles, merges."""

from django.urls import path

from casebase.registry.views import access_requests, doubles

urlpatterns = [
    path("access-requests/", access_requests.access_requests, name="access_requests"),
    path("access-requests/<uuid:number>/", access_requests.access_request, name="access_request"),
    path("access-grants/<uuid:number>/end/", access_requests.revoke_grant, name="revoke_grant"),
    path("doubles/", doubles.doubles, name="doubles"),
    path("doubles/look/", doubles.look_for_doubles, name="look_for_doubles"),
    path("doubles/<uuid:number>/", doubles.double, name="double"),
    path("merges/", doubles.merges, name="merges"),
    path("merges/<uuid:number>/", doubles.merge, name="merge"),
    path("merges/<uuid:number>/undo/", doubles.undo_merge, name="undo_merge"),
]
