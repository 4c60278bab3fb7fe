"""PostgreSQL tells every portal process that something public changed, once it is committed.

A statement trigger on each table whose rows a page may show sends one notice. The tables are found
from the installed apps after every migration, so a table added tomorrow has its trigger that day.
"""

from __future__ import annotations

import logging
import threading
from typing import Any

import psycopg
from django.apps import apps
from django.db import connections

logger = logging.getLogger(__name__)

CHANNEL = "harbour_public_change"
# Tables that no public page reads: accounts, sessions, queues, the search projection, drafts.
SILENT_APPS = frozenset(
    {"admin", "auth", "axes", "contenttypes", "procrastinate", "search", "sessions", "wagtailadmin"}
    | {"wagtailusers", "wagtailsearch", "modelsearch", "otp", "demo"}
)
SILENT_TABLES = frozenset({"wagtailcore_referenceindex", "wagtailcore_revision"})
RETRY_SECONDS = 2.0
HEARTBEAT_SECONDS = 5.0

FUNCTION = f"""
CREATE OR REPLACE FUNCTION harbour_tell_of_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('{CHANNEL}', ''); RETURN NULL; END $$
"""
TRIGGER = """
CREATE OR REPLACE TRIGGER harbour_tell_of_change
AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION harbour_tell_of_change()
"""


def watched_tables() -> list[str]:
    """Every table whose rows may stand on a public page."""
    models = apps.get_models(include_auto_created=True)
    names = {
        model._meta.db_table
        for model in models
        if model._meta.managed and model._meta.app_label not in SILENT_APPS
    }
    return sorted(names - SILENT_TABLES)


def install_triggers(using: str = "default", **kwargs: Any) -> None:
    """Give each watched table its trigger; runs after every `migrate`, as the tables' owner."""
    connection = connections[using]
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        cursor.execute(FUNCTION)
        for table in watched_tables():
            if table in present:
                cursor.execute(TRIGGER.format(table=connection.ops.quote_name(table)))


class ChangeListener:
    """Counts committed changes; one thread and one connection a process.

    The thread starts with the first question, because the server forks its workers after loading
    the application.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._count = 0
        self._connected = False
        self._thread: threading.Thread | None = None
        self._lock = threading.Lock()
        self._closing = threading.Event()

    def generation(self) -> int | None:
        """A number that grows with every committed change; None while nobody listens."""
        if self._thread is None:
            self._start()
        return self._count if self._connected else None

    def close(self) -> None:
        """End the thread within a heartbeat; from now on nobody listens."""
        self._closing.set()
        self._connected = False

    def _start(self) -> None:
        with self._lock:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, daemon=True, name="changes")
                self._thread.start()

    def _run(self) -> None:
        while not self._closing.is_set():
            try:
                self._listen()
            except psycopg.Error:
                logger.warning("public change notices lost, pages are rendered each time")
            self._connected = False
            self._closing.wait(RETRY_SECONDS)

    def _listen(self) -> None:
        with psycopg.connect(self._url, autocommit=True, connect_timeout=5) as connection:
            connection.execute(f"LISTEN {CHANNEL}")
            self._count += 1  # whatever changed while nobody listened
            self._connected = True
            while not self._closing.is_set():
                for _ in connection.notifies(timeout=HEARTBEAT_SECONDS, stop_after=1):
                    self._count += 1
                connection.execute("SELECT 1")
