"""Where sessions are kept: `SESSION_ENGINE` of both sites.

Three things differ from Django's own store. A row belongs to a person and carries an opaque id, so
it can be listed and ended. The database holds a digest of the key, so a copy of the database opens
no session. A session that was ended while a request of it was running stays ended: nothing
re-creates its row.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import IntegrityError, transaction
from django.utils import timezone

from portal.core import sealing
from portal.core.questions import Given, Question

BROWSER = "browser"  # the session entry that becomes the row's column
VERIFIED_AT = "otp_verified_at"  # the moment of the second factor
NOTED_EVERY = dt.timedelta(seconds=20)  # a session ends so much earlier at most, never later


def digest(session_key: str) -> str:
    return hashlib.sha256(session_key.encode()).hexdigest()


def proof_of(session_key: str, data: dict[str, Any]) -> str:
    """`<second>.<MAC>` where both factors were given in this session, else the empty text.

    The casebase's `access_bind()` computes the same before it shows anybody a row.
    """
    if VERIFIED_AT not in data or SESSION_KEY not in data:
        return ""
    second = int(data[VERIFIED_AT])
    message = f"{digest(session_key)}|{data[SESSION_KEY]}|{second}"
    mac = hmac.new(sealing.session_key(), message.encode(), "sha256").hexdigest()
    return f"{second}.{mac}"


def _alive_row(key: Given, **moments: Given) -> Any:
    return SessionStore.get_model_class().objects.alive(**moments).filter(session_key=key)


ALIVE_ROW = Question(_alive_row, "key", "moment", "idle_since")


class SessionStore(DatabaseStore):
    """A session whose row can be listed and ended."""

    _row = ""  # the digest, where only the row is known and not the key
    _seen_at: dt.datetime | None = None  # as the row says

    @classmethod
    def get_model_class(cls) -> Any:
        from portal.core.models import Session  # the store is imported before models are ready

        return Session

    @property
    def key_salt(self) -> str:
        """What a session remembers is signed for its own row: copied to another it is nothing."""
        return f"{super().key_salt}|{self._row or digest(self.session_key or '')}"

    @classmethod
    def contents_of(cls, row: Any) -> dict[str, Any]:
        """What the session of a row remembers; empty where it was changed from outside."""
        store = cls()
        store._row = row.session_key
        return dict(store.decode(row.session_data))

    @property
    def _rows(self) -> Any:
        return self.get_model_class().objects

    def _get_session_from_db(self) -> Any:
        if not self.session_key:
            return None
        key, now = digest(self.session_key), timezone.now()
        idle_since = self.get_model_class().idle_since(now)
        (row,) = ALIVE_ROW.ask(key=key, moment=now, idle_since=idle_since) or [None]
        if row is None:
            self._session_key = None
        else:
            self._seen_at = row.last_seen_at
        return row

    def exists(self, session_key: str) -> bool:
        return bool(self._rows.filter(session_key=digest(session_key)).exists())

    def save(self, must_create: bool = False) -> None:
        """Write the row.

        Raises:
            CreateError: it was to be new, and is there already.
            UpdateError: the session was ended meanwhile; it stays ended.
        """
        if self.session_key is None:
            self.create()
            return
        data = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        columns = {
            "session_data": self.encode(data),
            "user_id": data.get(SESSION_KEY),
            "browser": data.get(BROWSER, ""),
            "proof": proof_of(self.session_key, data),
        }
        if must_create:
            self._insert(columns)
        elif not self._rows.filter(session_key=digest(self.session_key)).update(**columns):
            raise UpdateError

    def _insert(self, columns: dict[str, Any]) -> None:
        key = self._get_or_create_session_key()  # type: ignore[attr-defined]
        now = timezone.now()
        end = now + dt.timedelta(seconds=settings.SESSION_ABSOLUTE_SECONDS)
        try:
            with transaction.atomic():
                self._rows.create(
                    session_key=digest(key),
                    expire_date=end,
                    started_at=now,
                    last_seen_at=now,
                    **columns,
                )
        except IntegrityError as error:
            raise CreateError from error

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key:
            self._rows.filter(session_key=digest(key)).delete()

    def touch(self) -> None:
        """Note that the person did something just now; what was noted just before is enough."""
        now = timezone.now()
        if self.session_key and (self._seen_at is None or now - self._seen_at >= NOTED_EVERY):
            row = self._rows.filter(session_key=digest(self.session_key))
            row.update(last_seen_at=now)
