"""Every address of casework, asked by everybody: what the matrix is made of."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from casebase.access.checks import patterns
from casebase.access.enums import Role
from portal.core import services
from tests.casebase import people

NOBODY, PASSWORD = "nobody", "password_alone"
VISITORS = (NOBODY, PASSWORD, *(role.value for role in Role))
METHODS = ("GET", "POST")
SAMPLES = {"str": "no-such", "slug": "no-such", "path": "no-such", "int": 999_999_999}


def addresses() -> Iterator[URLPattern]:
    """Every address once, in the order of the site."""
    yield from patterns(get_resolver())


def route_of(pattern: URLPattern) -> str:
    return "/" + str(pattern.pattern)


def filled(pattern: URLPattern, **known: object) -> str:
    """The address with known values in it, and absent ones where nothing is known."""

    def value(match: re.Match[str]) -> str:
        kind, _, name = match[1].rpartition(":")
        if name in known:
            return str(known[name])
        return str(uuid.UUID(int=7)) if kind == "uuid" else str(SAMPLES.get(kind, "no-such"))

    return re.sub(r"<([^>]+)>", value, route_of(pattern))


def key_of(viewer: people.Viewer | None, *, with_both_factors: bool = True) -> str:
    """The session key of a visitor; empty for nobody."""
    if viewer is None:
        return ""
    store = people.session_of(viewer, with_both_factors=with_both_factors)
    if not with_both_factors:
        store[services.PASSWORD_AT] = timezone.now().timestamp()
        store.save()
    return str(store.session_key)


def asked(key: str, method: str, address: str):
    """One answer to a fresh browser with this session, whose changes are undone."""
    client = Client(raise_request_exception=False)
    if key:
        client.cookies[settings.SESSION_COOKIE_NAME] = key
    with transaction.atomic():
        answer = getattr(client, method.lower())(address)
        transaction.set_rollback(True)
    return answer


def cell(answer) -> str:
    """`200`, or where it leads: `302 sign_in`."""
    if answer.status_code not in (301, 302):
        return str(answer.status_code)
    path = answer.headers["Location"].split("?")[0]
    names = {settings.LOGIN_URL: "sign-in", "/sign-in/code/": "code", "/oath/": "oath"}
    return f"{answer.status_code} {names.get(path, 'on')}"


def body(answer, reference: str) -> str:
    """What was answered, without what differs at every answer."""
    text = answer.content.decode().replace(reference, "REFERENCE")
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", text)
    return re.sub(r'name="(submission|nonce)" value="[^"]*"', "", text)
