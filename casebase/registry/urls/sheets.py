"""The printable sheet of a case."""

from django.urls import path

from casebase.registry.views import sheets

urlpatterns = [
    path("cases/<str:reference>/sheet/", sheets.choose, name="sheet"),
    path("cases/<str:reference>/sheet/full/", sheets.full, name="sheet_full"),
    path("cases/<str:reference>/sheet/referral/", sheets.referral, name="sheet_referral"),
    path("cases/<str:reference>/sheet/anonymised/", sheets.anonymised, name="sheet_anonymised"),
]
