"""The pages of one case."""

from __future__ import annotations

from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casebase.access import harvest
from casebase.access.enums import Action, Purpose
from casebase.access.pages import CaseRequest, page
from casebase.registry.case_cards import cards_of
from casebase.registry.forms.cases import NoteForm, RevealForm, StatusForm
from casebase.registry.models import Case, Emergency, Flag, Note
from casebase.registry.my_day import tasks_of
from casebase.registry.queries import CaseView, ReadNote, case_view
from casebase.registry.services import decide_status, identities, keep_notes
from casebase.registry.services.edit_case import NotYours, may_change
from casebase.registry.services.sent_before import SavedAlready
from casebase.registry.views import drafts
from casebase.registry.views.opening import lead_to, open_case, words_of
from portal.core.step_up import require_step_up


@page(action=Action.SEE_CASES, records="case.read")
def case(request: CaseRequest, reference: str) -> HttpResponse:
    found = open_case(request, reference)
    return render(request, "registry/case.html", _context(request, found))


@page(action=Action.REVEAL_IDENTITY, records="case.reveal")
@require_POST
def reveal(request: CaseRequest, reference: str) -> HttpResponse:
    """Show who the child is, with a reason and a fresh second factor (controls 27 and 34)."""
    found = open_case(request, reference)
    form = RevealForm(request.POST)
    if not form.is_valid():
        return render(request, "registry/case.html", _context(request, found, form), status=422)
    require_step_up(request, "case.reveal", str(found.pk), what="see who this is")
    harvest.spend(request.viewer, harvest.REVEALING, found.pk)
    purpose = Purpose(form.cleaned_data["purpose"])
    revealed = identities.reveal(case_ids=[found.pk], purpose=purpose, trail=request.trail)
    context = {
        "case": found,
        "identity": revealed.get(found.pk),
        "purpose": purpose.label,
        "may_change": may_change(found),
    }
    return render(request, "registry/identity.html", context)


@page(action=Action.EDIT_CASE, records="note.write")
@require_POST
def note(request: CaseRequest, reference: str) -> HttpResponse:
    found = open_case(request, reference)
    form = NoteForm(request.POST)
    if form.is_valid():
        try:
            keep_notes.write_note(case=found, viewer=request.viewer, **form.cleaned_data)
            draft = drafts.keeping(request, "draft_note", found)
            return draft.saved(lead_to(found.reference, "note"))
        except SavedAlready as error:
            drafts.ask_again(form, error)
        except IntegrityError as error:
            return drafts.once_more(request, error)
        except (keep_notes.NoSuchNote, NotYours) as error:
            form.add_error(None, str(error))
    context = _context(request, found, note_form=form)
    return render(request, "registry/case.html", context, status=422)


@page(action=Action.DECIDE_STATUS, records="status.decide")
@require_http_methods(["GET", "POST"])
def status(request: CaseRequest, reference: str) -> HttpResponse:
    """Decide whether the person is a victim; "not a victim" is a normal outcome."""
    found = open_case(request, reference)
    draft = drafts.keeping(request, "draft_status", found)
    form = StatusForm(request.POST or None, initial=draft.initial(StatusForm))
    if form.is_valid():
        try:
            decide_status.decide_status(
                case=found, viewer=request.viewer, today=timezone.localdate(), **form.cleaned_data
            )
            return draft.saved(lead_to(found.reference, "decided"))
        except SavedAlready as error:
            drafts.ask_again(form, error)
        except decide_status.CannotDecide as error:
            form.add_error("decided_on", str(error))
        except NotYours as error:
            form.add_error(None, str(error))
    code = 422 if request.method == "POST" else 200
    context = {"case": found, "form": form, "draft": draft}
    return render(request, "registry/status.html", context, status=code)


def _context(
    request: CaseRequest, found: Case, form: RevealForm | None = None, *,
    note_form: NoteForm | None = None,
) -> dict[str, object]:  # fmt: skip
    view: CaseView = case_view(found)
    cards = cards_of(found, request.viewer)
    request.trail.saw(*cards.others)
    draft = drafts.keeping(request, "draft_note", found)
    writing = note_form or _note_form(request, view, draft)
    return {
        "case": found,
        "view": view,
        "cards": cards,
        "tasks": tasks_of(found, timezone.localdate(), after=request.GET.get("after", "")),
        "openings": _openings(request, found),
        "flags": Flag.objects.filter(case=found, resolved_at=None).order_by("raised_at"),
        "reveal_form": form or RevealForm(),
        "note_form": writing,
        "correcting": _named(view, writing),
        "kept_note": draft.kept,
        "done": request.GET.get("done", ""),
        "done_words": words_of(request.GET.get("done", ""), found.reference),
        "may_change": request.viewer.may(Action.EDIT_CASE)
        and not view.is_erased
        and may_change(found),
        "may": {action.value: request.viewer.may(action) for action in Action},
    }


def _openings(request: CaseRequest, found: Case) -> int:
    """How often the case was opened in an emergency, for its owner and for reviewers."""
    if found.owner_id != request.viewer.pk and not request.viewer.may(Action.REVIEW_BREAK_GLASS):
        return 0
    return Emergency.objects.filter(case=found).count()


def _note_form(request: CaseRequest, view: CaseView, draft: drafts.Keeping) -> NoteForm:
    """The form as it was kept; `correct` in the address names the note that it corrects."""
    initial = draft.initial(NoteForm)
    named = view.note(request.GET.get("correct", str(initial.get("corrects", ""))))
    initial["corrects"] = named.id if named else None
    if named and named.is_sensitive:  # what is said of it is not for more eyes than it was
        initial["sensitivity"] = Note.Sensitivity.SENSITIVE
    return NoteForm(initial=initial)


def _named(view: CaseView, form: NoteForm) -> ReadNote | None:
    return view.note(str(form["corrects"].value() or ""))
