"""The one way for a page to open a case, and to lead back to it with a word on what was done."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from casebase.access import harvest
from casebase.access.pages import CaseRequest
from casebase.registry.models import Case
from casebase.registry.queries import case_or_404


def open_case(request: CaseRequest, reference: str) -> Case:
    """The case of an address: counted, once a day (control 40), and named in the trail.

    Raises:
        Http404: there is none that the viewer may see.
        OverBudget: it was one case too many.
    """
    found = case_or_404(reference)
    harvest.spend(request.viewer, harvest.OPENING, found.pk)
    request.trail.saw(found.pk)
    return found


# What the record says at its top of the act that led to it; the word stands in the address.
DONE = {
    "registered": "The child is registered as case {reference}. You look after it.",
    "known": "This child has a case already. What you typed was not added to it: write what is new "
    "as a note, and under Stage whether the child is in danger or needs a doctor.",
    "changed": "The change is saved.",
    "note": "The note is added. It stands below, under Notes.",
    "decided": "The decision is recorded.",
    "screened": "The screening is recorded.",
    "linked": "The two are linked.",
    "unlinked": "The link is taken back.",
    "task": "The task is written down. It stands in the day of whoever does it.",
    "flag": "The flag is raised. It stands here until somebody resolves it.",
    "resolved": "The flag is resolved.",
    "closed": "The case is closed.",
    "reopened": "The case is open again.",
    "opened": "The operation is open. Add each child who was brought ashore.",
    "told": "The tip-off is written down. Say below what becomes of it.",
    "triaged": "It is recorded what became of the tip-off.",
    "emergency": "The case is open to you for 60 minutes. Its owner was told.",
}


def lead_to(reference: str, done: str, *, page: str = "case") -> HttpResponse:
    """To the record, which then says what was done; on a small screen nothing else shows it.

    Args:
        done: as in `DONE`.
        page: of the record, by name.
    """
    return redirect(f"{reverse(page, args=[reference])}?done={done}")


def words_of(done: str, reference: str) -> str:
    """What `?done=` says; empty for a word that nobody wrote."""
    return DONE.get(done, "").format(reference=reference)
