"""The invented agencies and desks in the database, with the people who own cases there."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings

from casebase.access.enums import Role
from casebase.access.models import (
    AGENCY,
    NATIONAL,
    USER,
    Desk,
    Membership,
    Oath,
    principal_of,
)
from casebase.access.services.oaths import EDITION
from casebase.registry.synthetic.agencies import AGENCIES, SECRETARIAT, WorldAgency
from portal.core import services
from portal.core.models import Agency, User

STARTED_ON = dt.date(2020, 1, 1)
# role of the printed demo account -> the role it has, and its desk
ACCOUNTS = {
    "caseworker": (Role.CASEWORKER, "welfare-central"),
    "caseworker of another agency": (Role.CASEWORKER, "ngo-lake-lake"),
    "shelter staff": (Role.SHELTER_STAFF, "shelter-house"),
    "police investigator": (Role.POLICE_INVESTIGATOR, "police-oti"),
    "prosecutor": (Role.PROSECUTOR, "secretariat-law"),
    "desk officer": (Role.DESK_OFFICER, "welfare-central"),
    "supervisor": (Role.SUPERVISOR, "welfare-central"),
    "data manager": (Role.DATA_MANAGER, "welfare-central"),
    "me viewer": (Role.ME_VIEWER, "secretariat-data"),
    "director": (Role.DIRECTOR, "secretariat-data"),
    "system administrator": (Role.SYSTEM_ADMINISTRATOR, "secretariat-data"),
    "auditor": (Role.AUDITOR, "secretariat-data"),
}
# Who owns the cases of a desk that has no printed account: nobody can sign in as them.
OWNERS = {"police": Role.POLICE_INVESTIGATOR, "shelter": Role.SHELTER_STAFF}


@dataclass(frozen=True)
class Owner:
    """The person who owns a desk's cases, and the list of who sees them."""

    user_id: int
    desk_id: int
    agency_id: int
    acl: list[int]


def ensure_people() -> dict[str, Owner]:
    """Make the agencies, desks and accounts, or bring them up to date.

    Needs the tables' owner: nobody else may give somebody a place unasked.

    Returns:
        Code of the desk to the owner of its cases.
    """
    desks = {
        desk.code: desk for agency in (*AGENCIES, SECRETARIAT) for desk in _ensure_desks(agency)
    }
    owners: dict[str, Owner] = {}
    if settings.DEMO_MODE:
        for name, (role, code) in ACCOUNTS.items():
            user = services.ensure_demo_account(role=name)
            _ensure_place(user, role, desks[code])
            if role in (Role.CASEWORKER, Role.SHELTER_STAFF, Role.POLICE_INVESTIGATOR):
                owners[code] = _owner(user, desks[code])
    for agency in AGENCIES:
        for desk in agency.desks:
            if desk.code not in owners:
                role = OWNERS.get(agency.code, Role.CASEWORKER)
                owners[desk.code] = _owner(_ensure_silent(role, desks[desk.code]), desks[desk.code])
    return owners


def _ensure_desks(agency: WorldAgency) -> list[Desk]:
    row, _ = Agency.objects.update_or_create(code=agency.code, defaults={"name": agency.name})
    return [
        Desk.objects.update_or_create(
            code=desk.code, defaults={"agency": row, "name": desk.name, "phone": desk.phone}
        )[0]
        for desk in agency.desks
    ]


def _ensure_silent(role: Role, desk: Desk) -> User:
    """An invented colleague without a password: owns cases, signs in nowhere."""
    email = f"{desk.code}.invented@example.org"
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email, name=f"{desk.name} (invented)")
    _ensure_place(user, role, desk)
    return user


def _ensure_place(user: User, role: Role, desk: Desk) -> None:
    if user.agency_id != desk.agency_id:
        user.agency_id = desk.agency_id
        user.save(update_fields=["agency"])
    if not Membership.objects.filter(user=user).exists():
        Membership.objects.create(
            user=user, role=role, agency_id=desk.agency_id, desk=desk, starts_on=STARTED_ON
        )
    Oath.objects.get_or_create(user=user, defaults={"edition": EDITION})


def _owner(user: User, desk: Desk) -> Owner:
    return Owner(
        user_id=user.pk,
        desk_id=desk.pk,
        agency_id=desk.agency_id,
        acl=[
            principal_of(USER, user.pk),
            desk.principal,
            principal_of(AGENCY, desk.agency_id),
            NATIONAL,
        ],
    )
