"""The pages about people: who works here, how far each sees, coming and going."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from casebase.access import forms, queries
from casebase.access.enums import Action, Wanted
from casebase.access.models import Desk, PlaceEvent, PlaceRequest
from casebase.access.pages import CaseRequest, page
from casebase.access.services import answering, oaths, people, places
from portal.core.invitations import Invited, squares_of
from portal.core.models import Agency
from portal.core.step_up import require_step_up
from portal.core.views_account import number_or_nothing, uuid_or_nothing


@page(action=Action.SEE_PEOPLE, records="people.read")
def people_list(request: CaseRequest) -> HttpResponse:
    viewer = request.viewer
    context = {
        "members": queries.members(viewer),
        "may_manage": viewer.may(Action.MANAGE_PEOPLE),
        "may_approve": viewer.may(Action.APPROVE_PEOPLE),
        "may_review": viewer.may(Action.REVIEW_ACCESS),
        "today": timezone.localdate(),
    }
    return render(request, "access/people.html", context)


@page(action=Action.SEE_PEOPLE, records="people.read")
def person(request: CaseRequest, user_id: int) -> HttpResponse:
    """What can this person see? (91)"""
    member = queries.member_or_404(request.viewer, user_id)
    is_self = member.user_id == request.viewer.pk
    events = PlaceEvent.objects.filter(user=member.user).select_related("by").order_by("-at")
    context = {
        "member": member,
        "sight": queries.sight_of(member),
        "events": events[:20],
        "may_manage": request.viewer.may(Action.MANAGE_PEOPLE) and not is_self,
        "may_assign": request.viewer.may(Action.ASSIGN),
        "is_self": is_self,
    }
    return render(request, "access/person.html", context)


@page(action=Action.MANAGE_PEOPLE, records="people.invite")
def invite(request: CaseRequest) -> HttpResponse:
    form = forms.InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        require_step_up(request, "people.invite", given["email"].lower(), what="invite somebody")
        try:
            made = people.invite(
                viewer=request.viewer,
                email=given["email"],
                name=given["name"],
                place=form.place(),
                today=timezone.localdate(),
            )
        except people.CannotChangePeople as error:
            form.add_error(None, str(error))
        else:
            return _handed_over(request, made)
    return _form(request, "access/invite.html", form)


@page(action=Action.MANAGE_PEOPLE, records="people.invite")
def invite_again(request: CaseRequest, user_id: int) -> HttpResponse:
    member = queries.member_or_404(request.viewer, user_id)
    if request.method != "POST":
        return redirect("person", user_id=user_id)
    require_step_up(request, "people.invite", member.user.email, what="make a new invitation")
    try:
        made = people.invite_again(viewer=request.viewer, user=member.user)
    except people.CannotChangePeople as error:
        return _refused(request, str(error), user_id)
    return _handed_over(request, made)


def _handed_over(
    request: CaseRequest, made: Invited | PlaceRequest | people.Coming
) -> HttpResponse:
    asked = made.asked if isinstance(made, people.Coming) else None
    if isinstance(made, PlaceRequest):
        context = {
            "asked": made,
            "who": answering.answered_by(made),
            "needs_invitation": made.wanted != Wanted.CHANGE,
        }
        return render(request, "access/asked.html", context)
    invitation = made.invitation if isinstance(made, people.Coming) else made
    size, path = squares_of(invitation.link)
    context = {
        "made": invitation,
        "size": size,
        "path": path,
        "asked": asked,
        "who": answering.answered_by(asked) if asked else None,
    }
    return render(request, "access/invited.html", context)


@page(action=Action.MANAGE_PEOPLE, records="people.change")
def change_place(request: CaseRequest, user_id: int) -> HttpResponse:
    member = queries.member_or_404(request.viewer, user_id)
    form = forms.PlaceForm(request.POST or None, initial=forms.PlaceForm.of(member))
    if request.method == "POST" and form.is_valid():
        require_step_up(request, "people.change", str(user_id), what="change this person's place")
        try:
            asked = people.change_place(
                viewer=request.viewer,
                member=member,
                place=form.place(),
                today=timezone.localdate(),
            )
        except people.CannotChangePeople as error:
            form.add_error(None, str(error))
        else:
            return _handed_over(request, asked) if asked else redirect("person", user_id=user_id)
    return _form(request, "access/change_place.html", form, member=member)


@page(action=Action.MANAGE_PEOPLE, records="people.change")
def end_account(request: CaseRequest, user_id: int) -> HttpResponse:
    member = queries.member_or_404(request.viewer, user_id)
    if request.method != "POST":
        return render(request, "access/end_account.html", {"member": member})
    require_step_up(request, "people.end", str(user_id), what="end this account")
    try:
        people.end_account(viewer=request.viewer, member=member, today=timezone.localdate())
    except people.CannotChangePeople as error:
        context = {"member": member, "problem": str(error)}
        return render(request, "access/end_account.html", context, status=409)
    return redirect("person", user_id=user_id)


@page(action=Action.MANAGE_PEOPLE, records="people.change")
def open_again(request: CaseRequest, user_id: int) -> HttpResponse:
    member = queries.member_or_404(request.viewer, user_id)
    if request.method == "POST":
        require_step_up(request, "people.open", str(user_id), what="open this account again")
        try:
            people.open_again(viewer=request.viewer, member=member, today=timezone.localdate())
        except people.CannotChangePeople as error:
            return _refused(request, str(error), user_id)
    return redirect("person", user_id=user_id)


@page(action=Action.APPROVE_PEOPLE, records="people.decide")
def requests(request: CaseRequest) -> HttpResponse:
    """What somebody asked for and a second person answers (control 35)."""
    if request.method != "POST":
        return _requests(request)
    chosen = uuid_or_nothing(request.POST.get("request", ""))
    if request.POST.get("answer") == "invite":
        return _invited_by_who_agreed(request, chosen)
    asked = get_object_or_404(answering.waiting(request.viewer), pk=chosen)
    require_step_up(request, "people.decide", chosen, what="answer this request")
    agrees = request.POST.get("answer") == "agree"
    try:
        people.decide(viewer=request.viewer, asked=asked, agrees=agrees, today=timezone.localdate())
    except people.CannotChangePeople as error:
        return _requests(request, problem=str(error))
    return redirect("place_requests")


def _invited_by_who_agreed(request: CaseRequest, chosen: str) -> HttpResponse:
    """The one who asked never sees link and code; the second person hands them over."""
    agreed = people.invitations_to_make(request.viewer)
    asked = next((one for one in agreed if str(one.pk) == chosen), None)
    if asked is None:
        raise Http404
    require_step_up(request, "people.decide", chosen, what="make this invitation")
    return _handed_over(request, people.invite_again(viewer=request.viewer, user=asked.user))


def _requests(request: CaseRequest, *, problem: str = "") -> HttpResponse:
    context = {
        "waiting": answering.lines(request.viewer),
        "to_invite": people.invitations_to_make(request.viewer),
        "problem": problem,
    }
    return render(request, "access/requests.html", context, status=409 if problem else 200)


@page(action=Action.MANAGE_PEOPLE, records="people.change")
def desks(request: CaseRequest) -> HttpResponse:
    """Agencies and their desks: listed, added, closed."""
    adding, problem = request.POST.get("add", ""), ""
    desk_form = forms.DeskForm(request.POST if adding == "desk" else None)
    agency_form = forms.AgencyForm(request.POST if adding == "agency" else None)
    try:
        if adding == "desk" and desk_form.is_valid():
            places.add_desk(viewer=request.viewer, **desk_form.cleaned_data)
            return redirect("desks")
        if adding == "agency" and agency_form.is_valid():
            given = agency_form.cleaned_data
            places.add_agency(viewer=request.viewer, name=given["agency_name"], code=given["code"])
            return redirect("desks")
        if closing := request.POST.get("close", ""):
            desk = get_object_or_404(Desk, pk=number_or_nothing(closing))
            places.close_desk(viewer=request.viewer, desk=desk)
            return redirect("desks")
    except people.CannotChangePeople as error:
        problem = str(error)
    agencies = Agency.objects.filter(is_active=True).prefetch_related("desks").order_by("name")
    context = {
        "agencies": agencies,
        "desk_form": desk_form,
        "agency_form": agency_form,
        "problem": problem,
    }
    is_refused = bool(problem or desk_form.errors or agency_form.errors)
    return render(request, "access/desks.html", context, status=400 if is_refused else 200)


@page(action=Action.TAKE_OATH, records="oath.take")
def oath(request: CaseRequest) -> HttpResponse:
    if request.method == "POST":
        oaths.take_oath(viewer=request.viewer)
        return redirect("/")
    context = {"words": oaths.WORDS, "taken": request.viewer.has_taken_oath}
    return render(request, "access/oath.html", context)


def _form(request: CaseRequest, template: str, form: object, **context: object) -> HttpResponse:
    status = 400 if getattr(form, "errors", None) else 200
    return render(request, template, {"form": form, **context}, status=status)


def _refused(request: CaseRequest, why: str, user_id: int) -> HttpResponse:
    context = {"why": why, "back": user_id}
    return render(request, "access/refused.html", context, status=409)
