"""The main job, on both sites: from a child at the lake to a figure that anybody can check.

Two records of one child are counted once; the quarter is confirmed, frozen and signed by different
people; the release passes from one site to the other as a signed file; two editors make it public;
a reader finds it by searching, takes the data away and checks sum and signature.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import re
import sys
import time
import zipfile

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from tests.browser import casework
from tests.browser.casework import Clicks, fill_in, fits, new_child, show_it_is_you
from tests.browser.site import Journey, fetch, open_page, sign_in

pytestmark = pytest.mark.slow
PERIOD, SLUG = "2026Q3", "2026q3-v1"
TITLE = "Victims of human trafficking identified in Ghana, July to September 2026"
ONCE = {"name": "Kwabena Heron", "age": "9", "home": "Narkwa", "mother": "Esi Baidoo"}
TWICE = {"name": "Kobina Heron", "age": "10", "home": "Nakwa", "mother": "Essie Baidu"}


@pytest.fixture
def people(site, chromium, request):
    """Opens a browser of its own for each role, on either site, at a width."""
    journeys = []

    def begin(where, role, width=1280):
        page = open_page(chromium, width)
        sign_in(page, where, role)
        journeys.append(Journey(f"{request.node.name}, {role}", page, where))
        return journeys[-1]

    yield begin
    for journey in journeys:
        journey.report()
        journey.page.context.close()


def test_from_a_registered_child_to_a_figure_that_a_reader_checks(site, chromium, people):
    inside = casework.of(site)
    register_twice(people(inside, "caseworker", 360))
    manager = people(inside, "data manager")
    records = persons_of(manager)
    propose(manager, inside)
    supervisor = people(inside, "supervisor", 360)
    agree(supervisor, inside)
    assert persons_of(manager) == records - 1  # counted once from now on
    confirm(supervisor)
    freeze(people(inside, "me viewer"))
    persons = sign(people(inside, "director"), inside)
    handed_over = until(lambda: (site.data / "releases" / f"{PERIOD}-v1.zip").exists(), 60)
    site.manage("receive_releases")
    assert fetch(f"{site.url}/statistics/{SLUG}/")[0] == 404  # a draft is nobody's business

    editors_publish(site, people)
    page = found_by_a_reader(site, chromium)

    assert f"{persons} persons" in page.locator("main").inner_text()
    check_what_was_downloaded(site, page, persons)
    print(f"\nhanded over {handed_over:.1f} s after the signature", file=sys.__stderr__)


def register_twice(worker: Journey) -> None:
    """An operation of the quarter, and the same child written down by two tired people."""
    worker.open("/operations/new/")
    task = Clicks(worker)
    worker.page.get_by_label("Day of the operation").fill("2026-09-14")
    task.choose("Region", "Central")
    task.type("Landing site or place", "Narkwa beach")
    worker.page.locator("main form button[type=submit]").last.click()
    worker.page.get_by_role("heading", name="Operation").first.wait_for()
    operation = worker.page.url
    for child in (ONCE, TWICE):
        worker.page.goto(operation)
        task.click("link", "Add a child")
        fill_in(task, **child)
        task.click("button", "Register this child")
        new_child(task)
    assert fits(worker.page)


def persons_of(journey: Journey) -> int:
    """How many persons of the viewer's agency the quarter counts."""
    journey.open(f"/reports/{PERIOD}/")
    return int(journey.page.locator(".period-facts dd").first.inner_text())


def propose(manager: Journey, inside) -> None:
    manager.open("/doubles/")
    manager.click("button", "Compare all records now")
    page = manager.page
    page.wait_for_load_state()
    newest = page.locator("main ol.casework-list a").filter(has_not_text="of another agency")
    for link in [one.get_attribute("href") for one in newest.all()]:
        page.goto(inside.url + link)
        show_it_is_you(manager, inside, "data manager")
        if "Heron" in page.locator("main").inner_text():
            manager.click("button", "The same: ask a second person")
            page.get_by_role("heading", name="Possible doubles").wait_for()
            return
    raise AssertionError("the two records were not proposed as one")


def agree(supervisor: Journey, inside) -> None:
    supervisor.open("/merges/")
    supervisor.click("link", "Compare and decide")
    show_it_is_you(supervisor, inside, "supervisor")
    supervisor.click("button", "Count them as one")
    supervisor.page.get_by_role("heading", name="Counted as one").wait_for()


