"""Loading the whole demonstration: accounts, words, pages, procedures, services, figures."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

from django.conf import settings
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler
from wagtail.search.backends import get_search_backend
from wagtail.signal_handlers import disable_reference_index_auto_update

from portal.content.services import operator_clearance
from portal.demo import (
    accounts,
    directory,
    procedures,
    publications,
    releases,
    search_words,
    site,
    tree,
)
from search.services import changes

REASON = "Invented content of the demonstration, loaded by `load_demo`."


class NotADemonstration(Exception):
    """This site is not in demo mode: invented content would stand among real content."""


def load(say: tree.Say) -> None:
    """Load what is missing and leave what is there; all of it or, after an error, nothing.

    Raises:
        NotADemonstration: demo mode is off.
    """
    if not settings.DEMO_MODE:
        raise NotADemonstration(
            "Demo mode is off, so no invented content is loaded: it would stand among real "
            "content. `make demo` turns it on in a data folder of its own."
        )
    started = time.monotonic()
    accounts.load(say)
    # `page_was_published` keeps the references of each page that goes live.
    with _editors_search_afterwards(), operator_clearance(REASON):
        with disable_reference_index_auto_update():
            site.load_vocabulary(say)
            tree.sections()
            procedures.load(say)
            directory.load(say)
            publications.load(say)
            releases.load(say)
            site.load_pages(say)
        search_words.load(say)
    changes.apply_outbox()
    say(f"  loaded and searchable after {time.monotonic() - started:.1f} s")


@contextlib.contextmanager
def _editors_search_afterwards() -> Iterator[None]:
    """Fill the search of the editors' admin once, instead of three times a page."""
    models = [model for model in get_indexed_models() if getattr(model, "search_auto_update", True)]
    for model in models:
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        yield
    finally:
        for model in models:
            post_save.connect(post_save_signal_handler, sender=model)
    backend = get_search_backend()
    for model in models:
        backend.add_bulk(model, model.get_indexed_objects().order_by("pk"))
