"""Lists, cases and operations."""

from django.urls import path

from casebase.registry.views import cases, finding, lists, operations

urlpatterns = [
    path("", lists.front, name="front"),
    path("cases/", lists.cases, name="cases"),
    path("cases/find/", finding.find_child, name="find_child"),
    path("cases/new/", operations.register, name="register"),
    path("cases/<str:reference>/", cases.case, name="case"),
    path("cases/<str:reference>/identity/", cases.reveal, name="reveal"),
    path("cases/<str:reference>/notes/", cases.note, name="note"),
    path("cases/<str:reference>/status/", cases.status, name="status"),
    path("operations/", operations.operations, name="operations"),
    path("operations/new/", operations.new_operation, name="new_operation"),
    path("operations/<str:reference>/", operations.operation, name="operation"),
    path("operations/<str:reference>/children/new/", operations.add_child, name="add_child"),
]