def confirm(supervisor: Journey) -> None:
    supervisor.open(f"/reports/{PERIOD}/")
    assert fits(supervisor.page)
    supervisor.click("button", "Confirm our part")
    supervisor.page.get_by_text(re.compile("^Confirmed by")).first.wait_for()


def freeze(officer: Journey) -> None:
    officer.open(f"/reports/{PERIOD}/")
    assert "International migration partner" in officer.page.locator("main").inner_text()  # late
    officer._count("tick")
    officer.page.locator("input[name=is_known]").check()
    officer.click("button", f"Freeze {PERIOD}")
    officer.page.get_by_text(re.compile("^Frozen by")).first.wait_for()


def sign(director: Journey, inside) -> int:
    """The size of the cohort, as the director signs it."""
    director.open(f"/reports/{PERIOD}/")
    frozen = director.page.locator("main").inner_text()
    director.click("button", f"Sign {PERIOD}")
    show_it_is_you(director, inside, "director")
    director.page.get_by_text(re.compile("^Signed by")).first.wait_for()
    return int(re.search(r"Frozen by .*: (\d+) person", frozen)[1])


def editors_publish(site, people) -> None:
    """Handed in by one, reviewed by a second, released by a third."""
    editor = people(site, "statistics editor")
    editor.open(f"/cms/pages/search/?q={TITLE.replace(' ', '+')}")
    editor.click("link", TITLE)
    editor.page.wait_for_load_state()
    editor.click("button", "More actions")
    editor._count("submit")
    editor.page.get_by_role("button", name=re.compile("Submit to")).click()
    editor.page.get_by_text("submitted for moderation").wait_for()
    for role in ("reviewer", "publisher"):
        assert fetch(f"{site.url}/statistics/{SLUG}/")[0] == 404
        approve(people(site, role))
    until(lambda: fetch(f"{site.url}/statistics/{SLUG}/")[0] == 200, 5)


def approve(reviewer: Journey) -> None:
    page = reviewer.page
    reviewer.open("/cms/")
    reviewer.click("link", f"Review: {TITLE}")
    page.locator("[name=checklist]").first.wait_for()
    for box in page.locator("[name=checklist]").all():
        box.check()
    reviewer.click("button", "Approve")
    page.wait_for_load_state()


def found_by_a_reader(site, chromium):
    """On a phone, by searching."""
    reader = Journey("a reader finds the figure", open_page(chromium, 360), site)
    reader.open("/")
    reader.type("Search", "victims identified July to September 2026")
    reader.press("Enter")
    until(lambda: _is_found(reader, TITLE), 5)
    reader.click("link", TITLE)
    reader.page.get_by_role("heading", name=TITLE).first.wait_for()
    assert fits(reader.page)
    assert reader.steps <= 3
    reader.report()
    return reader.page


def _is_found(reader: Journey, title: str) -> bool:
    if reader.page.get_by_role("link", name=title).count():
        return True
    reader.page.reload()
    return False


def check_what_was_downloaded(site, page, persons: int) -> None:
    """The sum beside the link, the sum in the manifest, and the signature over the manifest."""
    with page.expect_download() as coming:
        page.locator("a[href$='/files/indicators.csv']").first.click()
    data = coming.value.path().read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    assert digest in page.content()
    files = f"{site.url}/statistics/{SLUG}/files"
    manifest, signature = (fetch(f"{files}/manifest.{end}")[2] for end in ("json", "sig"))
    public = base64.b64decode((site.data / "release-ed25519.pub").read_bytes())
    Ed25519PublicKey.from_public_bytes(public).verify(signature, manifest)
    said = json.loads(manifest)
    assert said["release"]["persons"] == persons
    assert {one["name"]: one["sha256"] for one in said["files"]}["indicators.csv"] == digest
    with zipfile.ZipFile(
        io.BytesIO((site.data / "releases" / f"{PERIOD}-v1.zip").read_bytes())
    ) as z:
        assert z.read("indicators.csv") == data


def until(condition, seconds: float) -> float:
    """How long it took to come true."""
    started = time.monotonic()
    while not condition():
        assert time.monotonic() - started < seconds, "it did not come true in time"
        time.sleep(0.2)
    return time.monotonic() - started
