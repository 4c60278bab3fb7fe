"""Invented procedures, and the pages they stand on."""

from __future__ import annotations

import datetime as dt
from itertools import count
from typing import Any

from django.utils import timezone

from portal.content import services
from portal.content.models import Organisation
from sop_library.enums import ChangeType
from sop_library.models import LibraryPage, SopPage, SopVersionPage
from tests.factories import site

_numbers = count(1)
FIRST_DAY = dt.datetime(2024, 1, 15, 8, tzinfo=dt.UTC)

BODY: list[tuple[str, Any]] = [
    ("text", {"heading": "Purpose", "text": "<p>To bring a child to a safe place.</p>"}),
    (
        "step",
        {
            "action": "Call the district social welfare officer",
            "actor": "The officer who finds the child",
            "deadline": "1 hour",
            "details": "<p>Use the duty line.</p>",
            "form": "Form 3",
            "legal_reference": "Act 694, section 12",
            "form_page": None,
        },
    ),
    ("warning", "Never question the child in front of the employer."),
    (
        "step",
        {
            "action": "Take the child to a doctor",
            "actor": "Social welfare officer",
            "deadline": "72 hours",
            "details": "<p>Ask the DSW for transport.</p>",
            "form": "",
            "legal_reference": "",
            "form_page": None,
        },
    ),
    (
        "decision",
        {
            "question": "Is the child in danger now?",
            "answers": [
                {"answer": "Yes", "then": "Call 191."},
                {"answer": "No", "then": "Go on with step 2."},
            ],
        },
    ),
    (
        "contact",
        {
            "name": "Invented district desk",
            "role": "Duty officer",
            "phone": "030 000 0101",
            "hours": "Day and night",
        },
    ),
]


def library() -> LibraryPage:
    """The library, made once."""
    if page := LibraryPage.objects.first():
        return page
    return site.home().add_child(instance=LibraryPage(title="Procedures", slug="sops"))


def organisation() -> Organisation:
    return Organisation.objects.get_or_create(
        code="invented-board", defaults={"name": "Invented board"}
    )[0]


def procedure(*, editions: int = 1, **fields: Any) -> SopPage:
    """A procedure with its last edition in force and the ones before superseded."""
    number = next(_numbers)
    fields = {
        "title": f"Invented procedure {number}",
        "slug": f"invented-procedure-{number}",
        "identifier": f"HTS-SOP-{number % 1000:03d}",
        **fields,
    }
    family = library().add_child(instance=SopPage(live=False, **fields))
    for _ in range(editions):
        edition_in_force(family)
    return SopPage.objects.get(pk=family.pk)


def draft_edition(family: SopPage, **fields: Any) -> SopVersionPage:
    """A complete edition that nobody has approved."""
    fields = {
        "title": family.title,
        "summary": "What to do when a child is found.",
        "approver_body": "Invented management board",
        "approved_on": dt.date(2024, 1, 10),
        "owner_organisation": organisation(),
        "legal_basis": "Human Trafficking Act, 2005 (Act 694)",
        "change_type": ChangeType.SUBSTANTIVE,
        "change_summary": "The doctor is seen within 72 hours.",
        "review_due_on": timezone.localdate() + dt.timedelta(days=365),
        "in_force_from": FIRST_DAY,
        "body": BODY,
        "live": False,
        **fields,
    }
    topics = fields.pop("topics", ())
    edition = SopVersionPage(**fields)
    edition.topics.set(topics)
    return family.add_child(instance=edition)


def edition_in_force(family: SopPage, **fields: Any) -> SopVersionPage:
    """An edition in force; the one before it is superseded."""
    before = family.editions.in_force().first()
    since = before.in_force_from + dt.timedelta(days=90) if before else FIRST_DAY
    edition = draft_edition(family, **{"in_force_from": since, **fields})
    return services.publish_by_operator(edition, "tests")
