"""Databases with 10,000 and 100,000 publications, loaded as an operator loads them.

The server is one of its own with `fsync` on, as in production. A database is kept for the next run
of the same code; how long it took to load is kept with it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from portal.runtime import folders, provision
from portal.runtime.postgres import Server
from tests.bench import clock, corpus
from tests.bench.clock import Cost

PREFIX = "harbour_bench_"
VARIABLES = ("HARBOUR_TEST_SUPERUSER_URL", "HARBOUR_TEST_CREDENTIALS", "HARBOUR_TEST_URL")


@contextmanager
def server() -> Iterator[None]:
    """The benchmark's own PostgreSQL, with Django set up on it."""
    own = _own()
    own.start()
    try:
        provision.provision(own, own.folder / "credentials.env")
        os.environ["HARBOUR_TEST_SUPERUSER_URL"] = own.url
        os.environ["HARBOUR_TEST_CREDENTIALS"] = str(own.folder / "credentials.env")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
        (folders.data_folder() / "test-postgres").mkdir(exist_ok=True)  # holds the template's lock
        from tests import database

        database.start_server_for_tests()
        import django

        django.setup()
        _drop_outdated()
        yield
    finally:
        from django.db import connections

        connections.close_all()
        for name in VARIABLES:
            os.environ.pop(name, None)
        own.stop()


@contextmanager
def loaded(number: int) -> Iterator[Cost]:
    """Django connected to a database with so many publications; what the load cost."""
    from django.db import connections

    name = _name(number)
    cost = _cost_kept(name) or _load(name, number)
    _connect(name)
    _let_wagtail_index_bodies()
    try:
        yield cost
    finally:
        connections.close_all()


def _own() -> Server:
    return Server(folders.data_folder() / "bench-postgres")


def _load(name: str, number: int) -> Cost:
    """`manage.py load_publications` on an empty site, in a process of its own."""
    from tests import database

    database.clone(name)
    _make_topics(name)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "publications.jsonl"
        corpus.write(path, number)
        postmaster = int((_own().pgdata / "postmaster.pid").read_text().split()[0])
        started, before = time.monotonic(), clock.with_ended_children(postmaster)
        own_before = clock.with_ended_children(os.getpid())
        subprocess.run(
            [sys.executable, "manage.py", "load_publications", str(path)],
            cwd=folders.ROOT,
            env={**os.environ, "HARBOUR_TEST_URL": database.url_of("portal_web", name)},
            check=True,
        )
        wall = time.monotonic() - started
    time.sleep(1)  # until the backend has ended and is counted
    cpu = clock.with_ended_children(postmaster) - before
    cpu += clock.with_ended_children(os.getpid()) - own_before
    _tell_wagtail(name)
    with database.superuser() as superuser:
        superuser.execute(f"COMMENT ON DATABASE {name} IS '{wall:.1f} {cpu:.1f}'")
    return Cost(wall, cpu)


def _make_topics(name: str) -> None:
    from portal.content.models import Topic

    _connect(name)
    Topic.objects.bulk_create(Topic(code=code, label=code) for code in corpus.TOPICS)


def _tell_wagtail(name: str) -> None:
    """Put the bodies into Wagtail's own index too: editors need titles only, the peer all words."""
    from django.db import connection

    _connect(name)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE wagtailsearch_indexentry e SET body_text = e.body_text || own.body,"
            " body = e.body || setweight(to_tsvector('english', own.body), 'D')"
            " FROM publications_publicationpage own WHERE e.object_id = own.page_ptr_id::text"
        )
        cursor.execute("VACUUM ANALYZE")


def _connect(name: str) -> None:
    from django.db import connection, connections

    connections.close_all()
    connection.settings_dict["NAME"] = name
    _forget_other_databases()


def _let_wagtail_index_bodies() -> None:
    from wagtail.search import index

    from portal.publications.models import PublicationPage

    fields = PublicationPage.search_fields
    if "body" not in {field.field_name for field in fields}:
        PublicationPage.search_fields = [*fields, index.SearchField("body")]


def _cost_kept(name: str) -> Cost | None:
    """What the load of this database cost; None where there is no whole one."""
    from tests import database

    statement = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with database.superuser() as superuser:
        found = superuser.execute(statement, [name]).fetchone()
    return Cost(*map(float, found[0].split())) if found and found[0] else None


def _forget_other_databases() -> None:
    """What a process may remember for good in production is another here."""
    from search import editorial, spelling
    from search.engines.postgres import profiles

    editorial.forget()
    spelling._remembered.clear()
    profiles._held.clear()
    profiles._weights.clear()


def _drop_outdated() -> None:
    from tests import database

    with database.superuser() as superuser:
        found = superuser.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [PREFIX]
        )
        for (name,) in found.fetchall():
            if not name.endswith(_digest()):
                with contextlib.suppress(psycopg.errors.ObjectInUse):  # another run's
                    superuser.execute(f"DROP DATABASE {name}")


def _name(number: int) -> str:
    return f"{PREFIX}{number}_{_digest()}"


def _digest() -> str:
    """Of everything that decides what a load writes."""
    written_by = ("analysis.py", "text.py", "codes.py", "weights.py", "services/write.py")
    paths = [
        *(folders.ROOT / "search" / name for name in written_by),
        *(folders.ROOT / "portal" / "publications" / "loading").glob("*.py"),
        *(folders.ROOT / "search" / "migrations").glob("*.py"),
        *(folders.ROOT / "portal").glob("*/migrations/*.py"),
        Path(corpus.__file__),
    ]
    content = b"".join(path.read_bytes() for path in sorted(paths))
    return hashlib.sha256(content).hexdigest()[:8]
