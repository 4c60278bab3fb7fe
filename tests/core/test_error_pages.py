"""A bare status gets a page that a browser really shows."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


def test_an_address_that_takes_forms_alone_says_so_on_a_whole_page(client):
    answer = client.get("/sign-out/")

    assert answer.status_code == 405
    assert "<h1" in answer.content.decode()
    assert int(answer.headers["Content-Length"]) == len(answer.content)
