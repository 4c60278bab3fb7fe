"""`manage.py load_schema`: bring an empty database to the state of all migrations, quickly."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.core.management.sql import emit_post_migrate_signal
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from portal.runtime import schema


class Command(BaseCommand):
    help = "Load the schema snapshot into an empty database, then run what migrations remain."

    def handle(self, *args: Any, **options: Any) -> None:
        if "django_migrations" not in connection.introspection.table_names():
            self._load_snapshot()
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", interactive=False, verbosity=options["verbosity"])
        else:  # permissions and triggers follow the installed apps, not the migrations
            emit_post_migrate_signal(verbosity=0, interactive=False, db="default")

    def _load_snapshot(self) -> None:
        statements = schema.current_snapshot("portal" if settings.SITE == "portal" else "casebase")
        if statements is None:  # a migration was written since: run them all
            return
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statements)
        # The dump empties the search path of its session, and closing it gives a fresh one.
        connection.close()
