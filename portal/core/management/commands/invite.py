"""`manage.py invite EMAIL`: let a person in, by a link handed over and a code said aloud."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.core import invitations


class Command(BaseCommand):
    help = "Make an invitation that works once, for 24 hours; print its link and its spoken code."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="how the person is shown to colleagues")
        parser.add_argument("--group", action="append", default=[], help="may be given repeatedly")
        parser.add_argument("--administrator", action="store_true", help="may do everything")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            invited = invitations.invite(
                email=options["email"],
                name=options["name"],
                groups=options["group"],
                is_superuser=options["administrator"],
                invited_by=None,
            )
        except invitations.CannotInvite as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Link (hand it over in person): {invited.link}")
        self.stdout.write(f"Code (say it aloud, do not write it with the link): {invited.code}")
        self.stdout.write(f"Works once, until {invited.expires_at:%Y-%m-%d %H:%M} UTC.")
