"""Making help pages, standard pages, topics, organisations and the glossary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wagtail.models import Page

from portal.content.models import Organisation, Topic
from portal.demo import content_files, tree
from portal.demo.content_files import Entry
from portal.site_pages.models import (
    GlossaryTerm,
    HelpPage,
    OrganisationIndexPage,
    OrganisationPage,
    StandardPage,
    TopicIndexPage,
    TopicPage,
)


def load_vocabulary(say: tree.Say) -> None:
    """Topics, organisations and the words of the glossary; those there are brought up to date."""
    words = content_files.vocabulary()
    for topic in words["topics"]:
        _put(Topic, topic, "code")
    for body in words["organisations"]:
        _put(Organisation, body, "code")
    for word in words["glossary"]:
        _put(GlossaryTerm, {"term": word["term"], "explanation": word["meaning"]}, "term")
    say(f"  vocabulary: {len(words['topics'])} topics, {len(words['organisations'])} organisations")


def _put(model: Any, row: Entry, key: str) -> None:
    others = {name: value for name, value in row.items() if name != key}
    model.objects.update_or_create(**{key: row[key]}, defaults=others)


def load_pages(say: tree.Say) -> None:
    """Every help and standard page, topic and organisation page that is not there yet."""
    home = tree.home()
    made = 0
    for entry in content_files.pages():
        parent = home.get_children().get(slug=entry["parent"]) if "parent" in entry else home
        if not parent.get_children().filter(slug=entry["slug"]).exists():
            tree.publish(parent.specific, _page(entry))
            made += 1
    say(f"  pages: {made + _topic_pages() + _organisation_pages()} made")


def _page(entry: Entry) -> Page:
    common = {"title": entry["title"], "slug": entry["slug"], "summary": entry["summary"]}
    body = list(_blocks(entry["body"]))
    if entry["type"] == "help":
        return HelpPage(
            **common,
            body=body,
            neutral_title=entry["neutral_title"],
            shows_services=entry["shows_services"],
        )
    return StandardPage(**common, body=body)


def _blocks(body: list[Entry]) -> Iterator[tuple[str, Any]]:
    for block in body:
        if "heading" in block:
            yield "heading", block["heading"]
        elif "text" in block:
            yield "text", tree.paragraph(block["text"])
        elif "list" in block:
            yield "text", tree.bullets(block["list"])
        elif "note" in block:
            yield "note", {"text": block["note"]}
        else:
            answer = tree.paragraph(block["answer"])
            yield "question", {"question": block["question"], "answer": answer}


def _topic_pages() -> int:
    index = TopicIndexPage.objects.get()
    missing = Topic.objects.exclude(pk__in=TopicPage.objects.values("topic"))
    for topic in missing:
        page = TopicPage(title=topic.label, slug=topic.code, summary=topic.description, topic=topic)
        tree.publish(index, page)
    return len(missing)


def _organisation_pages() -> int:
    index = OrganisationIndexPage.objects.get()
    missing = Organisation.objects.exclude(pk__in=OrganisationPage.objects.values("organisation"))
    for body in missing:
        page = OrganisationPage(
            title=body.name, slug=body.code, summary=body.role, organisation=body
        )
        tree.publish(index, page)
    return len(missing)
