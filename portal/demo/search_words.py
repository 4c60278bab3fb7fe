"""What editors would have added to search: synonyms, recommended results, known right answers."""

from __future__ import annotations

from portal.demo import content_files, tree
from portal.site_pages.models import HelpPage
from search.models import ExpectedResult, RecommendedResult, SynonymSet

NOTE = "Invented for demonstration; to be looked at by local readers."


def load(say: tree.Say) -> None:
    """What is not there yet; an editor's change to what is there stays."""
    words = content_files.vocabulary()
    known = set(SynonymSet.objects.values_list("words", flat=True))
    for synonyms in words["synonyms"]:
        if (lines := "\n".join(synonyms["terms"])) not in known:
            SynonymSet.objects.create(words=lines, note=f"{synonyms['label']}. {NOTE}")
    for entry in words["recommended"]:
        RecommendedResult.objects.get_or_create(
            searches=entry["query"], defaults={"key": _key(entry["page"]), "note": NOTE}
        )
    for entry in words["expected"]:
        ExpectedResult.objects.get_or_create(
            search=entry["query"], defaults={"key": _key(entry["page"])}
        )
    say(f"  search: {len(words['synonyms'])} synonyms, {len(words['recommended'])} recommendations")


def _key(page: str) -> str:
    """The search key of what the files call `HTS-SOP-003`, `publication/<key>` or a help page."""
    if page.startswith("HTS-SOP-"):
        return f"sop:{page}"
    kind, _, key = page.partition("/")
    if kind == "publication":
        return key
    return f"page:{HelpPage.objects.get(slug=page).pk}"
