"""Every component on one page, for tests and for people who work on the furniture.

Pictures of it: serve this module as ROOT_URLCONF on a live server.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django import forms
from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import path
from django.utils.safestring import mark_safe

from portal.content.pagination import paginate

TEMPLATE = Path(__file__).with_name("style_page.html")
DAY = dt.date(2026, 11, 22)


class ContactForm(forms.Form):
    """Invented; one field of each kind."""

    email = forms.EmailField(label="E-mail address", help_text="Only to answer you.")
    region = forms.ChoiceField(
        label="Region",
        choices=[("", "Choose a region"), ("volta", "Volta"), ("central", "Central")],
    )
    services = forms.MultipleChoiceField(
        label="Which services?",
        choices=[("shelter", "Shelter"), ("legal", "Legal aid"), ("health", "Health")],
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose all that you need.",
    )
    answer = forms.ChoiceField(
        label="May we call back?",
        choices=[("yes", "Yes"), ("no", "No")],
        widget=forms.RadioSelect,
    )


def style_page(request: HttpRequest) -> HttpResponse:
    form = ContactForm({"email": "not an address"} if "errors" in request.GET else None)
    form.is_valid()
    context = {
        "form": form,
        "day": DAY,
        "pagination": paginate(6, pages=40, url_of=lambda number: f"?page={number}"),
        "trail": [{"title": "Home", "url": "/"}, {"title": "Procedures", "url": "/sops/"}],
        "tags": [{"text": "In force", "colour": "green"}, {"text": "Child protection"}],
        "body": mark_safe(
            "<p>Take the child aside, with a person of trust. Explain who you are.</p>"
        ),
        "rows": [
            {"key": "Owner", "value": "Human Trafficking Secretariat"},
            {"key": "Legal basis", "value": "Act 694, section 15", "url": "#", "link_text": "Read"},
        ],
        "table": [["Volta", 41, 38], ["Central", 27, 19], ["Greater Accra", 63, 51]],
        "head": ["Region", "2024", "2025"],
        "options": [
            {"value": "sop", "label": "Procedure", "count": 15, "selected": True},
            {"value": "publication", "label": "Publication", "count": 40},
            {"value": "shelter", "label": "Shelter or service", "count": 25},
        ],
        "chips": [
            {"group": "Type", "label": "Procedure", "remove_url": "#"},
            {"group": "Region", "label": "Volta", "remove_url": "#"},
        ],
        "hit": mark_safe(
            "The <mark>referral form</mark> goes to the district social welfare desk."
        ),
        "passages": [{"url": "#", "page": 12, "text": "Form C is filled by the first officer."}],
    }
    return HttpResponse(Template(TEMPLATE.read_text()).render(RequestContext(request, context)))


urlpatterns = [path("", style_page)]
