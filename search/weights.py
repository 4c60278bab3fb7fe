"""How a match is weighed: one configuration for every collection and both engines.

Chosen as round numbers on two public test collections, each split in halves (README, decision 3).
"""

from __future__ import annotations

FIELD_WEIGHTS = {"title": 2.0, "keywords": 2.0, "summary": 1.5, "body": 1.0}
K1 = 2.0  # how slowly a repeated word stops counting
B = 0.7  # how much a long text is held against it

TITLE_BONUS = 0.3  # a word's score grows by this share where it stands in the title or keywords
ALL_WORDS_BONUS = 1_000.0  # above any score: entries with every word of the reader come first

SYNONYM_WEIGHT = 0.6  # of the word it stands for
JOINED_WEIGHT = 1.0  # "child care" also looks for "childcare"

FEEDBACK_FROM_WORDS = 5  # only a question of many words; never a known title
FEEDBACK_DOCUMENTS = 10
FEEDBACK_TERMS = 30
FEEDBACK_WEIGHT = 0.5  # of the best feedback term, against 1.0 for a word of the reader

SUPERSEDED_WEIGHT = 0.2  # a provider gives it to what is no longer in force
