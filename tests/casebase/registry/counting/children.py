"""One invented child as three caseworkers of two agencies wrote them down."""

from __future__ import annotations

import datetime as dt

from casebase.access.binding import bind
from casebase.access.viewer import Viewer
from casebase.registry.matching.scoring import Traits
from casebase.registry.models import Case
from casebase.registry.services.traits import traits_from
from tests.casebase import people
from tests.casebase.registry.cases import registered

DAY = dt.datetime(2026, 10, 5, 9, tzinfo=dt.UTC)
FIRST = {
    "given_name": "Kodzo",
    "other_names": "Agbesi",
    "mother_name": "Afi Dzamesi",
    "father_name": "Komla Agbesi",
    "community": "Totope",
    "phone": "024 000 0101",
    "marks": "scar on left knee",
}
SECOND = {
    "given_name": "Kojo",
    "other_names": "Agbessi",
    "mother_name": "Afua Jamesi",
    "community": "Totokpe",
}
THIRD = {"given_name": "Agbesy", "other_names": "Cudjoe", "mother_name": "Maame Efua Djamesi"}
ANOTHER = {
    "given_name": "Selorm",
    "other_names": "Tsikata",
    "mother_name": "Ama Dogbe",
    "community": "Kpando",
}


def asked(texts: dict[str, str], *, sex: str = "Male", birth_year: int | None = 2017) -> Traits:
    return traits_from(texts, sex=sex, birth_year=birth_year, age_basis="estimated", district="")


def child_of(viewer: Viewer, texts: dict[str, str], **changes: object) -> Case:
    """A case registered by the viewer, who is bound."""
    return registered(people.bound(viewer), identity=texts, **changes)


def again(viewer: Viewer) -> Viewer:
    """Bind the transaction to somebody once more."""
    bind(people.session_of(viewer).session_key)
    return viewer
