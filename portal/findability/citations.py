"""How a work is cited: a line, BibTeX, RIS and CSL, and the tags that scholars' tools read."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from wagtail.models import Page

from portal.content.trail import path_of
from portal.findability.addresses import absolute
from portal.findability.identifiers import permanent_address
from portal.publications.models import PublicationPage
from portal.publications.showing import Facts
from portal.statistics.models import ReleasePage
from sop_library.models import SopVersionPage

SECRETARIAT = "Human Trafficking Secretariat"


@dataclass(frozen=True)
class Work:
    """What somebody needs to cite a work.

    Attributes:
        authors: names of bodies, never of persons.
        kind: a publication's type code, or "sop".
        url: the whole address that its identifier leads through, for life.
        page_url: the whole address at which it stands today.
        pdf_url: empty where it has no PDF.
        exports: path of its exports without the dot and format; empty where there are none.
    """

    identifier: str
    title: str
    authors: tuple[str, ...]
    published_on: dt.date | None
    kind: str
    language: str
    url: str
    page_url: str
    abstract: str = ""
    pdf_url: str = ""
    edition: str = ""
    exports: str = ""

    @property
    def line(self) -> str:
        """The citation as a sentence, address last."""
        year = f" ({self.published_on.year})" if self.published_on else ""
        edition = f", edition {self.edition}" if self.edition else ""
        return f"{'; '.join(self.authors)}{year}. {self.title}{edition}. {self.url}"


@singledispatch
def work_of(page: Page, context: Mapping[str, Any]) -> Work | None:
    """A page as a citable work; None for a page that is none.

    Args:
        context: what the page's view gathered, so that nothing is asked for twice; may be empty.
    """
    return None


@work_of.register
def _(page: PublicationPage, context: Mapping[str, Any]) -> Work | None:
    facts = context.get("facts")
    citation = facts.citation if isinstance(facts, Facts) else page.citation()
    return Work(
        identifier=citation.key,
        title=citation.title,
        authors=citation.authors,
        published_on=citation.published_on,
        kind=citation.type,
        language=citation.language,
        url=permanent_address(citation.key),
        page_url=absolute(citation.path),
        abstract=citation.abstract,
        pdf_url=absolute(citation.pdf_path) if citation.pdf_path else "",
        exports=f"/cite/publications/{page.slug}",
    )


@work_of.register
def _(page: SopVersionPage, context: Mapping[str, Any]) -> Work | None:
    owner = page.owner_organisation
    return Work(
        identifier=page.identifier,
        title=page.title,
        authors=(owner.name if owner else SECRETARIAT,),
        published_on=page.in_force_from.date() if page.in_force_from else None,
        kind="sop",
        language="en",
        url=permanent_address(page.identifier),
        page_url=absolute(path_of(page)),
        abstract=page.summary,
        edition=str(page.number),
        exports=f"/cite/sops/{page.family.slug}/{page.slug}",
    )


@work_of.register
def _(page: ReleasePage, context: Mapping[str, Any]) -> Work | None:
    return Work(
        identifier=page.release_id,
        title=page.title,
        authors=(page.report["publisher"],),
        published_on=page.first_published_at.date() if page.first_published_at else None,
        kind="dataset",
        language="en",
        url=permanent_address(page.release_id),
        page_url=absolute(path_of(page)),
        abstract=page.summary,
        pdf_url=absolute(f"/statistics/{page.slug}/files/report.pdf"),
        edition=str(page.version),
        exports=f"/cite/statistics/{page.slug}",
    )


# --- Formats -----------------------------------------------------------------------------------

BIBTEX_TYPES = {"report": "techreport", "brief": "techreport", "sop": "techreport"}
RIS_TYPES = {"report": "RPRT", "brief": "RPRT", "sop": "RPRT", "law": "STAT", "dataset": "DATA"}
CSL_TYPES = {"report": "report", "brief": "report", "sop": "standard", "law": "legislation"}
CSL_TYPES |= {"dataset": "dataset", "news": "webpage"}


def bibtex(work: Work) -> str:
    """One BibTeX entry; LaTeX's own characters are escaped."""
    kind = BIBTEX_TYPES.get(work.kind, "misc")
    fields = {
        # Double braces: a body is one name, not a family name and given names.
        "author": " and ".join(f"{{{_latex(name)}}}" for name in work.authors),
        "title": f"{{{_latex(work.title)}}}",
        "institution": _latex(work.authors[0]) if kind == "techreport" else "",
        "year": str(work.published_on.year) if work.published_on else "",
        "month": str(work.published_on.month) if work.published_on else "",
        "number": _latex(work.identifier),
        "edition": work.edition,
        "language": work.language,
        "url": work.url.replace("%", r"\%"),
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@{kind}{{{_bibtex_key(work)},\n{lines}\n}}\n"


def _bibtex_key(work: Work) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", work.identifier).strip("-") or "work"


LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
        "{": r"\{", "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
        "\n": " ", "\r": " ",
    }
)  # fmt: skip


def _latex(text: str) -> str:
    return text.translate(LATEX)


def ris(work: Work) -> str:
    """One RIS record; its lines end in CR LF, as the format wants."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _ris_lines(work))


def _ris_lines(work: Work) -> Iterator[tuple[str, str]]:
    yield "TY", RIS_TYPES.get(work.kind, "GEN")
    for name in work.authors:
        yield "AU", _one_line(name)
    yield "TI", _one_line(work.title)
    if work.published_on:
        yield "PY", str(work.published_on.year)
        yield "DA", work.published_on.strftime("%Y/%m/%d")
    if work.abstract:
        yield "AB", _one_line(work.abstract)
    if work.edition:
        yield "ET", work.edition
    yield "PB", _one_line(work.authors[0])
    yield "LA", work.language
    yield "ID", _one_line(work.identifier)
    yield "UR", work.url
    if work.pdf_url:
        yield "L1", work.pdf_url
    yield "ER", ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def csl(work: Work) -> str:
    """One item of CSL-JSON, in the list that every tool expects."""
    item: dict[str, Any] = {
        "id": work.identifier,
        "type": CSL_TYPES.get(work.kind, "document"),
        "title": work.title,
        "author": [{"literal": name} for name in work.authors],
        "publisher": work.authors[0],
        "number": work.identifier,
        "language": work.language,
        "URL": work.url,
    }
    if work.published_on:
        day = work.published_on
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    if work.abstract:
        item["abstract"] = work.abstract
    if work.edition:
        item["edition"] = work.edition
    return json.dumps([item], ensure_ascii=False, indent=1)


FORMATS = {
    "bib": (bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (ris, "application/x-research-info-systems; charset=utf-8"),
    "json": (csl, "application/vnd.citationstyles.csl+json"),
}


def meta_tags(work: Work) -> list[tuple[str, str]]:
    """The `citation_…` tags, for publications; one page a work, its abstract on that page."""
    tags = [("citation_title", work.title)]
    tags += [("citation_author", name) for name in work.authors]
    if work.published_on:
        tags.append(("citation_publication_date", work.published_on.strftime("%Y/%m/%d")))
    tags += [
        ("citation_technical_report_institution", work.authors[0]),
        ("citation_technical_report_number", work.identifier),
        ("citation_language", work.language),
        ("citation_abstract_html_url", work.page_url),
    ]
    if work.pdf_url:
        tags.append(("citation_pdf_url", work.pdf_url))
    return tags
