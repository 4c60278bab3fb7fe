"""What a reader's page costs the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import procedures

pytestmark = pytest.mark.django_db
BOOKKEEPING = ("SAVEPOINT", "RELEASE")


@pytest.mark.parametrize("path", ["", "v2/", "v1/"])
@pytest.mark.parametrize("editions", [2, 5])
def test_a_procedure_costs_eight_queries_whatever_its_history(client, path, editions):
    address = f"/sops/{procedures.procedure(editions=editions).slug}/{path}"
    client.get(address)  # content types are read once a process

    with CaptureQueriesContext(connection) as asked:
        client.get(address)

    queries = [query["sql"] for query in asked if not query["sql"].startswith(BOOKKEEPING)]
    assert len(queries) <= 8, "\n".join(queries)


def test_the_list_costs_five_queries_however_many_it_shows(client):
    def cost():
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/sops/").status_code == 200
        return sum(not query["sql"].startswith(BOOKKEEPING) for query in asked)

    procedures.procedure()
    client.get("/sops/")
    few = cost()
    for _ in range(3):
        procedures.procedure()

    assert cost() == few <= 5
