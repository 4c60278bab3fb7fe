"""Which passwords are taken and which are not."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from portal.core.models import Agency
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "password",
    [
        "violet ladder hums at noon",
        "correct-horse-battery-staple",
        "🐟🪁🌋🎻 tide over pebbles",
        "ɛyɛ me dɛ sɛ yɛhyiae anɔpa",
        "x" * 3 + "Kq7!zr mellow orbit " * 6 + "end",
        "N7v!pQ2z@Lk9#wXe",
        "drift of seven quiet umbrellas" + "é" * 98,
    ],
)
def test_a_long_password_of_any_script_is_taken(password):
    validate_password(password, UserFactory.build())


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("fourteen signs", "password_too_short"),
        ("Secretariat2026Accra", "password_has_context_word"),
        ("stop Trafficking for good", "password_has_context_word"),
        ("h4rb0ur lights at night", "password_has_context_word"),
        ("my house in Winneba town", "password_has_context_word"),
        ("Sogakope bridge at dawn", "password_has_context_word"),
        ("ahtu-lakeside unit seven", "password_has_context_word"),
        ("esinam walks to market", "password_has_context_word"),
        ("aaaaaaaaaaaaaaaaaaaa", "password_predictable"),
        ("1234567890123456789", "password_predictable"),
        ("qwertyuiopasdfghjkl", "password_predictable"),
        ("umbrellaumbrella", "password_predictable"),
        ("basketball1234567890", "password_too_common"),
        ("!!!superman!!!!!!!!!!", "password_too_common"),
        ("k" * 5 + "z9 " * 100, "password_too_long"),
    ],
)
def test_what_somebody_here_would_guess_is_refused(password, code):
    Agency.objects.create(code="AHTU-LAKESIDE", name="Lakeside unit")
    person = UserFactory.build(name="Esinam Invented")

    with pytest.raises(ValidationError) as refusal:
        validate_password(password, person)

    assert code in {error.code for error in refusal.value.error_list}


def test_the_message_says_what_to_leave_out():
    with pytest.raises(ValidationError, match="Winneba"):
        validate_password("my house in Winneba town", UserFactory.build())
