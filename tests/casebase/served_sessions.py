"""`python -m tests.casebase.served_sessions`: what every session holds, opened, a line each."""

from __future__ import annotations

import json

import django

django.setup()

from portal.core.models import Session  # noqa: E402 -- after the set-up
from portal.core.sessions import SessionStore  # noqa: E402

if __name__ == "__main__":
    for row in Session.objects.all():
        print(json.dumps(SessionStore.contents_of(row), default=str))
