"""Every form with a long text keeps a draft, or stands here with the reason why not."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
import uuid
from html.parser import HTMLParser

import pytest
from django import forms
from django.urls import reverse

from casebase.access.enums import Role
from casebase.registry import forms as forms_package
from casebase.registry.forms.editing import IdentityForm
from casebase.registry.models import Case, Draft, Operation
from casebase.registry.services.close_case import close_case
from casebase.registry.services.plan_operation import open_operation
from casebase.registry.urls.drafts import ROUTES
from casebase.registry.views.drafts import KINDS
from portal.core.models import Region
from tests.casebase import matrix, people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
NO_DRAFT = {
    "edit_operation": "opened filled with what is held: an old draft would lie over what others "
    "saved since; leaving it asks first",
    "correct_identity": "its texts are shown after a fresh second factor alone, which a draft "
    "would not ask for; leaving it asks first",
}
TEXT = "Typed and not saved (invented)"


class LongForms(HTMLParser):
    """The attributes of each form with a textarea."""

    def __init__(self, page):
        super().__init__()
        self.found, self._form = [], {}
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "form":
            self._form = dict(attrs)
        if tag == "textarea" and self._form not in self.found:
            self.found.append(self._form)


@pytest.fixture
def desk():
    return people.desk()


@pytest.fixture
def supervisor(desk):
    return people.member(Role.SUPERVISOR, desk)


@pytest.fixture
def site(client, supervisor):
    return people.sign_in(client, supervisor)


@pytest.fixture
def subjects(supervisor):
    """An operation with an open case, and a closed case."""
    operation = open_operation(
        viewer=people.bound(supervisor), starts_on=dt.date(2026, 11, 1),
        today=dt.date(2026, 11, 2), landing_site="Stage 2", region=Region.objects.get(code="oti"),
    )  # fmt: skip
    found, ended = registered(supervisor), registered(supervisor)
    close_case(
        case=ended, viewer=supervisor, reason="other", closed_on=dt.date(2026, 11, 1),
        details="Moved", today=dt.date(2026, 11, 2),
    )  # fmt: skip
    return operation, found, ended


def references_of(pattern, subjects):
    operation, found, ended = subjects
    if matrix.route_of(pattern).startswith("/operations/"):
        return [operation.reference]
    return [found.reference, ended.reference]


def test_every_page_with_a_long_form_keeps_it_or_says_why_not(site, subjects):
    keeps, lacks = set(), set()
    for pattern in matrix.addresses():
        for reference in references_of(pattern, subjects):
            answer = site.get(matrix.filled(pattern, reference=reference))
            if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
                continue
            for form in LongForms(answer.content.decode()).found:
                kept = "data-draft" in form
                assert kept or "data-guard" in form, pattern.name
                (keeps if kept else lacks).add(pattern.name)

    assert lacks == set(NO_DRAFT) - {"correct_identity"}  # which opens by POST
    # A registration has no textarea, and is kept all the same.
    assert keeps == {kind.page for kind in KINDS.values()} - {"register", "add_child"}


def test_no_form_class_with_a_long_text_was_forgotten():
    for module in pkgutil.iter_modules(forms_package.__path__):
        importlib.import_module(f"{forms_package.__name__}.{module.name}")
    long = {
        form.__name__
        for form in _subclasses(forms.Form)
        if form.__module__.startswith("casebase.")
        and any(isinstance(field.widget, forms.Textarea) for field in form.base_fields.values())
    }

    assert "Textarea" in str(IdentityForm.__init__.__code__.co_names)  # made as the form is
    assert long == {
        "CloseForm", "EmergencyForm", "NoteForm", "OperationFactsForm", "OperationForm",
        "ReopenForm", "ReportForm", "ScreeningForm", "StatusForm", "SuspectForm", "TaskForm",
    }  # fmt: skip


def _subclasses(of):
    for one in of.__subclasses__():
        yield one
        yield from _subclasses(one)


LONG = {
    "draft_registration": "name", "draft_child": "name", "draft_operation": "summary",
    "draft_tip_off": "told", "draft_emergency": "text", "draft_suspect_of_operation": "details",
    "draft_suspect_of_case": "details", "draft_note": "text", "draft_status": "reasons",
    "draft_screening": "reasons", "draft_closing": "details", "draft_reopening": "details",
    "draft_task": "text",
}  # fmt: skip


def known_of(name, subjects):
    operation, found, ended = subjects
    if "<" not in ROUTES[name]:
        return []
    if ROUTES[name].startswith("operations/"):
        return [operation.reference]
    return [ended.reference if name == "draft_reopening" else found.reference]


@pytest.mark.parametrize("name", KINDS)
def test_what_was_typed_comes_back_sealed_and_can_be_thrown_away(site, subjects, name):
    known = known_of(name, subjects)
    address = reverse(name, args=known)
    typed = {LONG[name]: TEXT, "submission": str(uuid.uuid4())}
    by_button = site.post(address, typed)
    by_script = site.post(address, typed, headers={"X-Draft": "1"})
    with as_owner():
        (draft,) = Draft.objects.all()
    page = site.get(by_button.url).content.decode()
    site.post(address, {"discard": "1"})
    after = site.get(by_button.url).content.decode()

    assert by_button.url == reverse(KINDS[name].page, args=known)
    assert by_script.status_code == 204
    assert TEXT.encode() not in bytes(draft.typed)
    assert TEXT in page
    assert "Your text of" in page
    assert TEXT not in after


class FirstButton(HTMLParser):
    """What the Enter key presses in the form that is kept: its first button, wherever it stands."""

    def __init__(self, page):
        super().__init__()
        self.first, self._is_inside = None, False
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        known = dict(attrs)
        if tag == "form":
            self._is_inside = "data-draft" in known
        elif tag == "button" and self._is_inside and "form" not in known:
            self.first = self.first or known

    def handle_endtag(self, tag):
        if tag == "form":
            self._is_inside = False


@pytest.mark.parametrize("name", KINDS)
def test_enter_in_a_field_sends_the_form_and_never_throws_it_away(site, subjects, name):
    known = known_of(name, subjects)
    kept = site.post(reverse(name, args=known), {LONG[name]: TEXT})
    page = site.get(kept.url).content.decode()

    first = FirstButton(page).first

    assert "Throw it away" in page
    assert not {"name", "formaction"} & set(first), first


def test_ticks_come_back_too(site, subjects):
    _, found, _ = subjects
    address = f"/cases/{found.reference}/screening/"
    site.post(f"{address}draft/", {"acts": ["recruitment", "transfer"], "reasons": TEXT})

    page = site.get(address).content.decode()
    assert page.count(" checked") == 2


def test_saving_takes_the_draft_away(site, subjects):
    _, found, _ = subjects
    form = {
        "submission": str(uuid.uuid4()), "status": "ActualVictimOfTrafficking",
        "deciding_body": "Police", "decided_on": "2026-11-02", "reasons": TEXT,
    }  # fmt: skip
    site.post(f"/cases/{found.reference}/status/draft/", form)
    answer = site.post(f"/cases/{found.reference}/status/", form)

    with as_owner():
        assert answer.status_code == 302
        assert not Draft.objects.exists()


def test_a_form_saved_in_another_window_is_not_said_to_be_kept(site, subjects):
    _, found, _ = subjects
    address = f"/cases/{found.reference}/notes/"
    form = {"submission": str(uuid.uuid4()), "text": "She ate.", "sensitivity": "ordinary"}
    site.post(address, form)
    answer = site.post(f"{address}draft/", {**form, "text": TEXT}, headers={"X-Draft": "1"})

    assert answer.status_code == 409
    assert b"saved already" in answer.content


def test_a_form_that_outlived_its_sign_in_gets_a_token_that_is_taken(site, subjects):
    from django.test import Client

    careful = Client(enforce_csrf_checks=True)
    careful.cookies = site.cookies
    refused = careful.post("/drafts/tip-off/", {"told": TEXT})
    token = careful.get("/drafts/tip-off/").content.decode()
    answer = careful.post("/drafts/tip-off/", {"told": TEXT, "csrfmiddlewaretoken": token})

    assert (refused.status_code, answer.status_code) == (403, 302)


def test_the_drafts_of_one_case_are_of_that_case(site, subjects):
    _, found, _ = subjects
    site.post(f"/cases/{found.reference}/tasks/draft/", {"text": TEXT})
    with as_owner():
        draft = Draft.objects.get()

    assert (draft.subject, draft.key_id) == (found.pk, found.pk)
    assert Case.objects.count() == 2
    assert Operation.objects.count() == 1
