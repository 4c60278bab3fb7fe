"""Ghanaian names: which spellings are one name, and which only look so."""

from __future__ import annotations

import pytest

from casebase.registry.matching import names
from casebase.registry.matching.comparing import Closeness, closeness, side_by_side
from casebase.registry.matching.sounds import Listener

EAR = Listener()


@pytest.mark.parametrize(
    "spellings",
    [
        "Kwadwo Kojo Kodzo Kwadjo Kojoe",
        "Yaw Yao Yawo Ekow",
        "Kwaku Kweku Koku Kwekuu",
        "Kofi Koffie Kofee Fiifi",
        "Kwame Kwami Komi Kwamena",
        "Kwabena Kobina Komla Kwabna",
        "Kwasi Akwasi Kosi Kwashi Quarshie",
        "Adwoa Adjoa Adzo Adwowa",
        "Abena Araba Abla",
        "Akua Aku Ekua",
        "Yaa Yawa Aba",
        "Afua Efua Afi",
        "Ama Ami Amma",
        "Akosua Esi Akosia Akosuah",
    ],
)
def test_a_day_name_is_one_name_in_every_spelling_and_language(spellings):
    words = EAR.words(spellings)

    assert len(words) == len(spellings.split())
    assert all(word.is_day for word in words)
    assert len(frozenset.intersection(*(word.groups for word in words))) == 1


def test_each_day_has_a_group_for_girls_and_one_for_boys():
    groups = {group for found in names.day_names().values() for group in found}

    assert len(groups) == 14


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Agyei", "Adjei"),
        ("Kyei", "Chei"),
        ("Gbedemah", "Bedema"),
        ("Mensah", "Mensa"),
        ("Amponsah", "Anponsa"),
        ("Frimpong", "Flimpong"),
        ("Hyeman", "Sheman"),
        ("Quaye", "Kwaye"),
        ("Korkor", "Koko"),
        ("Lartey", "Larteh"),
        ("Dzifa", "Jifa"),
        ("Twumasi", "Tumasi"),
        ("Serwaa", "Serwah"),
        ("Ɖela", "Dela"),
        ("Akɔfa", "Akofa"),
        ("Acheampong", "Akyeampong"),
        ("Boatemaa", "Boatema"),
    ],
)
def test_two_spellings_of_one_sound_are_the_same(one, other):
    left, right = (EAR.word(names.folded(name)) for name in (one, other))

    assert closeness(left, right) >= Closeness.SAME_SOUND


@pytest.mark.parametrize(
    ("one", "other"),
    [("Emmanuel", "Emma"), ("Fati", "Fatimatu"), ("Mohammed", "Muhammad"), ("Akos", "Akosua")],
)
def test_a_short_or_foreign_form_is_recognised(one, other):
    assert closeness(*EAR.words(f"{one} {other}"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kofi", "Kojo"),
        ("Ama", "Aba"),
        ("Kwame", "Kwabena"),
        ("Esi", "Efua"),
        ("Owusu", "Osei"),
        ("Selorm", "Selasi"),
        ("Panyin", "Kakra"),
        ("Yeboah", "Yawson"),
    ],
)
def test_two_names_that_look_alike_stay_apart(one, other):
    assert closeness(*EAR.words(f"{one} {other}")) is Closeness.APART


def test_the_order_of_the_names_does_not_count():
    beside = side_by_side(EAR.words("Mensah Kofi Selorm"), EAR.words("Selom Kofi Mensa"), EAR)

    assert len(beside.pairings) == 3
    assert not beside.left_of_one


def test_names_written_as_one_word_meet_the_two():
    beside = side_by_side(EAR.words("Ama Serwaa Pokuaa"), EAR.words("Amaserwa Pokua"), EAR)

    assert len(beside.pairings) == 2
    assert not beside.left_of_one
    assert not beside.left_of_other


def test_a_title_is_no_name_unless_it_is_all_there_is():
    assert names.words_of("Auntie Esi") == ("esi",)
    assert names.words_of("Maame") == ("maame",)
