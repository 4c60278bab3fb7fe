"""The tables of the registry, one module a subject; import them from here."""

from casebase.registry.models.access_requests import AccessRequest, RequestedCase
from casebase.registry.models.attachments import Attachment
from casebase.registry.models.cases import Case
from casebase.registry.models.closings import Closing
from casebase.registry.models.doubles import BlindSearch, BlindToken, Merge, PossibleDouble
from casebase.registry.models.drafts import Draft
from casebase.registry.models.emergencies import Emergency
from casebase.registry.models.families import PersonLink
from casebase.registry.models.notes import Note
from casebase.registry.models.operations import Operation
from casebase.registry.models.people import Identity, Person
from casebase.registry.models.reports import Report
from casebase.registry.models.screenings import Screening
from casebase.registry.models.statuses import StatusDecision
from casebase.registry.models.suspects import Suspect, SuspectLink
from casebase.registry.models.work import BulkJob, BulkRow, Flag, SavedList, Task

__all__ = [
    "AccessRequest",
    "Attachment",
    "BlindSearch",
    "BlindToken",
    "BulkJob",
    "BulkRow",
    "Case",
    "Closing",
    "Draft",
    "Emergency",
    "Flag",
    "Identity",
    "Merge",
    "Note",
    "Operation",
    "Person",
    "PersonLink",
    "PossibleDouble",
    "Report",
    "RequestedCase",
    "SavedList",
    "Screening",
    "StatusDecision",
    "Suspect",
    "SuspectLink",
    "Task",
]
