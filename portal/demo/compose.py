"""Composing the pages of invented publications: our own text first, then seeded paragraphs.

The same key gives the same pages on every machine, so that a page found by search today is found
under the same number tomorrow.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.demo import content_files
from portal.demo.content_files import Entry

INVENTED = "Invented for demonstration."
PUBLISHED = "As published; the sources are named in the text."
PARAGRAPHS_A_PAGE = 5
PARAGRAPHS_A_SLIDE = 2
NOTES_AT_MOST = 0.75  # share of the composed pages that may be notes on a district or a month
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DISTRICTS = {
    "Central": ["Abura-Asebu-Kwamankese", "Ajumako-Enyan-Essiam", "Effutu", "Ekumfi", "Gomoa East",
                "Gomoa West", "Komenda-Edina-Eguafo-Abirem", "Mfantseman"],
    "Volta": ["Anloga", "Central Tongu", "Keta", "Ketu South", "Kpando", "North Tongu",
              "South Dayi", "South Tongu"],
    "Greater Accra": ["Ada East", "Ashaiman", "Ga South", "Kpone Katamanso", "Ningo Prampram",
                      "Tema Metro"],
    "Oti": ["Biakoye", "Jasikan", "Kadjebi", "Krachi East", "Krachi Nchumuru", "Krachi West",
            "Nkwanta North", "Nkwanta South"],
}  # fmt: skip
# What a page of notes counts, and between which numbers.
ROWS_OF_NOTES = {
    "district": (
        ("Children identified", 12, 60), ("First contact within the limit", 11, 40),
        ("Screened within 72 hours", 11, 38), ("Returned to a family", 11, 30),
        ("Visits made of those due", 12, 80),
    ),
    "region": (
        ("Dockets opened", 5, 40), ("Sittings listed", 20, 90), ("Sittings adjourned", 8, 45),
        ("Witnesses under 18", 5, 18), ("Closed hearings granted", 5, 15),
    ),
    "month": (
        ("Worry about a child", 90, 190), ("Information asked for", 80, 180),
        ("Work or travel abroad", 30, 90), ("From the person concerned", 15, 40),
        ("Sorted as urgent", 20, 60),
    ),
    "house": (
        ("Safety at night (of 7)", 3, 7), ("The child's voice (of 6)", 1, 6),
        ("Health (of 6)", 3, 6), ("Learning and play (of 6)", 2, 6),
        ("A good ending (of 5)", 1, 5),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Table:
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """One page of a PDF.

    Attributes:
        form: labels of the fields to be filled in by hand.
        after: paragraphs below the table or the form.
    """

    heading: str
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None
    form: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass
class Bank:
    """Paragraphs of some themes, each drawn once before any of its theme is drawn again."""

    themes: dict[str, Entry]
    rng: random.Random
    pools: dict[str, list[str]] = field(default_factory=dict)

    def theme(self, number: int) -> str:
        """The themes in turn: a page keeps to one."""
        return list(self.themes)[number % len(self.themes)]

    def heading(self, theme: str, number: int) -> str:
        headings = self.themes[theme]["headings"]
        return str(headings[number // len(self.themes) % len(headings)])

    def paragraph(self, theme: str, **fixed: str) -> str:
        """The theme's next paragraph with its slots filled; `fixed` names what it is about."""
        if not self.pools.get(theme):
            self.pools[theme] = list(self.themes[theme]["paragraphs"])
            self.rng.shuffle(self.pools[theme])
        return self.pools[theme].pop().format(**{**self._slots(), **fixed})

    def _slots(self) -> dict[str, object]:
        region = self.rng.choice(list(DISTRICTS))
        return {
            "region": region,
            "district": self.rng.choice(DISTRICTS[region]),
            "month": self.rng.choice(MONTHS),
            "year": self.rng.randint(2021, 2025),
            "n": self.rng.randint(12, 95),
            "m": self.rng.randint(2, 9),
            "share": self.rng.randint(21, 84),
            "weeks": self.rng.randint(3, 11),
        }


