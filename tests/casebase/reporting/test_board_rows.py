"""The board's rows are right after every kind of change, in the change's own transaction."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casebase.access.enums import Action, Role
from casebase.access.viewer import Trail
from casebase.registry.codes.words import CloseReason, Exploitation, LakeTask, ReopenReason, Stage
from casebase.registry.management.commands.generate_cases import write
from casebase.registry.models import Case, Merge, Person, PossibleDouble
from casebase.registry.services.close_case import close_case, reopen_case
from casebase.registry.services.edit_case import edit_case, values_of
from casebase.registry.services.hand_over import hand_over
from casebase.registry.services.merge_persons import approve_merge, propose_merge, undo_merge
from casebase.registry.services.plan_operation import open_operation
from casebase.registry.synthetic.desks import ensure_people
from casebase.registry.synthetic.many import Maker
from casebase.reporting.models import BoardCase, BoardPerson
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered
from tests.casebase.reporting.board_rows import apart, counted, kept
from tests.casebase.reporting.scene import ACTUAL, LATER, NOT, child, decided, desk_of

pytestmark = pytest.mark.django_db(databases="__all__")
SPRING, SUMMER = dt.date(2026, 5, 4), dt.date(2026, 8, 3)
TODAY = dt.date(2026, 11, 2)


def assert_equal() -> None:
    assert kept() == counted()
    assert apart() == []


def of(cut: str, **dimensions: object) -> int:
    with as_owner():
        rows = BoardPerson.objects.filter(cut=cut, **dimensions).values_list("persons", flat=True)
        return sum(rows)


def test_a_registered_child_stands_in_every_cut(police):
    child(police, SUMMER, exploitation="Servitude")

    assert of("who", sex="M", age="C", quarter=2026 * 4 + 2) == 1
    assert of("place", region="oti", form="servitude") == of("form", form="servitude") == 1
    assert_equal()


def test_a_decision_moves_the_case_and_takes_who_is_no_victim_apart(police):
    case = child(police, SUMMER)

    decided(case, police, NOT, dt.date(2026, 9, 1))

    assert (of("who", is_no_victim=True), of("who", is_no_victim=False)) == (1, 0)
    assert_equal()
    decided(case, police, ACTUAL, dt.date(2026, 9, 2))
    assert (of("who", is_no_victim=True), of("who", is_no_victim=False)) == (0, 1)
    assert_equal()


def test_a_case_is_closed_and_opened_again(police):
    case = child(police, SUMMER)

    close_case(
        case=case, viewer=police, reason=CloseReason.values[0], details="", closed_on=LATER,
        today=LATER,
    )  # fmt: skip
    with as_owner():
        assert sum(BoardCase.objects.filter(is_open=True).values_list("cases", flat=True)) == 0
    assert_equal()
    reopen_case(
        case=case, viewer=police, reason=ReopenReason.values[0], details="",
        stage=Stage.TRACING, today=LATER,
    )  # fmt: skip
    assert_equal()


def test_cases_are_handed_over(police):
    receiver = people.member(Role.CASEWORKER, desk_of("police"))
    with as_owner():
        receiver.user.membership.desk_id = police.desk_id
        receiver.user.membership.save()
    child(police, SUMMER)

    hand_over(viewer=police, leaver=police.user.membership, receiver=receiver.user.membership)

    assert_equal()


def test_a_merge_is_approved_and_undone():
    desk = desk_of("police")
    tidier = people.member(Role.DATA_MANAGER, desk)
    head = people.member(Role.SUPERVISOR, desk)
    one = child(head, SUMMER, sex="Female")
    other = child(head, SPRING)
    ids = sorted([one.person_id, other.person_id])
    with as_owner():
        double = PossibleDouble.objects.create(one_id=ids[0], other_id=ids[1], found_by="score")
    people.bound(tidier)
    merge = propose_merge(
        viewer=tidier, double=double, kept_id=one.person_id, taken_fields=["sex"],
        now=timezone.now(),
    )  # fmt: skip
    people.bound(head)
    approve_merge(viewer=head, merge=merge, trail=Trail(), now=timezone.now())

    assert (of("who"), of("who", sex="M", quarter=2026 * 4 + 1)) == (1, 1)
    assert_equal()
    undo_merge(viewer=head, merge=Merge.objects.get(), trail=Trail(), now=timezone.now())
    assert (of("who"), of("who", sex="F")) == (2, 1)
    assert_equal()


def test_a_corrected_story_sex_or_age_moves_the_person(police):
    case = child(police, SUMMER)
    people.bound(police)
    case = Case.objects.get(pk=case.pk)
    base = values_of(case, "story")
    values = {name: getattr(case, name) for name in base} | {"exploitation": "Servitude"}
    edit_case(
        case=case,
        viewer=police,
        card="story",
        version=case.version,
        base=base,
        values=values,
        today=TODAY,
    )
    assert of("form", form="servitude") == 1
    assert_equal()

    people.bound(police)
    Person.objects.filter(pk=case.person_id).update(sex="NotKnown")
    Case.objects.filter(pk=case.pk).update(age_at_identification=None, region=_region("volta"))

    assert of("who", sex="U", age="U") == of("place", region="volta") == of("who") == 1
    assert_equal()


def _joint_operation(lead, partner, *, on):
    return open_operation(
        viewer=people.bound(lead), starts_on=on, today=TODAY, region=_region("oti"),
        landing_site="Landing stage 4", partners=[partner.user.agency],
    )  # fmt: skip


def test_a_child_of_a_joint_operation_is_its_leads(police, welfare):
    operation = _joint_operation(police, welfare, on=SUMMER)
    case = child(welfare, SUMMER)
    Case.objects.filter(pk=case.pk).update(operation=operation)

    assert of("who", agency=police.agency_id) == 1
    assert_equal()
    people.bound(police)
    operation.lead_agency_id = welfare.agency_id
    operation.save(update_fields=["lead_agency"])
    assert (of("who", agency=police.agency_id), of("who", agency=welfare.agency_id)) == (0, 1)
    assert_equal()


def test_another_record_of_the_same_human_is_no_other_person(police, welfare):
    first, again = child(police, SPRING), child(welfare, SUMMER)
    with as_owner():
        Person.objects.filter(pk=first.person_id).update(resolved_into_id=again.person_id)
    assert_equal()

    # Whoever moves the earlier day, of whichever record, moves the one person.
    people.bound(police)
    Case.objects.filter(pk=first.pk).update(identified_on=dt.date(2026, 9, 30))

    assert (of("who"), of("who", agency=welfare.agency_id)) == (1, 1)
    assert_equal()


def test_rows_added_and_taken_away_by_an_operator_count_too(police):
    case = child(police, SUMMER)
    with as_owner():
        connection.cursor().execute("DELETE FROM registry_blindtoken")
        Case.objects.filter(pk=case.pk).delete()

    assert of("who") == 0
    assert_equal()


@pytest.mark.parametrize("seed", range(6))
def test_after_any_sequence_of_changes_the_rows_equal_the_tables(police, welfare, seed):
    rng = random.Random(seed)
    operation = _joint_operation(police, welfare, on=SPRING)
    cases = [_some_child(rng, rng.choice([police, welfare])) for _ in range(4)]
    for _ in range(25):
        _something(rng, cases, (police, welfare), operation)

    assert_equal()
    assert sum(kept()[0].values()) == len(cases)


def _some_child(rng, worker):
    day = dt.date(2025, 1, 1) + dt.timedelta(days=rng.randrange(700))
    return child(
        worker,
        day,
        rng.choice(["oti", "volta", "central"]),
        sex=rng.choice(["Male", "Female", "NotKnown"]),
        age=rng.choice([None, 9, 17, 18, 40]),
        exploitation=rng.choice(["", *Exploitation.values]),
        lake_task=rng.choice(["", "", *LakeTask.values]),
        in_danger=rng.random() < 0.3,
    )


def _something(rng, cases, workers, operation):
    """One change, or one that is undone: as whoever may, or as an operator."""
    case = rng.choice(cases)
    mine, records = Case.objects.filter(pk=case.pk), Person.objects.filter(pk=case.person_id)
    with as_owner():
        other = rng.choice(cases).person_id
        is_free = not Person.objects.filter(resolved_into_id=case.person_id).exists()
        root = Person.objects.get(pk=other).resolved_into_id or other
        if root == case.person_id or not is_free:
            root = None
    day = dt.date(2025, 1, 1) + dt.timedelta(days=rng.randrange(700))
    changes = {
        "register": lambda: cases.append(_some_child(rng, rng.choice(workers))),
        "decide": lambda: mine.update(status=rng.choice([ACTUAL, NOT])),
        "stage": lambda: mine.update(stage=rng.choice(Stage.values)),
        "close": lambda: mine.update(stage="closed", closed_on=dt.date(2027, 1, 1)),
        "reopen": lambda: mine.update(stage="tracing", closed_on=None),
        "day": lambda: mine.update(identified_on=day),
        "join": lambda: mine.update(operation=rng.choice([None, operation])),
        "lead": lambda: _led_by(operation, rng.choice(workers)),
        "merge": lambda: records.update(resolved_into_id=root),
        "undo": lambda: records.update(resolved_into_id=None),
        "sex": lambda: records.update(sex=rng.choice(["Male", "Female", "NotKnown"])),
        "age": lambda: mine.update(age_at_identification=rng.choice([None, 3, 30])),
        "agency": lambda: mine.update(agency_id=rng.choice(workers).agency_id),
        "all": lambda: Case.objects.update(in_danger=rng.random() < 0.5, region=_region("volta")),
    }
    name = rng.choice(list(changes))
    if name == "register":
        changes[name]()
        return
    with as_owner(), transaction.atomic():
        changes[name]()
        transaction.set_rollback(rng.random() < 0.2)


def _led_by(operation, worker):
    type(operation).objects.filter(pk=operation.pk).update(lead_agency_id=worker.agency_id)


def _region(code):
    return Region.objects.get(code=code)


def test_what_is_rolled_back_leaves_nothing(police):
    child(police, SUMMER)
    before = kept()

    with transaction.atomic():
        registered(people.bound(police))
        transaction.set_rollback(True)

    assert kept() == before
    assert_equal()


def test_cases_that_come_by_copy_are_counted():
    with as_owner():
        maker = Maker("board", list(ensure_people().values()), timezone.localdate())
        write(maker, maker.batch(60))
        write(maker, maker.batch(40))

    assert of("who") == 100
    assert_equal()


def test_the_command_finds_what_was_altered_and_repairs_it(police):
    child(police, SUMMER)
    with as_owner():
        call_command("board_check")
        connection.cursor().execute("UPDATE reporting_boardcase SET cases = cases + 5")
        connection.cursor().execute("DELETE FROM reporting_boardperson")

    with as_owner(), pytest.raises(CommandError, match="4 numbers"):
        call_command("board_check")

    assert kept() != counted()
    with as_owner():
        call_command("board_check", "--repair")
    assert_equal()


def test_the_site_can_write_no_number_of_the_board(police):
    child(police, SUMMER)
    people.bound(police)

    for statement in (
        "UPDATE reporting_boardcase SET cases = 0",
        "DELETE FROM reporting_boardperson",
        "SELECT reporting_board_repair()",
        "SELECT * FROM reporting_board_apart()",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(statement)
    assert_equal()


def test_the_mark_of_counting_is_not_left_behind(police):
    child(police, SUMMER)

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('harbour.counting', true)")

        assert cursor.fetchone()[0] == ""
    assert police.may(Action.SEE_BOARD)
