"""The ways in of casework: what stands in the menu for whoever may go there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.urls import NoReverseMatch, reverse

from casebase.access import roles
from casebase.access.enums import Action

# (what the role must hold, the address by name, the words)
ENTRIES: tuple[tuple[Action, str, str], ...] = (
    (Action.OWN_ACCOUNT, "my_day", "My day"),
    (Action.SEE_CASES, "cases", "Cases"),
    (Action.REVEAL_IDENTITY, "find_child", "Find a child"),
    (Action.SEE_CASES, "operations", "Operations"),
    (Action.REGISTER, "register", "Register a child"),
    (Action.REGISTER, "reports_received", "Tip-offs"),
    (Action.RESOLVE_DOUBLES, "doubles", "Possible doubles"),
    (Action.RESOLVE_DOUBLES, "merges", "Counted as one"),
    (Action.APPROVE_MERGE, "merges", "Counted as one"),
    (Action.ASK_ACCESS, "access_requests", "Access requests"),
    (Action.GRANT_ACCESS, "access_requests", "Access requests"),
    (Action.BREAK_GLASS, "break_glass", "Emergency"),
    (Action.REVIEW_BREAK_GLASS, "break_glass_reviews", "Emergency openings"),
    (Action.ASSIGN, "holders", "Hand cases over"),
    (Action.SEE_BOARD, "board", "Board"),
    (Action.SEE_FIGURES, "reports", "Figures"),
    (Action.REVIEW_ACCESS, "access_review", "Review of access"),
    (Action.SEE_PEOPLE, "people", "People"),
    (Action.SEE_TRAIL, "audit", "Trail"),
)


@dataclass(frozen=True)
class Way:
    url: str
    text: str


@cache
def menu_of(role: str) -> tuple[Way, ...]:
    """What the role's menu shows, each address once."""
    ways: dict[str, Way] = {}
    for action, name, text in ENTRIES:
        if roles.may(role, action):
            try:
                ways.setdefault(name, Way(reverse(name), text))
            except NoReverseMatch:  # a page that this version of the site does not have
                continue
    return tuple(ways.values())
