"""`python -m tests.casebase.reporting.served_periods`: quarters in every state, and who sees them.

Prints the sessions of the people by role, as JSON. Everybody in it is invented.
"""

from __future__ import annotations

import datetime as dt
import json

import django

django.setup()

from django.db import transaction  # noqa: E402 -- after the set-up
from django.utils import timezone  # noqa: E402

from casebase.access.enums import Role  # noqa: E402
from casebase.reporting.models import (  # noqa: E402
    FrozenPeriod,
    LedgerEvent,
    Reservation,
)
from casebase.reporting.periods import Period  # noqa: E402
from casebase.reporting.services import freeze  # noqa: E402
from portal.core.models import Agency, District  # noqa: E402
from tests.casebase import people  # noqa: E402
from tests.casebase.reporting.scene import (  # noqa: E402
    ACTUAL,
    NOT,
    child,
    counted_as_one,
    counters,
    decided,
    desk_of,
)

NAMES = {
    "police": "Police unit (invented)",
    "welfare": "Department of social welfare (invented)",
    "ngo-lake": "Lake shelter trust (invented)",
    "secretariat": "Secretariat (invented)",
}
IN_SUMMER = dt.date(2026, 8, 3)


def main() -> None:
    with transaction.atomic():
        for code, name in NAMES.items():
            Agency.objects.update_or_create(code=code, defaults={"name": name})
        those, workers = counters(), _workers()
        _quarters_before(those, workers)
        _summer(workers)
        freeze.confirm_figures(
            viewer=people.bound(people.member(Role.SUPERVISOR, desk_of("welfare"))),
            period=Period(2026, 3), now=timezone.now(),
        )  # fmt: skip
        those |= {
            "supervisor": people.member(Role.SUPERVISOR, desk_of("police")),
            "manager": people.member(Role.DATA_MANAGER, desk_of("police")),
        }
        print(json.dumps({name: people.session_of(one).session_key for name, one in those.items()}))


def _workers() -> dict[str, people.Viewer]:
    return {
        code: people.member(Role.POLICE_INVESTIGATOR, desk_of(code))
        for code in ("police", "welfare", "ngo-lake")
    }


def _whole(worker: people.Viewer, on: dt.date, **changes: object):
    known = {"origin_district": District.objects.first(), "language": "fat"}
    return child(worker, on, **{**known, "exploitation": "ForcedLabour", **changes})


def _quarters_before(those, workers) -> None:
    """Four quarters: one with its release on the portal, one signed, one changed since."""
    for number, period in enumerate((Period(2025, 4), Period(2026, 1), Period(2026, 2))):
        first, again = (_whole(workers["police"], period.starts_on) for _ in range(2))
        freeze.freeze(viewer=people.bound(those["officer"]), period=period)
        if number < 2:
            freeze.sign(viewer=people.bound(those["director"]), period=period)
        if number == 0:
            _released(period)
            counted_as_one(again, first)


def _released(period: Period) -> None:
    held = FrozenPeriod.objects.get(pk=period.code)
    spent = Reservation.objects.create(
        period=held.code, quarters=[held.code], programme="Q1", programme_version=1, version=1,
        rho="0.250", tables=[], persons=held.persons, snapshot=held.snapshot, code_commit="abc",
        first_approver=held.frozen_by, second_approver=held.signed_by, reserved_at=timezone.now(),
    )  # fmt: skip
    for state, sequence in (("drawn", None), ("made", 1), ("published", None)):
        LedgerEvent.objects.create(
            reservation=spent, state=state, at=timezone.now(), sequence=sequence
        )


def _summer(workers) -> None:
    """The quarter to be frozen, with one of each thing that is not right."""
    mine, theirs = (_whole(workers[code], IN_SUMMER) for code in ("police", "ngo-lake"))
    decided(mine, workers["police"], ACTUAL, dt.date(2026, 9, 1))
    decided(theirs, workers["ngo-lake"], NOT, dt.date(2026, 9, 2))
    counted_as_one(theirs, mine)
    for _ in range(12):
        _whole(workers["police"], IN_SUMMER)
    for missing in ({"age": None}, {"language": ""}, {"language": "", "sex": "NotKnown"}):
        _whole(workers["police"], IN_SUMMER, **missing)
    _whole(workers["welfare"], IN_SUMMER, origin_district=None)


if __name__ == "__main__":
    main()
