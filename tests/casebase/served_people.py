"""`python -m tests.casebase.served_people ROLE …`: members of one desk, signed in, as JSON."""

from __future__ import annotations

import json
import sys

import django

django.setup()

from casebase.access.enums import Role  # noqa: E402 -- after the set-up
from tests.casebase import people  # noqa: E402


def main(roles: list[str]) -> None:
    desk = people.desk()
    made = {}
    for number, role in enumerate(roles):
        viewer = people.member(Role(role), at=desk)
        name = role if role not in made else f"{role}{number}"
        made[name] = {"session": people.session_of(viewer).session_key, "user": str(viewer.pk)}
    print(json.dumps(made))


if __name__ == "__main__":
    main(sys.argv[1:])
