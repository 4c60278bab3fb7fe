"""What the trail can say: every action that is recorded, `subject.verb`, and its sentence.

A name is never changed once entries carry it. A test refuses a page that records something not
described here; the inventory of logs (README.md) is made from this list.
"""

from __future__ import annotations

EVENTS: dict[str, str] = {
    "home.read": "Came in",
    "case.list": "Read a list of cases",
    "case.read": "Opened the case",
    "case.search": "Searched for a child by name, or opened the form for it",
    "case.register": "Registered a child",
    "case.registered": "Registered invented children",
    "access.list": "Read the access requests",
    "access.answer": "Answered a request for access",
    "access.revoke": "Ended an access that was granted",
    "double.list": "Read the list of possible doubles",
    "double.look": "Had the records compared for doubles",
    "double.decide": "Compared two records and decided whether they are one child",
    "merge.list": "Read what is counted as one",
    "merge.decide": "Compared two records as the second person",
    "merge.undo": "Undid a merge",
    "case.generated": "Invented cases for a benchmark",
    "case.reveal": "Saw who the child is",
    "case.edit": "Changed the case",
    "case.close": "Closed the case",
    "case.reopen": "Opened a closed case again",
    "identity.correct": "Corrected who the child is",
    "report.list": "Read the list of tip-offs",
    "report.receive": "Wrote down a tip-off",
    "report.read": "Opened a tip-off",
    "report.triage": "Decided what becomes of a tip-off",
    "screening.keep": "Screened the person",
    "family.link": "Linked two persons",
    "family.unlink": "Took back the link of two persons",
    "suspect.record": "Recorded a suspect",
    "suspect.read": "Opened a suspect",
    "draft.keep": "Kept an unfinished form for later",
    "sheet.choose": "Asked which sheet to print",
    "sheet.full": "Printed the case with who the child is",
    "sheet.referral": "Printed the case without a name",
    "sheet.anonymised": "Printed the case anonymised",
    "note.write": "Wrote a note",
    "status.decide": "Decided whether the person is a victim",
    "operation.list": "Read the list of operations",
    "operation.read": "Opened an operation",
    "operation.correct": "Corrected an operation",
    "operation.create": "Recorded an operation",
    "file.list": "Read the list of the case's files",
    "file.add": "Added a file",
    "file.check": "Had files checked for malware again",
    "file.open": "Asked to open a file",
    "file.show": "Saw a picture",
    "person.erase": "Erased a person for good",
    "audit.read": "Read the trail",
    "audit.case_read": "Read who looked at the child",
    "audit.check_asked": "Asked for a check of the trail",
    "case.holders": "Read who holds open cases",
    "case.hand_over": "Handed a worker's cases to a colleague",
    "emergency.open": "Opened the case in an emergency",
    "emergency.read": "Read or reviewed emergency openings",
    "people.read": "Read who has access",
    "people.invite": "Invited somebody, or opened the form for it",
    "people.change": "Changed a person's place, a desk or an agency, or opened the form for it",
    "people.decide": "Read or answered requests that need a second person",
    "people.review": "Reviewed a person's access",
    "day.read": "Read what waits for the day",
    "task.write": "Wrote a task",
    "task.finish": "Finished a task",
    "flag.raise": "Raised a flag",
    "flag.resolve": "Resolved a flag",
    "list.keep": "Kept a list",
    "list.read": "Read the kept lists",
    "list.drop": "Dropped a kept list",
    "job.begin": "Began a job over several cases",
    "job.go_on": "Went on with a job over several cases",
    "board.read": "Read the board of what is going on",
    "figures.list": "Read which periods are frozen and published",
    "figures.read": "Read exact figures",
    "figures.check": "Checked what a period still lacks",
    "figures.confirm": "Confirmed the figures of an agency",
    "figures.freeze": "Froze a period",
    "figures.sign": "Signed a period for publication",
    "figures.persons": "Read which cases stand behind a figure",
    "figures.file": "Took exact figures away as a file",
    "figures.correct": "Noted a correction beside a frozen figure",
    "release.make": "Measured a cohort and made a release",
    "release.publish": "Handed a release to the portal",
    "oath.take": "Read or took the oath of confidentiality",
}


# Pages that answer 200 with their form, and lead elsewhere once the act is done.
FORMS = frozenset(
    {
        "case.edit", "case.close", "case.reopen", "report.receive", "screening.keep",
        "family.link", "suspect.record", "status.decide", "operation.create",
        "operation.correct", "task.write",
        "task.finish", "flag.raise", "list.keep", "draft.keep",
    }
)  # fmt: skip

# Pages that answer 200 with more than a form: what somebody had seen who did not act on it.
LOOKED = {
    "access.answer": "Read a request for access",
    "case.hand_over": "Looked at handing a worker's cases over",
    "case.register": "Opened the form to register a child, or compared who is known",
    "double.decide": "Compared two records",
    "emergency.open": "Only opened the form: open a case in an emergency",
    "identity.correct": "Saw who the child is, to correct it",
    "job.begin": "Read a list of cases, to act on several",
    "job.go_on": "Read how far a job over several cases is",
    "people.review": "Read whose access is to be reviewed",
}


def sentence(action: str, result: int) -> str:
    """The action in words; the code itself where nobody described it.

    Args:
        result: as HTTP answers. A form that was only opened must not read as an act.
    """
    words = EVENTS.get(action, action)
    if result == 200 and action in LOOKED:
        return LOOKED[action]
    if action in FORMS and result == 200:
        return f"Only opened the form: {words[:1].lower()}{words[1:]}"
    return words
