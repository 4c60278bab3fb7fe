"""The editors' screens of search: what found too little, and mending it."""

from __future__ import annotations

import datetime as dt
from typing import cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from portal.core.models import User
from search import poor_searches
from search.forms import MendForm
from search.services import mend

DAYS = 30
PERMISSION = "search.add_synonymset"


def _require(request: HttpRequest) -> User:
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    return cast(User, request.user)


@require_safe
def report(request: HttpRequest) -> HttpResponse:
    """Masked searches that found too little, and the searches that must stay right."""
    _require(request)
    since = timezone.localdate() - dt.timedelta(days=DAYS)
    found = poor_searches.lines(since=since)
    context = {
        "page_title": "Searches that found too little",
        "header_icon": "search",
        "lines": [(line, mend.answered(line.words) if line.words else None) for line in found],
        "expected": mend.expected_now(),
        "fewest": poor_searches.FEWEST_READERS,
        "days": DAYS,
    }
    return TemplateResponse(request, "search/admin/report.html", context)


@require_http_methods(["GET", "POST"])
def mend_search(request: HttpRequest) -> HttpResponse:
    """What would change, before and after; on POST with "save", the change itself."""
    actor = _require(request)
    form = MendForm(request.POST or None, initial={"search": request.GET.get("search", "")[:200]})
    preview, status = None, 200
    if request.method == "POST" and form.is_valid():
        try:
            if "save" in request.POST:
                keep_right = form.cleaned_data["keep_right"]
                mend.save_mend(mend=form.mend(), keep_right=keep_right, actor=actor)
                messages.success(request, "Readers get the better answer from now on.")
                return redirect("search_report")
            preview = mend.preview(form.mend())
        except ValidationError as error:
            _add(form, error)
    if form.errors:
        status = 400
    context = {
        "page_title": "Mend a search",
        "header_icon": "search",
        "form": form,
        "preview": preview,
        "shown": f":{mend.SHOWN}",
        "now": None if preview else _now(form),
    }
    return TemplateResponse(request, "search/admin/mend.html", context, status=status)


def _now(form: MendForm) -> mend.Answered | None:
    text = str(form["search"].value() or "").strip()
    return mend.answered(text) if text else None


def _add(form: MendForm, error: ValidationError) -> None:
    """A refusal beside the field that it is about; `key` is called `recommend` here."""
    told = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    for name, texts in told.items():
        field = {"key": "recommend", "words": "means"}.get(name, name)
        form.add_error(field if field in form.fields else None, texts)
