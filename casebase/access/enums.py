"""The words of access: who somebody is, how far they see, what they may do."""

from __future__ import annotations

from django.db import models


class Role(models.TextChoices):
    """The eleven roles of a member; one each."""

    CASEWORKER = "caseworker", "Caseworker"
    SHELTER_STAFF = "shelter_staff", "Shelter staff"
    POLICE_INVESTIGATOR = "police_investigator", "Police investigator"
    PROSECUTOR = "prosecutor", "Prosecutor"
    DESK_OFFICER = "desk_officer", "Desk officer"
    SUPERVISOR = "supervisor", "Supervisor"
    DATA_MANAGER = "data_manager", "Data manager"
    ME_VIEWER = "me_viewer", "Monitoring and evaluation viewer"
    DIRECTOR = "director", "Director"
    SYSTEM_ADMINISTRATOR = "system_administrator", "System administrator"
    AUDITOR = "auditor", "Auditor"


class Scope(models.TextChoices):
    """Whose cases a role sees without being granted more."""

    NONE = "none", "No cases"
    OWN = "own", "Their own cases"
    DESK = "desk", "The cases of their desk"
    AGENCY = "agency", "The cases of their agency"
    NATIONAL = "national", "All cases, without names or places"


class Action(models.TextChoices):
    """What a page asks for; a role holds some of these (roles.py)."""

    SEE_CASES = "see_cases", "see the cases in reach"
    REGISTER = "register", "register a child, a report or an operation"
    EDIT_CASE = "edit_case", "change a case, write notes"
    DECIDE_STATUS = "decide_status", "decide whether a person is a victim"
    REVEAL_IDENTITY = "reveal_identity", "see a name, a face or a place, with a reason"
    SEE_SUSPECTS = "see_suspects", "see and record suspects"
    ADD_FILES = "add_files", "add files to a case"
    ASK_ACCESS = "ask_access", "ask another agency for access"
    GRANT_ACCESS = "grant_access", "grant another agency access to a case"
    BREAK_GLASS = "break_glass", "open one case in an emergency"
    REVIEW_BREAK_GLASS = "review_break_glass", "review emergency openings"
    RESOLVE_DOUBLES = "resolve_doubles", "work through possible doubles, propose a merge"
    APPROVE_MERGE = "approve_merge", "approve a merge that somebody else proposed"
    ASSIGN = "assign", "hand cases to another worker"
    SEE_PEOPLE = "see_people", "see who works here and how far each person sees"
    MANAGE_PEOPLE = "manage_people", "invite people and change their place"
    APPROVE_PEOPLE = "approve_people", "agree to a change of people that somebody else asked for"
    REVIEW_ACCESS = "review_access", "confirm every quarter who keeps access"
    SEE_TRAIL = "see_trail", "read who looked at what"
    SEE_FIGURES = "see_figures", "see figures"
    CONFIRM_FIGURES = "confirm_figures", "confirm the figures of the own agency"
    FREEZE_FIGURES = "freeze_figures", "freeze the figures of a quarter"
    SIGN_FIGURES = "sign_figures", "sign frozen figures for publication"
    SEE_BOARD = "see_board", "see the board of what is going on"
    TAKE_OATH = "take_oath", "take the oath of confidentiality"
    OWN_ACCOUNT = "own_account", "use the system at all"


class Purpose(models.TextChoices):
    """Why a name, a face or a place is shown; the trail keeps the code."""

    CARE = "care", "Care of the child today"
    DANGER = "danger", "The child is in danger"
    TRACING = "tracing", "Finding the family"
    INVESTIGATION = "investigation", "Investigation or court"
    MATCHING = "matching", "Is this the same child?"
    CORRECTION = "correction", "Correcting the record"
    REGISTRATION = "registration", "Looking before registering"


class Happened(models.TextChoices):
    """What can happen to a person's place; the record is never changed."""

    INVITED = "invited", "Invited"
    CHANGED = "changed", "Place changed"
    KEPT = "kept", "Access confirmed"
    STOPPED = "stopped", "Access stopped at a review"
    ENDED = "ended", "Account ended"
    SUSPENDED = "suspended", "Suspended: not used for 45 days"
    REOPENED = "reopened", "Opened again"
    NEW_FACTORS = "new_factors", "Invited again for a new phone"
    LOCKED = "locked", "Locked: looked at too much"
    UNLOCKED = "unlocked", "Unlocked"


class Wanted(models.TextChoices):
    """What one person asks for and another must agree to (control 35)."""

    INVITE = "invite", "A new person"
    CHANGE = "change", "Another place"
    NEW_FACTORS = "new_factors", "A new phone for somebody who lost theirs"
