"""The rows by which Wagtail's own screens find a publication by its title.

Wagtail writes them a page at a time in Python, and reads the whole table after each batch; for a
bulk import the database makes the same rows from its own columns (a test compares the two).
"""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from modelsearch.backends.database.postgres.weights import get_weight
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from portal.publications.models import PublicationPage

TITLE_BOOST = 2  # as Wagtail's Page.search_fields has it
COMMON_TITLE_LENGTH = 6.0  # words; only ranks titles of different length in the editors' search

_STATEMENT = """
INSERT INTO {table}
    (content_type_id, object_id, title, autocomplete, body, title_norm, title_text, body_text)
SELECT %(type)s, page.id::text,
    setweight(to_tsvector(%(config)s::regconfig, page.title), %(title_weight)s::"char"),
    setweight(to_tsvector(%(autocomplete)s::regconfig, page.title), 'D'),
    setweight(to_tsvector(%(config)s::regconfig, own.summary), %(summary_weight)s::"char"),
    %(length)s / greatest(length(to_tsvector(%(config)s::regconfig, page.title)), 1),
    btrim(page.title), btrim(own.summary)
FROM wagtailcore_page page
JOIN publications_publicationpage own ON own.page_ptr_id = page.id
WHERE page.id = ANY(%(ids)s)
ON CONFLICT (content_type_id, object_id) DO UPDATE SET
    title = EXCLUDED.title, autocomplete = EXCLUDED.autocomplete, body = EXCLUDED.body,
    title_norm = EXCLUDED.title_norm, title_text = EXCLUDED.title_text,
    body_text = EXCLUDED.body_text
"""


def write(page_ids: Sequence[int]) -> None:
    """Write the rows of these publications."""
    backend = get_search_backend()
    statement = _STATEMENT.format(table=connection.ops.quote_name(IndexEntry._meta.db_table))
    parameters = {
        "type": ContentType.objects.get_for_model(PublicationPage).pk,
        "config": backend.config,
        "autocomplete": backend.autocomplete_config,
        "title_weight": get_weight(TITLE_BOOST),
        "summary_weight": get_weight(None),
        "length": COMMON_TITLE_LENGTH,
        "ids": list(page_ids),
    }
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
