"""The oath of confidentiality, taken once when a person first comes in (100)."""

from __future__ import annotations

from casebase.access.models import Oath
from casebase.access.viewer import Viewer

EDITION = 1
WORDS = (
    "I will use what I learn here for the protection of the people it is about, and for nothing "
    "else.",
    "I will not speak, write or show a name, a face or a place to anybody who does not need it "
    "for that work, neither now nor after I have left.",
    "I will not look at a case out of curiosity. I know that every look is on record under my "
    "name.",
    "I will tell my supervisor at once when a phone, a paper or a password of mine is lost, or "
    "when I think that somebody saw what they should not.",
    "I know that breaking this promise can put a child's life in danger, and that it can be "
    "punished under the law and ends my work here.",
)


def take_oath(*, viewer: Viewer) -> None:
    """Keep that the person promised, with the date; promising twice changes nothing."""
    Oath.objects.get_or_create(user=viewer.user, defaults={"edition": EDITION})
