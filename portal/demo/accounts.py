"""One invented account for each role in the editors' admin."""

from __future__ import annotations

from portal.core import services
from portal.core.models import User
from portal.demo import tree

# role: the groups it belongs to (made by migrations: `portal.content`, `shelter_directory`)
ROLES = {
    "sop editor": ("SOP editors",),
    "publications editor": ("Publications editors",),
    "statistics editor": ("Statistics editors",),
    "directory editor": ("Directory editors",),
    "site editor": ("Site editors",),
    "reviewer": ("Reviewers",),
    "legal reviewer": ("Legal reviewers",),
    "directory validator": ("Directory validators",),
    "duty officer": ("Duty officers",),
    "publisher": ("Publishers",),
    "viewer": ("Viewers",),
}
ADMINISTRATOR = "administrator"


def load(say: tree.Say) -> None:
    """Make the accounts, or bring their groups up to date."""
    for role, groups in ROLES.items():
        services.ensure_demo_account(role=role, groups=groups)
    services.ensure_demo_account(role=ADMINISTRATOR, is_superuser=True)
    say(f"  accounts: {len(ROLES) + 1}")


def of(role: str) -> User:
    """The account of a role; `load` has made it."""
    return User.objects.get(demo_role=role)
