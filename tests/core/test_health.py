"""The health pages answer this machine and nobody else."""

import pytest


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["live", "ready"])
def test_health_answers_on_loopback(client, page):
    assert client.get(f"/health/{page}").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["live", "ready"])
@pytest.mark.parametrize(
    "outside", [{"REMOTE_ADDR": "203.0.113.9"}, {"HTTP_X_FORWARDED_FOR": "203.0.113.9"}]
)
def test_health_is_absent_from_outside(client, page, outside):
    assert client.get(f"/health/{page}", **outside).status_code == 404
