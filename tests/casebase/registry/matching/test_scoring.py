"""Hand-made pairs of invented children: who is proposed as one, who is not, and why."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from casebase.registry.matching import marks
from casebase.registry.matching.scoring import Traits, score_traits
from casebase.registry.matching.weights import HEAD_START

NAMES_OF_TWINS = ("Emmanuel", "Daniel")
SHARE_THE_VILLAGE = ("neighbour", "namesake", "sibling", "twin")

ADA = Traits(
    given_name="Kodzo",
    other_names="Agbesi",
    sex="M",
    birth_year_from=2013,
    birth_year_until=2014,
    district="ADAE",
    community="Totope",
    mother_name="Afi Dzamesi",
    father_name="Komla Agbesi",
    marks="scar on left knee",
)


def child(**changes: object) -> Traits:
    return Traits(**{**ADA.__dict__, **changes})  # type: ignore[arg-type]


SAME = {
    "three spellings": child(given_name="Kojo", other_names="Agbessi", mother_name="Afua Jamesi"),
    "reversed": child(given_name="Agbesi", other_names="Kwadwo", marks=""),
    "the day name only": child(other_names="", father_name="", marks=""),
    "the home name only, mother known": child(given_name="Agbesi", other_names="", father_name=""),
    "an age two years off": child(birth_year_from=2011, birth_year_until=2011),
    "another district written": child(district="NING", community="Totope"),
    "no parents known, the mark seen": child(mother_name="", father_name="", community=""),
    "a Christian name added": child(given_name="Emmanuel Kojo"),
    "father's name not known": child(father_name="", community="Totokpe", mother_name="Efua"),
    "the mother by another form": child(mother_name="Maame Afi", father_name=""),
    "the mother by her Christian name": child(mother_name="Comfort Dzamesi", father_name=""),
    "the sex left open": child(sex="", given_name="Cudjoe"),
}
OTHERS = {
    "a brother": child(
        given_name="Kofi", birth_year_from=2011, birth_year_until=2012, marks="burn on right arm"
    ),
    "a brother of like age": child(given_name="Kwame", marks=""),
    "a sister": child(
        given_name="Afi", sex="F", birth_year_from=2010, birth_year_until=2010, marks=""
    ),
    "a stranger of the same names": child(
        district="KOMENDA",
        community="Abrobeano",
        mother_name="Esi Quansah",
        father_name="Kwesi Otoo",
        birth_year_from=2008,
        birth_year_until=2008,
        marks="",
    ),
    "a stranger of the same day": Traits(
        given_name="Kojo", sex="M", birth_year_from=2013, birth_year_until=2014
    ),
    "a stranger of the same day and town": Traits(
        given_name="Kojo",
        other_names="Tsatsu",
        sex="M",
        birth_year_from=2013,
        birth_year_until=2014,
        district="ADAE",
        community="Totope",
        mother_name="Abla Dzamesi",
    ),
    "a half-brother": child(
        given_name="Yao", father_name="Kwasi Tsikata", marks="burn on right arm"
    ),
    "another wife's child": child(given_name="Yao", mother_name="Abla Dzamesi", marks=""),
    "a child of the same village": child(
        given_name="Selorm",
        other_names="Dzakpasu",
        mother_name="Ama Dogbe",
        father_name="",
        marks="",
    ),
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
def test_one_child_written_twice_is_proposed(other):
    assert score_traits(ADA, other).level != "no", score_traits(ADA, other)


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_another_child_is_not_proposed(other):
    assert score_traits(ADA, other).level == "no", score_traits(ADA, other)


def test_twins_are_told_apart_by_their_names():
    panyin = child(given_name="Panyin", marks="")

    assert score_traits(panyin, child(given_name="Kakra", marks="")).level == "no"


def test_twins_of_one_day_name_and_one_age_are_told_apart_by_their_christian_names():
    emmanuel, daniel = (child(given_name=f"Kodzo {name}", marks="") for name in NAMES_OF_TWINS)

    assert score_traits(emmanuel, daniel).level == "no"
    assert score_traits(emmanuel, daniel).against == "twin"


def test_cousins_who_share_every_name_are_told_apart_by_their_parents():
    kodzo = child(given_name="Emmanuel Kodzo")
    cousin = child(
        given_name="Emmanuel Kodzo", mother_name="Ama Dogbe", father_name="Yao Agbesi", marks=""
    )

    assert score_traits(kodzo, cousin).level == "no"
    assert score_traits(kodzo, cousin).against == "namesake"
    assert score_traits(kodzo, kodzo).level == "likely"


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(Traits)])
def test_what_one_record_leaves_out_is_no_evidence_against(field):
    full = child(day_name="Kodzo", phone="024 000 0101", national_id="GHA-000000000-0")
    missing = dataclasses.replace(full, **{field: getattr(Traits(), field)})

    assert all(
        reason.weight.against(other) >= 0
        for reason in score_traits(full, missing).reasons
        for other in HEAD_START
    )


def test_a_place_written_wrongly_speaks_against_strangers_only():
    reasons = score_traits(ADA, child(district="NING", community="Prampram")).reasons
    places = [why.weight for why in reasons if why.field in ("district", "community")]

    assert len(places) == 2
    assert all(weight.against("stranger") < 0 for weight in places)
    assert all(weight.against(other) == 0 for weight in places for other in SHARE_THE_VILLAGE)


def test_a_surname_meets_the_fathers_name_of_the_other_record():
    surname_only = child(given_name="Kojo", other_names="Agbessi", father_name="")
    father_only = child(other_names="", father_name="Komla Agbesi")
    words = [reason.words for reason in score_traits(surname_only, father_only).reasons]

    assert "a name in one record is the father's in the other" in words


def test_two_names_of_one_sort_speak_against_more_than_two_of_different_sorts():
    emmanuel = child(given_name="Emmanuel")

    assert _apart(emmanuel, child(given_name="Daniel")) < _apart(emmanuel, child(given_name="Edem"))
    assert _apart(child(given_name="Senanu"), child(given_name="Edem")) < _apart(
        emmanuel, child(given_name="Edem")
    )


def _apart(one: Traits, other: Traits) -> float:
    reasons = score_traits(one, other).reasons
    return next(why.weight.stranger for why in reasons if why.words == "another name differs")


@pytest.mark.parametrize(
    ("one", "other", "weight"),
    [
        ("hernia", "umbilical hernia", 2.0),
        ("scar on left knee", "cut under left knee", 5.0),
        ("scar on left knee", "burn on chest", -1.0),
        ("tall and thin", "scar on left knee", None),
        ("", "scar on left knee", None),
    ],
)
def test_marks_are_compared_by_what_both_descriptions_say(one, other, weight):
    found = marks.agreement(one, other)

    assert (found and found.weight) == weight


def test_a_day_name_alone_weighs_little():
    score = score_traits(Traits(given_name="Kofi"), Traits(given_name="Koffie"))

    assert 0 < score.total < 3


def test_an_identity_number_proposes_by_itself():
    card = "GHA-000000000-0"
    score = score_traits(Traits(national_id=card), Traits(national_id="gha 000000000 0"))

    assert score.level == "likely"


def test_the_same_telephone_alone_is_a_household_not_a_child():
    score = score_traits(Traits(phone="024 000 0101"), Traits(phone="+233 24 000 0101"))

    assert score.level == "no"


def test_a_birth_date_with_day_and_month_exchanged_agrees():
    score = score_traits(
        Traits(birth_date=dt.date(2012, 3, 11)), Traits(birth_date=dt.date(2012, 11, 3))
    )

    assert score.reasons[0].words.endswith("day and month exchanged")


def test_every_reason_is_in_words_that_repeat_no_value():
    score = score_traits(ADA, child(given_name="Kojo", mother_name="Afua Jamesi"))
    words = " ".join(reason.words for reason in score.reasons)

    assert "the mother's name sounds the same" in words
    for value in ("Kodzo", "Agbesi", "Dzamesi", "Totope", "2013", "knee"):
        assert value.lower() not in words.lower()


def test_the_score_is_the_same_from_either_side():
    for other in (*SAME.values(), *OTHERS.values()):
        assert score_traits(ADA, other).total == score_traits(other, ADA).total


def test_a_traits_object_prints_no_name():
    assert repr(ADA) == "<Traits>"
