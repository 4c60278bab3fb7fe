"""Writing many publications at once, straight into Wagtail's tables.

Wagtail saves a page in a dozen statements. A bulk import writes the same rows by COPY: it takes
the places in the page tree that Wagtail would give, one after the other behind the last child,
while it holds a lock on the parent. `fixtree` finds nothing to mend afterwards (tested).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.utils.text import slugify
from wagtail.models import Page, Site

from portal.publications.loading.lines import Line
from portal.publications.models import PublicationIndexPage, PublicationPage
from portal.publications.text import rich

SLUG_LENGTH = 80

Row = Mapping[str, Any]


class NowhereToLoad(RuntimeError):
    """The site has no pages yet; the message says what to do."""


@dataclass(frozen=True)
class Written:
    """What a batch became: page ids by key, new ones and known ones apart."""

    created: Mapping[str, int]
    updated: Mapping[str, int]
    slugs: Mapping[str, str]  # key to slug, of the new ones


def publication_index() -> PublicationIndexPage:
    """The page under which publications stand; made under the site's front page if missing.

    Raises:
        NowhereToLoad: there is no site.
    """
    index = PublicationIndexPage.objects.first()
    if index:
        return index
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise NowhereToLoad("The portal has no front page yet. Run `make demo` once, then load.")
    made: PublicationIndexPage = site.root_page.add_child(
        instance=PublicationIndexPage(title="Publications", slug="publications")
    )
    return made


def write(lines: Sequence[Line], *, now: dt.datetime) -> Written:
    """Create or update a page for each line; the caller holds a transaction.

    Args:
        lines: no key twice.
    """
    parent = Page.objects.select_for_update().get(pk=publication_index().pk)
    known = dict(
        PublicationPage.objects.filter(key__in=[line.key for line in lines]).values_list(
            "key", "pk"
        )
    )
    fresh = [line for line in lines if line.key not in known]
    ids = dict(zip((line.key for line in fresh), _page_ids(len(fresh)), strict=True))
    slugs = _slugs(parent, fresh)
    if fresh:
        _copy_pages(parent, fresh, ids, slugs, now)
        Page.objects.filter(pk=parent.pk).update(numchild=models.F("numchild") + len(fresh))
    _update([line for line in lines if line.key in known], known, now)
    _write_words(lines, {**ids, **known})
    return Written(ids, known, slugs)


def _page_ids(count: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence('wagtailcore_page', 'id'))"
            " FROM generate_series(1, %s)",
            [count],
        )
        return [row[0] for row in cursor.fetchall()]


def _slugs(parent: Page, lines: Sequence[Line]) -> dict[str, str]:
    """A slug for each key: from the title; where that is taken, with a digest of the key."""
    wanted = {line.key: slugify(line.title)[:SLUG_LENGTH].strip("-") for line in lines}
    children = Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1)
    candidates = [*wanted.values(), *(_with_digest(slug, key) for key, slug in wanted.items())]
    taken = set(children.filter(slug__in=candidates).values_list("slug", flat=True))
    slugs = {}
    for key, slug in wanted.items():
        free = slug if slug and slug not in taken else _with_digest(slug, key)
        while free in taken:
            free = f"{free}-x"
        taken.add(free)
        slugs[key] = free
    return slugs


def _with_digest(slug: str, key: str) -> str:
    digest = hashlib.sha256(key.encode()).hexdigest()[:10]
    return f"{slug or 'publication'}-{digest}"


def _copy_pages(
    parent: Page,
    lines: Sequence[Line],
    ids: Mapping[str, int],
    slugs: Mapping[str, str],
    now: dt.datetime,
) -> None:
    template = PublicationPage(
        locale_id=parent.locale_id,
        content_type=ContentType.objects.get_for_model(PublicationPage),
        depth=parent.depth + 1,
        numchild=0,
        live=True,
        has_unpublished_changes=False,
        first_published_at=now,
        last_published_at=now,
    )
    paths = _paths(parent, len(lines))

    def page_row(line: Line, path: str) -> Row:
        slug = slugs[line.key]
        return {
            "id": ids[line.key],
            "path": path,
            "slug": slug,
            "url_path": f"{parent.url_path}{slug}/",
            "title": line.title,
            "draft_title": line.title,
            "translation_key": uuid.uuid4(),
        }

    _copy(Page, template, (page_row(*pair) for pair in zip(lines, paths, strict=True)))
    own = ({"page_ptr_id": ids[line.key], **own_columns(line)} for line in lines)
    _copy(PublicationPage, template, own)


def own_columns(line: Line) -> dict[str, Any]:
    """The columns of a publication that a line decides."""
    return {
        "key": line.key,
        "summary": line.summary,
        "body": rich(line.body),
        "type": line.type,
        "published_on": line.published_on,
        "language": line.language,
    }


def _paths(parent: Page, count: int) -> list[str]:
    """The next places behind the last child, in the page tree's own numbering."""
    if not count:
        return []
    children = Page.objects.filter(depth=parent.depth + 1).filter(
        path__range=Page._get_children_path_interval(parent.path)
    )
    last = children.order_by("-path").values_list("path", flat=True).first()
    step = Page._str2int(last[-Page.steplen :]) if last else 0
    paths = [Page._get_path(parent.path, parent.depth + 1, step + n) for n in range(1, count + 1)]
    if any(len(path) != len(parent.path) + Page.steplen for path in paths[-1:]):
        raise NowhereToLoad("The list of publications is full: 1.6 million pages stand below it.")
    return paths


