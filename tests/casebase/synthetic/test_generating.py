"""Cases made for benchmarks are sealed like any other, and leave the policies as they were."""

from __future__ import annotations

import pytest
from django.db import connection
from django.utils import timezone

from casebase.registry.codes import references
from casebase.registry.management.commands.generate_cases import write
from casebase.registry.models import Case, Identity
from casebase.registry.synthetic.bulk import Table
from casebase.registry.synthetic.desks import ensure_people
from casebase.registry.synthetic.many import Batch, Maker
from casebase.vault.services import case_keys
from tests.casebase.database import as_owner

pytestmark = pytest.mark.django_db(databases=["default", "audit", "keystore"])


@pytest.fixture
def maker() -> Maker:
    with as_owner():
        return Maker("1", list(ensure_people().values()), timezone.localdate())


def test_a_generated_identity_opens_with_its_own_key_and_says_something(maker):
    with as_owner():
        write(maker, maker.batch(20))
        identities = list(Identity.objects.all())

    keys = case_keys(identity.person_id for identity in identities)
    names = [identity.opened(keys[identity.person_id])["given_name"] for identity in identities]

    assert len(names) == 20
    assert all(names)


def test_policies_bind_the_owner_again_afterwards(maker):
    with as_owner():
        write(maker, maker.batch(5))
        with connection.cursor() as cursor:
            tables = [table.name for table, _ in maker.tables.in_order(Batch())]
            cursor.execute(
                "SELECT relname FROM pg_class WHERE relname = ANY (%s)"
                " AND relforcerowsecurity AND relrowsecurity",
                [tables],
            )
            forced = {row[0] for row in cursor.fetchall()}

    assert forced == set(tables)


def test_nobody_sees_a_generated_case_without_a_session(maker):
    with as_owner():
        write(maker, maker.batch(5))

    assert Case.objects.count() == 0


def test_no_number_is_given_twice_however_many_cases_there_are(monkeypatch):
    drawn = iter(["THERE", "FIRST", "FIRST", "SECOND", "THERE", "THIRD"])
    monkeypatch.setattr(references, "draw", lambda: next(drawn))
    with as_owner():
        maker = Maker("1", list(ensure_people().values()), timezone.localdate(), taken=["THERE"])
        made = maker.batch(3)

    place = maker.tables.cases.columns.index("reference")
    assert [row[place] for row in made.cases] == ["FIRST", "SECOND", "THIRD"]


def test_a_row_that_leaves_out_what_has_no_default_is_refused():
    with pytest.raises(ValueError, match="needs"):
        Table(Case).row(reference="X")
