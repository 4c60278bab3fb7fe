"""`suspend_unused`: close accounts that nobody has used for 45 days.

Nothing in the site starts it: the host's scheduler runs it once a day (casebase/access/README.md).
"""

from __future__ import annotations

from typing import Any

from django.core.management import BaseCommand
from django.db import transaction
from django.utils import timezone

from casebase.access.services.unused import suspend_unused


class Command(BaseCommand):
    help = __doc__

    def handle(self, *_args: Any, **_options: Any) -> None:
        with transaction.atomic():
            closed = suspend_unused(now=timezone.now())
        print(f"{closed} account{'' if closed == 1 else 's'} suspended")
