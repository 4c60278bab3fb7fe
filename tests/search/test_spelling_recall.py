"""A misspelt word is mended into the one that was meant: seeded slips in the words of real titles.

The bounds are a little below what was measured (0.98 and 1.0) and above goal 7 (0.9), so that a
cheaper way to look for neighbours cannot lose any unnoticed.
"""

from __future__ import annotations

import random
import string

import pytest

from search import rows, spelling
from search.analysis import analyse
from search.services import index_projections
from tests.search import collections

pytestmark = pytest.mark.django_db

SLIPS = 600


@pytest.fixture
def words():
    """Every word of the titles that may be offered as a correction, all of them in the index."""
    documents = list(collections.documents(collections.folder("govuk-titles")))
    index_projections(documents)
    return sorted({word for document in documents for word in analyse(document).spellings})


def slips(words, number):
    """Pairs of what was meant and what was typed: one letter more, less, wrong, or two swapped."""
    chance = random.Random("slips")
    meant = [word for word in words if len(word) >= spelling.SHORTEST_CORRECTED]
    made = []
    while len(made) < number:
        word = chance.choice(meant)
        typed = _slipped(word, chance)
        if len(typed) >= spelling.SHORTEST_CORRECTED and typed not in words:
            made.append((word, typed))
    return made


def _slipped(word, chance):
    place, letter = chance.randrange(len(word)), chance.choice(string.ascii_lowercase)
    before, here, after = word[:place], word[place], word[place + 1 :]
    return chance.choice(
        [
            before + letter + here + after,
            before + after,
            before + letter + after,
            before + after[:1] + here + after[1:],
        ]
    )


def test_nine_of_ten_slips_are_mended_at_the_first_guess(words):
    unknown = [(meant, typed) for meant, typed in slips(words, SLIPS) if spelling.unknown([typed])]
    assert len(unknown) >= 500

    offered = [(meant, spelling.corrections([typed]).get(typed, [])) for meant, typed in unknown]

    first = sum(better[:1] == [meant] for meant, better in offered) / len(offered)
    among_five = sum(meant in better for meant, better in offered) / len(offered)
    print(f"{len(offered)} slips: {first:.4f} at the first guess, {among_five:.4f} among five")
    assert first >= 0.97
    assert among_five >= 0.99


def test_a_correction_is_one_statement_whatever_the_vocabulary(words, sent):
    spelling.corrections(["qualificatoin"])

    assert [query for query, *_ in sent] == [rows.NEIGHBOURS]
