"""The one way for a page to open a case."""

from __future__ import annotations

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
