"""What each role sees and may do: one table, read by the pages, the screens and the tests."""

from __future__ import annotations

from dataclasses import dataclass

from casebase.access.enums import Action, Role, Scope


@dataclass(frozen=True)
class Reach:
    """How far a role sees without a grant, and what it may do there."""

    scope: Scope
    actions: frozenset[Action]


def _reach(scope: Scope, *actions: Action) -> Reach:
    return Reach(scope, frozenset({*actions, Action.TAKE_OATH, Action.OWN_ACCOUNT}))


_CASEWORK = (
    Action.SEE_CASES,
    Action.REGISTER,
    Action.EDIT_CASE,
    Action.REVEAL_IDENTITY,
    Action.ADD_FILES,
    Action.ASK_ACCESS,
)
ROLES: dict[Role, Reach] = {
    Role.CASEWORKER: _reach(Scope.DESK, *_CASEWORK, Action.BREAK_GLASS),
    Role.SHELTER_STAFF: _reach(
        Scope.DESK,
        Action.SEE_CASES,
        Action.EDIT_CASE,
        Action.REVEAL_IDENTITY,
        Action.ADD_FILES,
        Action.BREAK_GLASS,
    ),
    Role.POLICE_INVESTIGATOR: _reach(
        Scope.DESK, *_CASEWORK, Action.SEE_SUSPECTS, Action.DECIDE_STATUS, Action.BREAK_GLASS
    ),
    Role.PROSECUTOR: _reach(Scope.OWN, Action.SEE_CASES, Action.SEE_SUSPECTS, Action.ASK_ACCESS),
    Role.DESK_OFFICER: _reach(
        Scope.DESK,
        Action.SEE_CASES,
        Action.REGISTER,
        Action.EDIT_CASE,
        Action.ASSIGN,
        Action.GRANT_ACCESS,
        Action.ASK_ACCESS,
    ),
    Role.SUPERVISOR: _reach(
        Scope.AGENCY,
        *_CASEWORK,
        Action.DECIDE_STATUS,
        Action.SEE_SUSPECTS,
        Action.GRANT_ACCESS,
        Action.APPROVE_MERGE,
        Action.ASSIGN,
        Action.BREAK_GLASS,
        Action.REVIEW_BREAK_GLASS,
        Action.SEE_PEOPLE,
        Action.APPROVE_PEOPLE,
        Action.REVIEW_ACCESS,
        Action.SEE_FIGURES,
        Action.CONFIRM_FIGURES,
        Action.SEE_BOARD,
    ),
    Role.DATA_MANAGER: _reach(
        Scope.AGENCY,
        Action.SEE_CASES,
        Action.EDIT_CASE,
        Action.RESOLVE_DOUBLES,
        Action.REVEAL_IDENTITY,
        Action.SEE_FIGURES,
        Action.CONFIRM_FIGURES,
    ),
    Role.ME_VIEWER: _reach(Scope.NONE, Action.SEE_FIGURES, Action.FREEZE_FIGURES),
    Role.DIRECTOR: _reach(
        Scope.NATIONAL,
        Action.SEE_CASES,
        Action.SEE_TRAIL,
        Action.SEE_FIGURES,
        Action.FREEZE_FIGURES,
        Action.SIGN_FIGURES,
        Action.SEE_BOARD,
        Action.REVIEW_BREAK_GLASS,
        Action.SEE_PEOPLE,
        Action.APPROVE_PEOPLE,
        Action.REVIEW_ACCESS,
    ),
    Role.SYSTEM_ADMINISTRATOR: _reach(
        Scope.NONE,
        Action.SEE_PEOPLE,
        Action.MANAGE_PEOPLE,
        Action.APPROVE_PEOPLE,
        Action.SEE_TRAIL,
    ),
    Role.AUDITOR: _reach(Scope.NONE, Action.SEE_TRAIL, Action.SEE_PEOPLE),
}
# Held beyond one agency: two people must agree before anybody gets one (control 35).
BEYOND_ONE_AGENCY = frozenset({Role.DIRECTOR, Role.SYSTEM_ADMINISTRATOR, Role.AUDITOR})


def may(role: str, action: Action) -> bool:
    """Whether the role holds the action; False for a role nobody knows."""
    return role in ROLES and action in ROLES[Role(role)].actions
