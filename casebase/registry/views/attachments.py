"""The files of one case: a list that shows none of them, adding one, opening one."""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from casebase.access import harvest
from casebase.access.enums import Action, Purpose
from casebase.access.pages import CaseRequest, page
from casebase.registry.forms.attachments import AddFileForm, OpenFileForm
from casebase.registry.models import Attachment, Case
from casebase.registry.queries import is_erased
from casebase.registry.services import attachments
from casebase.registry.services.attachments import CannotOpen, Opened, Upload
from casebase.registry.services.edit_case import NotYours, may_change
from casebase.registry.views.opening import open_case
from casebase.vault.services import KeyErased, RecordDamaged, case_key
from portal.core.step_up import require_step_up
from portal.core.uploads.refusals import RefusedFile

# Together with the form's other fields; settings let no larger file into memory.
MOST_BYTES = attachments.LIMIT + 64 * 1024
TOO_LARGE = "The file has more than the 20 MB that we take. Make its pictures smaller, or split it."
PICTURE_SALT = "casework picture"
PICTURE_SECONDS = 60


@page(action=Action.SEE_CASES, records="file.list")
@require_safe
def files(request: CaseRequest, reference: str) -> HttpResponse:
    return _files(request, open_case(request, reference))


@page(action=Action.ADD_FILES, records="file.add")
@require_POST
def add_file(request: CaseRequest, reference: str) -> HttpResponse:
    case = open_case(request, reference)
    form = AddFileForm(request.POST, request.FILES)
    if int(request.headers.get("Content-Length") or 0) > MOST_BYTES:  # nothing of it was taken
        form.errors["file"] = form.error_class([TOO_LARGE])
    elif form.is_valid():
        try:
            attachments.add_file(viewer=request.viewer, case=case, upload=_upload(form))
            return redirect("files", reference=case.reference)
        except RefusedFile as refusal:
            form.add_error("file", str(refusal))
        except NotYours as refusal:
            form.add_error(None, str(refusal))
    return _files(request, case, form=form, status=422)


@page(action=Action.ADD_FILES, records="file.check")
@require_POST
def check_files(request: CaseRequest, reference: str) -> HttpResponse:
    """Ask the scanner again about what waits."""
    case = open_case(request, reference)
    try:
        waiting = attachments.check_again(case=case)
    except NotYours as refusal:
        context = {"case": case, "problem": str(refusal)}
        return render(request, "registry/refused.html", context, status=422)
    return _files(request, case, is_away=bool(waiting))


@page(action=Action.REVEAL_IDENTITY, records="file.open")
@require_http_methods(["GET", "POST"])
def file(request: CaseRequest, reference: str, number: int) -> HttpResponse:
    """Ask for the reason; then a picture is shown on a page, anything else is downloaded."""
    case = open_case(request, reference)
    attachment = _attachment(case, number)
    form = OpenFileForm(request.POST or None)
    if not form.is_valid():
        return _file(request, attachment, form=form, status=422 if request.POST else 200)
    require_step_up(request, "file.open", str(attachment.pk), what="open this file")
    harvest.spend(request.viewer, harvest.REVEALING, attachment.pk)
    purpose = Purpose(form.cleaned_data["purpose"])
    if not attachment.is_picture:
        return _sent(request, attachment, purpose)
    request.trail.purpose = purpose
    ticket = signing.dumps(_ticket(request, attachment, purpose), salt=PICTURE_SALT)
    return _file(request, attachment, ticket=ticket, purpose=purpose.label)


@page(action=Action.REVEAL_IDENTITY, records="file.show")
@require_safe
def picture(request: CaseRequest, reference: str, number: int, ticket: str) -> HttpResponse:
    """The picture itself, for the page that was opened just now by this person in this session."""
    case = open_case(request, reference)
    attachment = _attachment(case, number)
    try:
        given = signing.loads(ticket, salt=PICTURE_SALT, max_age=PICTURE_SECONDS)
        purpose = Purpose(given["purpose"])
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        raise Http404 from None
    if given != _ticket(request, attachment, purpose):
        raise Http404
    return _sent(request, attachment, purpose)


def _ticket(request: CaseRequest, attachment: Attachment, purpose: Purpose) -> dict[str, Any]:
    session = signing.Signer(salt=PICTURE_SALT).signature(request.session.session_key or "")
    return {"file": str(attachment.pk), "purpose": purpose.value, "session": session}


def _sent(request: CaseRequest, attachment: Attachment, purpose: Purpose) -> HttpResponse:
    try:
        opened = attachments.open_file(attachment=attachment, purpose=purpose, trail=request.trail)
    except CannotOpen as refusal:
        return _file(request, attachment, problem=str(refusal), status=403)
    except (RecordDamaged, KeyErased) as damage:
        return _file(request, attachment, problem=str(damage), status=410)
    return as_download(opened)


def as_download(opened: Opened) -> HttpResponse:
    """Nothing that the browser would run, keep, or compare with what it had before."""
    response = HttpResponse(opened.content, content_type=opened.media_type)
    response["Content-Disposition"] = f'attachment; filename="{opened.filename}"'
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    response["Accept-Ranges"] = "none"
    return response


def _attachment(case: Case, number: int) -> Attachment:
    return get_object_or_404(_listed(case), number=number)


def _listed(case: Case) -> Any:
    return case.attachments.select_related("added_by", "case").order_by("number")


def _upload(form: AddFileForm) -> Upload:
    given = form.cleaned_data
    sent = given["file"]
    return Upload(
        submission=given["submission"],
        filename=sent.name,
        content=sent.read(),
        kind=given["kind"],
        description=given["description"],
        is_evidence=given["is_evidence"],
    )


def _files(
    request: CaseRequest,
    case: Case,
    *,
    form: AddFileForm | None = None,
    is_away: bool = False,
    status: int = 200,
) -> HttpResponse:
    rows = list(_listed(case))
    gone = is_erased(case.pk)
    waiting = [row for row in rows if row.state == Attachment.State.WAITING]
    context = {
        "case": case,
        "files": [(row, _description(row)) for row in rows],
        "waiting": waiting,
        "is_away": is_away,
        "form": form or AddFileForm(),
        "is_erased": gone,
        "may_add": request.viewer.may(Action.ADD_FILES) and not gone and may_change(case),
        "may_open": request.viewer.may(Action.REVEAL_IDENTITY) and not gone,
    }
    return render(request, "registry/files.html", context, status=status)


def _description(attachment: Attachment) -> str | None:
    """The sealed words beside a file; None where they are damaged or erased."""
    try:
        return attachment.opened(case_key(attachment.case_id), "description")["description"]
    except (RecordDamaged, KeyErased):
        return None


def _file(
    request: CaseRequest,
    attachment: Attachment,
    *,
    form: OpenFileForm | None = None,
    ticket: str = "",
    purpose: str = "",
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {
        "case": attachment.case,
        "file": attachment,
        "form": form,
        "ticket": ticket,
        "purpose": purpose,
        "problem": problem,
    }
    return render(request, "registry/file.html", context, status=status)
