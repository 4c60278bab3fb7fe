"""Case numbers: drawn at random, so they carry no meaning, with a check sign for what is misheard.

Eight signs and a check sign after ISO 7064 MOD 37,36, written `K7QF-2M9X-B`. Letters that look or
sound like another sign are not drawn.
"""

from __future__ import annotations

import secrets

from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_37_36

SIGNS = "23456789ABCDEFGHJKMNPQRTVWXY"
DRAWN = 8


def draw() -> str:
    """A new case number, without asking whether it is taken: one in 3.8e11."""
    body = "".join(secrets.choice(SIGNS) for _ in range(DRAWN))
    return written(body + mod_37_36.calc_check_digit(body))


def written(plain: str) -> str:
    return f"{plain[:4]}-{plain[4:8]}-{plain[8:]}"


def read(typed: str) -> str | None:
    """The case number a person typed, in its written form; None where a sign must be wrong."""
    plain = "".join(sign for sign in typed.upper() if sign.isalnum())
    if len(plain) != DRAWN + 1:
        return None
    try:
        mod_37_36.validate(plain)
    except ValidationError:
        return None
    return written(plain)
