"""In tests, `flush` gives the worker a fresh clone of the template.

Django empties every table after a transactional test, and with it the rows that migrations made
(root page, groups, places), which every later test of the worker needs.
"""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import connections

from tests import database


class Command(BaseCommand):
    stealth_options = ("reset_sequences", "allow_cascade", "inhibit_post_migrate", "interactive")
    help = __doc__

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--database", default="default")
        parser.add_argument("--noinput", action="store_false", dest="interactive")

    def handle(self, *args: Any, **options: Any) -> None:
        from django.contrib.contenttypes.models import ContentType
        from wagtail.models import Site

        connections.close_all()
        database.clone(f"harbour_test_{database.worker()}")
        ContentType.objects.clear_cache()
        Site.clear_site_root_paths_cache()