def sheets_of_publication(entry: Entry) -> list[Sheet]:
    """Exactly as many pages as the publication says it has."""
    own = [_own_sheet(page) for page in entry["pages"]]
    if entry["length"] == len(own):
        return own
    composed = list(_composed(entry, entry["length"] - len(own) - 1))
    headings = [sheet.heading for sheet in (*own, *composed)]
    return [_title_sheet(entry, headings), *own, *composed]


def sheets_of_attachment(entry: Entry) -> list[Sheet]:
    return [_own_sheet(page) for page in entry["pages"]]


def _own_sheet(page: Entry) -> Sheet:
    table = page.get("table")
    caption = PUBLISHED if page.get("real") else INVENTED
    return Sheet(
        heading=page["heading"],
        paragraphs=tuple(page.get("text", ())),
        table=_table(f"{table.get('caption', page['heading'])}. {caption}", table["columns"],
                     table["rows"]) if table else None,
        form=tuple(page.get("form", ())),
        after=tuple(page.get("after", ())),
    )  # fmt: skip


def _table(caption: str, columns: list[str], rows: list[list[object]]) -> Table:
    text = tuple(tuple(str(cell) for cell in row) for row in rows)
    return Table(caption, tuple(str(column) for column in columns), text)


def _title_sheet(entry: Entry, headings: list[str]) -> Sheet:
    contents = (f"{heading} (page {page})" for page, heading in enumerate(headings, start=2))
    return Sheet(
        heading=entry["title"],
        paragraphs=(*entry["abstract"], "Contents. " + "; ".join(contents) + "."),
        after=(content_files.NOTICE,),
    )


def _composed(entry: Entry, pages: int) -> Iterator[Sheet]:
    """Pages of seeded paragraphs, notes on districts or the like between them."""
    if pages <= 0:
        return
    rng = random.Random(entry["key"])  # noqa: S311 -- the same pages every time, no secret
    themes = content_files.bank()
    bank = Bank({name: themes[name] for name in entry["themes"]}, rng)
    notes = _names_of_notes(entry)[: round(pages * NOTES_AT_MOST)]
    for number in range(pages - len(notes)):
        yield _text_sheet(entry, bank, number)
    for number, (name, place) in enumerate(notes):
        yield _note_sheet(entry, bank, number, name, place)


def _text_sheet(entry: Entry, bank: Bank, number: int) -> Sheet:
    theme = bank.theme(number)
    heading = bank.heading(theme, number)
    if entry.get("slides"):
        heading = f"Slide {len(entry['pages']) + number + 1}. {heading}"
    amount = PARAGRAPHS_A_SLIDE if entry.get("slides") else PARAGRAPHS_A_PAGE
    return Sheet(heading, tuple(bank.paragraph(theme) for _ in range(amount)))


def _names_of_notes(entry: Entry) -> list[tuple[str, dict[str, str]]]:
    """The pages of notes: a heading, and what their paragraphs are about."""
    kind = entry.get("notes")
    if kind == "district":
        pairs = [(d, region) for region in entry["notes_from"] for d in DISTRICTS[region]]
        return [(f"{d}, {region}", {"district": d, "region": region}) for d, region in pairs]
    if kind == "region":
        return [(f"Courts in {region}", {"region": region}) for region in entry["regions"]]
    if kind == "month":
        return [(f"Calls in {month}", {"month": month}) for month in MONTHS]
    if kind == "house":
        return [(f"House {letter}", {}) for letter in "ABCDEFGHIJKLMN"]
    return []


def _note_sheet(entry: Entry, bank: Bank, number: int, name: str, place: dict[str, str]) -> Sheet:
    rng, theme = bank.rng, bank.theme(number)
    years = [str(entry["published_on"].year - back) for back in (3, 2, 1)]
    columns = ["House"] if entry["notes"] == "house" else years
    rows = [
        [label, *(rng.randint(low, high) for _ in columns)]
        for label, low, high in ROWS_OF_NOTES[entry["notes"]]
    ]
    return Sheet(
        heading=name,
        paragraphs=(bank.paragraph(theme, **place),),
        table=_table(f"{name}. {INVENTED}", ["What was counted", *columns], rows),
        after=(bank.paragraph(theme, **place),),
    )
