"""A fingerprint of what readers would see: an approval holds for one text and no other."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision

# What changes without the text changing: bookkeeping, locks, reviewers' remarks.
BOOKKEEPING = frozenset(
    {
        *("pk", "path", "depth", "numchild", "url_path", "content_type", "translation_key"),
        *("live", "has_unpublished_changes", "first_published_at", "last_published_at"),
        *("live_revision", "latest_revision", "latest_revision_created_at", "draft_title"),
        *("expired", "locked", "locked_at", "locked_by", "owner", "alias_of", "locale"),
        COMMENTS_RELATION_NAME,
    }
)
# What a page shows besides its own text, for instance the versions of its files.
DigestPart = Callable[[Page], object]
_parts: list[DigestPart] = []


def register_digest_part(part: DigestPart) -> None:
    """Make approvals depend on something beyond the revision; call it from an app's `ready`."""
    _parts.append(part)


def digest_of(revision: Revision) -> str:
    """The fingerprint of a revision's text and of what the page draws in."""
    parts = [part(revision.as_object()) for part in _parts]
    return _hash([_text(revision), parts])


def digest_of_text(revision: Revision) -> str:
    """The fingerprint of a revision's text alone, without reading the page."""
    return _hash(_text(revision))


def _text(revision: Revision) -> dict[str, Any]:
    page_class = revision.content_type.model_class()
    own: frozenset[str] = getattr(page_class, "bookkeeping_fields", frozenset())
    hidden = BOOKKEEPING | own
    return {name: value for name, value in revision.content.items() if name not in hidden}


def _hash(value: object) -> str:
    text = json.dumps(value, sort_keys=True, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()
