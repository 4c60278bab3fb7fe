"""What editors do with procedures."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.signals import page_unpublished

from portal.content.signals import page_changed
from sop_library.enums import FROZEN, READABLE
from sop_library.models import Correction, SopPage, SopVersionPage, Withdrawal

# What the next edition begins with; dates, approval and the summary of changes are its own.
COPIED = ("title", "summary", "legal_basis", "approver_body", "owner_organisation", "body")


class EditionInProgress(Exception):
    """The next edition has already been started."""

    def __init__(self, edition: SopVersionPage) -> None:
        super().__init__(f"Edition {edition.number} has already been started. Go on with that one.")
        self.edition = edition


@transaction.atomic
def start_new_edition(*, family: SopPage, actor: Any) -> SopVersionPage:
    """Copy the edition in force into the draft of the next one; an empty draft if there is none.

    Raises:
        PermissionDenied: the actor may not write in the library.
        EditionInProgress: a draft of the next edition exists.
    """
    if not family.permissions_for_user(actor).can_add_subpage():
        raise PermissionDenied("Only editors of procedures start a new edition.")
    Page.objects.select_for_update().get(pk=family.pk)
    if draft := family.editions.exclude(status__in=FROZEN).order_by("-number").first():
        raise EditionInProgress(draft)
    edition = _next(family, actor)
    edition.save_revision(user=actor, clean=False, log_action=True)
    return edition


def _next(family: SopPage, actor: Any) -> SopVersionPage:
    source = family.editions.in_force().first()
    edition = SopVersionPage(title=family.title, live=False, owner=actor)
    for name in COPIED if source else ():
        setattr(edition, name, getattr(source, name))
    edition.topics.set(source.topics.all() if source else family.topics.all())
    return family.add_child(instance=edition)


class CannotNotify(PermissionDenied):
    """A correction or withdrawal is not possible; the message says why and what to do."""


@transaction.atomic
def ask_for_correction(
    *, edition: SopVersionPage, actor: Any, what_changed: str, anchor: str = ""
) -> Correction:
    """Propose a public correction of an edition that cannot change; another person confirms it.

    Raises:
        CannotNotify: the actor may not write in the library, or nobody can read the edition.
    """
    _require_writer(edition, actor)
    return Correction.objects.create(
        edition=edition, asked_by=actor, what_changed=what_changed, anchor=anchor
    )


@transaction.atomic
def ask_for_withdrawal(
    *, edition: SopVersionPage, actor: Any, reason: str, replacement: SopPage | None = None
) -> Withdrawal:
    """Ask that an edition be taken out of use; another person confirms it.

    Raises:
        CannotNotify: the actor may not write in the library, nobody can read the edition, or its
            withdrawal was asked for before.
    """
    _require_writer(edition, actor)
    if Withdrawal.objects.filter(edition=edition).exists():
        raise CannotNotify("Its withdrawal was asked for before. A publisher has to confirm it.")
    return Withdrawal.objects.create(
        edition=edition, asked_by=actor, reason=reason, replacement=replacement
    )


@transaction.atomic
def confirm_correction(*, correction: Correction, actor: Any) -> None:
    """Make a correction public.

    Raises:
        CannotNotify: the actor asked for it, is no publisher, or it is public already.
    """
    correction = Correction.objects.select_for_update().get(pk=correction.pk)
    _require_second_person(correction, actor)
    correction.mark_confirmed(by=actor, at=timezone.now())
    edition = correction.edition
    log(instance=edition, action="sop_library.correction", user=actor)
    page_changed.send(sender=SopPage, page=edition.family)


@transaction.atomic
def confirm_withdrawal(*, withdrawal: Withdrawal, actor: Any) -> None:
    """Take an edition out of use: from now on its address answers 410 with the reason.

    Raises:
        CannotNotify: the actor asked for it, is no publisher, or it is withdrawn already.
    """
    withdrawal = Withdrawal.objects.select_for_update().get(pk=withdrawal.pk)
    _require_second_person(withdrawal, actor)
    withdrawal.mark_confirmed(by=actor, at=timezone.now())
    edition = withdrawal.edition
    edition.mark_withdrawn()
    log(instance=edition, action="sop_library.withdrawal", user=actor)
    page_unpublished.send(sender=SopVersionPage, instance=edition)
    page_changed.send(sender=SopPage, page=edition.family)


def _require_writer(edition: SopVersionPage, actor: Any) -> None:
    if not edition.family.permissions_for_user(actor).can_edit():
        raise CannotNotify("Only editors of procedures and publishers do this. Ask one of them.")
    if edition.status not in READABLE:
        raise CannotNotify("Nobody can read this edition. Change its text instead.")


def _require_second_person(notice: Correction | Withdrawal, actor: Any) -> None:
    if notice.confirmed_at is not None:
        raise CannotNotify("It was confirmed before. Nothing is left to do.")
    if actor.pk == notice.asked_by_id:
        raise CannotNotify("You asked for it, so somebody else must confirm it. Ask a publisher.")
    if not notice.edition.family.permissions_for_user(actor).may_take_down():
        raise CannotNotify("Only a publisher confirms this. Ask one of them.")
