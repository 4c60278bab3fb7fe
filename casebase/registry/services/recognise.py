"""Making a newly written record findable, by us and blindly by others."""

from __future__ import annotations

from collections.abc import Mapping

from casebase.registry.models import Case
from casebase.registry.services import blind_tokens
from casebase.registry.services.find_candidates import note_doubles
from casebase.registry.services.traits import traits_of


def make_findable(*, case: Case, texts: Mapping[str, str], is_new: bool = False) -> None:
    """Keep the tokens of a case and note whom it may double; after every change of an identity."""
    tokens = blind_tokens.tokens_of(traits_of(case.person, texts))
    if not is_new:
        blind_tokens.forget_tokens(case)
    blind_tokens.keep_tokens(case=case, tokens=tokens)
    note_doubles(case=case, tokens=tokens)
