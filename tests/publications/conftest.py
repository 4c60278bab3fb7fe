"""An editor who is fully signed in."""

import pytest

from tests.factories.accounts import UserFactory, sign_in_fully


@pytest.fixture
def editor():
    return UserFactory(is_superuser=True)


@pytest.fixture
def editor_client(client, editor):
    return sign_in_fully(client, editor)
