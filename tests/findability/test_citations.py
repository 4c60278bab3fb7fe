"""Citations in each format, and the signposts to them."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from django.conf import settings

from portal.findability.citations import Work, bibtex, csl, ris
from tests.factories import procedures, publications
from tests.findability.reading import Reader

WORK = Work(
    identifier="HTS-SOP-012/v3",
    title="Care & cure: 100% of {children}",
    authors=("Invented Unit of Police_Work", "Invented Ministry"),
    published_on=dt.date(2026, 3, 1),
    kind="sop",
    language="en",
    url="https://harbour.example/id/HTS-SOP-012/v3/",
    page_url="https://harbour.example/sops/care/v3/",
    abstract="One line\r\nER  - and a forged record",
    edition="3",
)


def test_bibtex_keeps_bodies_whole_and_escapes_what_latex_would_run():
    assert bibtex(WORK) == (
        "@techreport{HTS-SOP-012-v3,\n"
        "  author = {{Invented Unit of Police\\_Work} and {Invented Ministry}},\n"
        "  title = {{Care \\& cure: 100\\% of \\{children\\}}},\n"
        "  institution = {Invented Unit of Police\\_Work},\n"
        "  year = {2026},\n"
        "  month = {3},\n"
        "  number = {HTS-SOP-012/v3},\n"
        "  edition = {3},\n"
        "  language = {en},\n"
        "  url = {https://harbour.example/id/HTS-SOP-012/v3/}\n}\n"
    )


def test_ris_has_one_record_whatever_the_text_holds():
    lines = ris(WORK).split("\r\n")

    assert lines[0] == "TY  - RPRT"
    assert lines[-2:] == ["ER  - ", ""]
    assert [line[:2] for line in lines].count("ER") == 1
    assert "AU  - Invented Ministry" in lines
    assert "DA  - 2026/03/01" in lines


def test_csl_is_one_item_with_bodies_as_they_are():
    (item,) = json.loads(csl(WORK))

    assert item["type"] == "standard"
    assert item["author"][1] == {"literal": "Invented Ministry"}
    assert item["issued"] == {"date-parts": [[2026, 3, 1]]}


@pytest.mark.django_db
@pytest.mark.parametrize("form", ["bib", "ris", "json"])
def test_every_publication_and_edition_can_be_taken_into_a_reference_manager(client, form):
    publications.publication(slug="a-report", title="A report")
    procedures.procedure(editions=2, slug="referral", title="Referral")

    for path, title in (("publications/a-report", "A report"), ("sops/referral/v1", "Referral")):
        answer = client.get(f"/cite/{path}.{form}")
        assert answer.status_code == 200
        assert title in answer.content.decode()
        assert answer["Content-Disposition"].startswith("attachment")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    ["publications/draft.bib", "publications/none.ris", "publications/a.exe", "sops/x/v1.bib"],
)
def test_what_is_not_public_cannot_be_cited(client, path):
    publications.publication(slug="draft", title="Draft", live=False)
    publications.publication(slug="a")

    assert client.get(f"/cite/{path}").status_code == 404


@pytest.mark.django_db
def test_a_publication_carries_the_tags_and_signposts_that_tools_follow(client):
    document = publications.document(title="Its file")
    publications.publication(slug="a-report", key="k-1", title="A report", documents=(document,))

    answer = client.get("/publications/a-report/")

    reader = Reader(answer.content.decode())
    assert reader.named("citation_title") == ["A report"]
    assert reader.named("citation_pdf_url") == [f"{settings.BASE_URL}{document.url}"]
    assert reader.named("citation_publication_date") == ["2025/03/14"]
    assert f'<{settings.BASE_URL}/id/k-1/>; rel="cite-as"' in answer["Link"]
    assert (
        f'<{settings.BASE_URL}{document.url}>; rel="item"; type="application/pdf"' in answer["Link"]
    )
    assert 'rel="describedby"' in answer["Link"]


@pytest.mark.django_db
def test_the_evergreen_address_of_a_procedure_cites_the_edition_it_shows(client):
    procedures.procedure(editions=2, slug="referral", identifier="HTS-SOP-901")

    evergreen, old = client.get("/sops/referral/"), client.get("/sops/referral/v1/")

    assert "/id/HTS-SOP-901/v2/" in evergreen["Link"]
    assert "/id/HTS-SOP-901/v1/" in old["Link"]
    assert Reader(evergreen.content.decode()).canonical == [f"{settings.BASE_URL}/sops/referral/"]
    assert Reader(old.content.decode()).canonical == [f"{settings.BASE_URL}/sops/referral/v1/"]
    assert "noindex" in Reader(old.content.decode()).named("robots")[0]
