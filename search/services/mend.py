"""Mending a poor search: what would change, seen before it is saved, and kept right afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from portal.core.models import User
from search import editorial
from search.contract import Hit, SearchRequest
from search.models import ExpectedResult, RecommendedResult, SynonymSet, public_key
from search.services.answer import search

SHOWN = 5  # hits before and after
JUDGED = 10  # searches tried again with every change
LOOKED_THROUGH = 10  # hits among which an expected one is looked for


@dataclass(frozen=True)
class Mend:
    """What an editor proposes for one search.

    Attributes:
        search: as a reader types it.
        means: other words for it, one phrasing a line; empty: no synonym.
        key: the entry to recommend; empty: none.
    """

    search: str
    means: str = ""
    key: str = ""

    def synonyms(self) -> SynonymSet | None:
        """The set that would be saved: the words of the search, and the others."""
        others = [line.strip() for line in self.means.splitlines() if line.strip()]
        return SynonymSet(words="\n".join([self.search, *others])) if others else None

    def recommended(self) -> RecommendedResult | None:
        if not self.key:
            return None
        result = RecommendedResult(searches=self.search, key=self.key)
        result.fingerprints = result.fingerprints_now()
        return result


@dataclass(frozen=True)
class Answered:
    """A search as it is answered: how many in all, and the first few."""

    total: int
    instead: str  # the text that was searched in its place; empty: as typed
    hits: tuple[Hit, ...]

    def place_of(self, key: str) -> int | None:
        """From 1; None where it is not among the first."""
        return next((n for n, hit in enumerate(self.hits, 1) if hit.key == key), None)


@dataclass(frozen=True)
class Compared:
    """One search before and after; `expected` where its right answer is known."""

    search: str
    before: Answered
    after: Answered
    expected: ExpectedResult | None = None

    @property
    def place_before(self) -> int | None:
        return self.before.place_of(self.expected.key) if self.expected else None

    @property
    def place_after(self) -> int | None:
        return self.after.place_of(self.expected.key) if self.expected else None

    @property
    def must_find(self) -> str:
        """The title of what is expected; its key where no answer shows it."""
        key = self.expected.key if self.expected else ""
        hits = (*self.after.hits, *self.before.hits)
        return next((hit.title for hit in hits if hit.key == key), key)

    @property
    def is_right(self) -> bool:
        """Whether the expected result stands where it must, afterwards."""
        place = self.place_after
        return self.expected is None or bool(place and place <= self.expected.within)

    @property
    def was_right(self) -> bool:
        place = self.place_before
        return self.expected is None or bool(place and place <= self.expected.within)

    @property
    def new_keys(self) -> frozenset[str]:
        return frozenset(h.key for h in self.after.hits) - {h.key for h in self.before.hits}


@dataclass(frozen=True)
class Preview:
    """What a change does to the search itself, and to searches that must stay right."""

    mended: Compared
    judged: tuple[Compared, ...]

    @property
    def broken(self) -> int:
        return sum(one.was_right and not one.is_right for one in self.judged)


def preview(mend: Mend) -> Preview:
    """Ask before and after; nothing is saved.

    Raises:
        ValidationError: the synonym or the recommended result could not be kept.
    """
    synonyms, recommended = _checked(mend)
    expected = list(ExpectedResult.objects.order_by("pk")[:JUDGED])
    searches = [mend.search, *(one.search for one in expected)]
    before = [answered(text) for text in searches]
    with editorial.supposing(
        synonyms=[synonyms] if synonyms else (), recommended=[recommended] if recommended else ()
    ):
        after = [answered(text) for text in searches]
    return Preview(
        mended=Compared(mend.search, before[0], after[0]),
        judged=tuple(map(Compared, searches[1:], before[1:], after[1:], expected)),
    )


def effect_of(kept: SynonymSet | RecommendedResult) -> tuple[Compared, ...]:
    """Each search that a kept synonym set or recommendation concerns, without it and with it."""
    texts = kept.phrasings() if isinstance(kept, SynonymSet) else kept.searches.splitlines()
    name = "synonyms" if isinstance(kept, SynonymSet) else "recommended"
    texts = [text.strip() for text in texts if text.strip()][:JUDGED]
    with editorial.supposing(**{name: [_copy(kept, is_active=False)]}):
        before = [answered(text) for text in texts]
    with editorial.supposing(**{name: [_copy(kept, is_active=True)]}):
        after = [answered(text) for text in texts]
    return tuple(map(Compared, texts, before, after))


def answered(text: str) -> Answered:
    """The first hits of a search, as readers get it now."""
    answer = search(SearchRequest(text=text, size=LOOKED_THROUGH))
    return Answered(answer.total, answer.searched_for, answer.hits[:LOOKED_THROUGH])


def expected_now() -> Sequence[Compared]:
    """Every search that must stay right, as it is answered now."""
    found = []
    for one in ExpectedResult.objects.order_by("search"):
        now = answered(one.search)
        found.append(Compared(one.search, now, now, one))
    return found


@transaction.atomic
def save_mend(*, mend: Mend, keep_right: bool, actor: User) -> None:
    """Save what was proposed; readers find it within a second.

    Args:
        keep_right: note the recommended result as the one this search must find from now on;
            without one, the first result after the change.

    Raises:
        PermissionDenied: the actor does not keep the words of search.
        ValidationError: nothing was proposed, or it could not be kept.
    """
    if not actor.has_perm("search.add_synonymset"):
        raise PermissionDenied
    note = "To mend a search that found too little."
    synonyms, recommended = _checked(mend)
    for kept in (synonyms, recommended):
        if kept is not None:
            kept.note = note
            kept.save()
            kept.save_revision(user=actor)
    if keep_right:
        _keep_right(mend, actor)


def _checked(mend: Mend) -> tuple[SynonymSet | None, RecommendedResult | None]:
    mend = replace(mend, key=public_key(mend.key) if mend.key else "")
    synonyms, recommended = mend.synonyms(), mend.recommended()
    if synonyms is None and recommended is None:
        raise ValidationError("Say what else it means, or which page to recommend.")
    if synonyms is not None:
        try:
            synonyms.clean()
        except ValidationError as error:
            raise ValidationError({"means": error.messages}) from error
    return synonyms, recommended


def _keep_right(mend: Mend, actor: User) -> None:
    first = answered(mend.search).hits
    key = public_key(mend.key) if mend.key else (first[0].key if first else "")
    if not key:
        return
    expected, _ = ExpectedResult.objects.update_or_create(search=mend.search, defaults={"key": key})
    expected.save_revision(user=actor)


def _copy(
    kept: SynonymSet | RecommendedResult, *, is_active: bool
) -> SynonymSet | RecommendedResult:
    values = {field.attname: getattr(kept, field.attname) for field in kept._meta.concrete_fields}
    return type(kept)(**{**values, "is_active": is_active})
