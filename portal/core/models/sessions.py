"""Sessions as rows that belong to a person, so that they can be listed and ended."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from django.conf import settings
from django.db import models

from portal.core.questions import Given

Moment = dt.datetime | Given


class SessionQuerySet(models.QuerySet["Session"]):
    def alive_at(self, moment: dt.datetime) -> SessionQuerySet:
        return self.alive(moment=moment, idle_since=Session.idle_since(moment))

    def alive(self, *, moment: Moment, idle_since: Moment) -> SessionQuerySet:
        """Neither idle too long nor too old: the one place that says when a session ends."""
        return self.filter(expire_date__gt=moment, last_seen_at__gt=idle_since)


class Session(models.Model):
    """One signed-in browser. The key itself is nowhere in the database, only its digest."""

    session_key = models.CharField(max_length=64, primary_key=True)  # SHA-256 of the cookie
    session_data = models.TextField()
    expire_date = models.DateTimeField(db_index=True)  # the absolute end; named as Django names it
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        "core.User", on_delete=models.CASCADE, null=True, related_name="sessions"
    )
    browser = models.CharField(max_length=60, blank=True)
    # Both factors were given: the moment and a MAC over key, person and moment. A statement that
    # slips into the site's SQL can write a row here, but not one with a proof.
    proof = models.CharField(max_length=90, blank=True, default="")
    started_at = models.DateTimeField()
    last_seen_at = models.DateTimeField()

    objects = SessionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"session {self.public_id}"

    @staticmethod
    def idle_since(moment: dt.datetime) -> dt.datetime:
        """Whoever was not seen after this is idle at that moment."""
        return moment - dt.timedelta(seconds=settings.SESSION_IDLE_SECONDS)

    def contents(self) -> dict[str, Any]:
        """What the browser's session remembers; empty where it was changed from outside."""
        from portal.core.sessions import SessionStore  # the store reads this module

        return SessionStore.contents_of(self)