def _copy(model: type[models.Model], template: models.Model, rows: Iterable[Row]) -> None:
    """COPY rows into a model's own table; what a row does not say comes from the template."""
    fields: list[Any] = [field for field in model._meta.local_concrete_fields if field.column]
    preset: dict[str, Any] = {field.column: _preset(field, template) for field in fields}
    quote = connection.ops.quote_name
    columns = ", ".join(quote(column) for column in preset)
    statement = f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(list({**preset, **row}.values()))


def _preset(field: Any, template: models.Model) -> Any:
    return field.get_db_prep_save(getattr(template, field.attname), connection)


def _update(lines: Sequence[Line], known: Mapping[str, int], now: dt.datetime) -> None:
    """Bring known publications to what the lines say, and make them live."""
    if not lines:
        return
    pages = [(line.title, line.title, now, known[line.key]) for line in lines]
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE wagtailcore_page SET title = %s, draft_title = %s, live = true,"
            " expired = false, has_unpublished_changes = false, live_revision_id = NULL,"
            " latest_revision_id = NULL, latest_revision_created_at = NULL,"
            " last_published_at = %s WHERE id = %s",
            pages,
        )
        columns = [column for column in own_columns(lines[0]) if column != "key"]
        settings = ", ".join(f"{connection.ops.quote_name(column)} = %s" for column in columns)
        cursor.executemany(
            f"UPDATE publications_publicationpage SET {settings} WHERE page_ptr_id = %s",  # noqa: S608 -- our own column names
            [[*(own_columns(line)[c] for c in columns), known[line.key]] for line in lines],
        )


def _write_words(lines: Sequence[Line], ids: Mapping[str, int]) -> None:
    """The topics and regions of each page, in place of those it had."""
    _write_links("topics", lines, ids, lambda line: line.topics)
    _write_links("regions", lines, ids, lambda line: line.regions)


def _write_links(
    name: str,
    lines: Sequence[Line],
    ids: Mapping[str, int],
    things_of: Callable[[Line], Sequence[models.Model]],
) -> None:
    relation: Any = PublicationPage._meta.get_field(name)
    through, target = relation.remote_field.through, relation.m2m_reverse_name()
    through.objects.filter(publicationpage_id__in=list(ids.values())).delete()
    through.objects.bulk_create(
        [
            through(publicationpage_id=ids[line.key], **{target: thing.pk})
            for line in lines
            for thing in things_of(line)
        ],
        batch_size=5_000,
    )
