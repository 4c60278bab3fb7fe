"""Whoever looks: the person of a request, with their place and what they may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from casebase.access import roles
from casebase.access.binding import Place
from casebase.access.enums import Action, Role
from casebase.access.menu import Way, menu_of
from portal.core.models import User

if TYPE_CHECKING:
    from casebase.access.harvest import Budget


@dataclass(frozen=True)
class Viewer:
    """A member who has given both factors.

    Attributes:
        spent: what this page took from their budgets, and on whose account (harvest.py).
    """

    user: User
    role: Role
    agency_id: int
    desk_id: int | None
    has_taken_oath: bool = False
    spent: list[tuple[Budget, UUID | None]] = field(default_factory=list, compare=False)

    @classmethod
    def of(cls, user: User, place: Place) -> Viewer:
        """The viewer behind an account, at the place that was bound."""
        role = Role(place.role)
        return cls(user, role, place.agency_id, place.desk_id, place.has_taken_oath)

    @property
    def pk(self) -> int:
        return self.user.pk

    def may(self, action: Action) -> bool:
        return roles.may(self.role, action)

    @property
    def menu(self) -> tuple[Way, ...]:
        return menu_of(self.role)


class Trail:
    """What one request has shown or changed, gathered for its one entry in the trail."""

    def __init__(self) -> None:
        self.case_ids: dict[UUID, None] = {}  # a set that keeps its order
        self.fields: dict[str, None] = {}
        self.purpose = ""
        self.query_hash = b""  # of what was searched for; see audit's `hash_of_query`

    def saw(self, *case_ids: UUID, fields: tuple[str, ...] = ()) -> None:
        """These cases are on the page about to be sent, with these named fields."""
        self.case_ids.update(dict.fromkeys(case_ids))
        self.fields.update(dict.fromkeys(fields))
