"""Casework as its people meet it: the same demo's other site, and what they do there often.

Everybody typed in here is invented.
"""

from __future__ import annotations

import dataclasses
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.browser.site import Journey, Site, open_page, sign_in

SETTINGS = "--settings=portal.settings.casework"


@dataclass(frozen=True)
class CaseworkSite(Site):
    """The casework site of a running demo; its commands are casework's."""

    def manage(self, *arguments: str) -> str:
        return super().manage(*arguments, SETTINGS)


def of(site: Site) -> CaseworkSite:
    """The casework site beside a portal: one port further, as in every demo."""
    port = (urlsplit(site.url).port or 80) + 1
    fields = {field.name: getattr(site, field.name) for field in dataclasses.fields(Site)}
    return CaseworkSite(**{**fields, "url": f"http://127.0.0.1:{port}", "known": {}})


class Clicks:
    """Clicks and answered fields of one task, counted apart, and the seconds it took."""

    def __init__(self, journey: Journey) -> None:
        self.journey, self.clicks, self.fields = journey, 0, 0
        self.started = time.monotonic()

    def click(self, role: str, name: str) -> None:
        self.clicks += 1
        self.journey.click(role, name)

    def type(self, label: str, text: str) -> None:
        self.fields += 1
        self.journey.type(label, text, exact=True)

    def choose(self, label: str, option: str) -> None:
        self.fields += 1
        self.journey.choose(label, option)

    def tick(self, label: str) -> None:
        self.fields += 1
        self.journey._count(f"tick {label}")
        self.journey.page.get_by_label(label, exact=True).check()

    def report(self, task: str) -> None:
        seconds = time.monotonic() - self.started
        print(
            f"\n{task}: {self.clicks} clicks, {self.fields} fields, {seconds:.1f} s",
            file=sys.__stderr__,
        )


def open_first_operation(worker: Journey) -> str:
    """Where T1 begins: an operation page. Its address."""
    worker.open("/operations/")
    worker.page.locator("main .casework-list a").first.click()
    worker.page.get_by_role("heading", name="Operation").first.wait_for()
    return worker.page.url


def fits(page: Page) -> bool:
    """Nothing has to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def new_child(task: Clicks) -> str:
    """The case's number; where somebody like this child is known, one click says it is not them."""
    page = task.journey.page
    page.wait_for_load_state()
    if page.get_by_role("heading", name="Is it one of these children?").count():
        task.click("button", "None of these: register a new child")
    heading = page.get_by_role("heading", name="Case ").first
    heading.wait_for()
    return heading.inner_text().removeprefix("Case ")


def fill_in(
    task: Clicks, *, name: str, age: str = "about 9", home: str = "Ekumpoano",
    mother: str = "Maame Efua",
) -> None:  # fmt: skip
    """Every question of the page, as a worker on a landing site answers it."""
    task.type("Name as heard", name)
    task.tick("Boy")
    task.type("Age, or date of birth", age)
    task.choose("How do you know the age?", "Estimated by the worker")
    task.choose("Home district", "Ekumfi")
    task.type("Home town or village", home)
    task.type("Mother's name", mother)
    task.choose("Language the child speaks best", "Fante")
    task.type("Place where the child was found", "Landing stage four")
    task.tick("The child needs a doctor today")
    task.choose(
        "On what basis do you keep this record?", "The child agreed, no guardian could be asked"
    )


def register(worker: Journey, **child: str) -> str:
    """The number of a new case."""
    open_first_operation(worker)
    task = Clicks(worker)
    task.click("link", "Add a child")
    fill_in(task, **child)
    task.click("button", "Register this child")
    return new_child(task)


def show_it_is_you(journey: Journey, inside: CaseworkSite, role: str) -> None:
    """Where the page asks for the second factor once more."""
    page = journey.page
    page.wait_for_load_state()
    if not page.locator("#id_step_up_code").count():
        return
    page.locator("#id_step_up_code").fill(
        inside.manage("demo_code", inside.account(role)[0]).split()[-1]
    )
    journey.click("button", "Go on")
    page.wait_for_load_state()


def answers(
    address: str, roles: Iterable[str], case_site: CaseworkSite, chromium: Browser
) -> dict[str, int]:
    """Role to the status that the address gives it."""
    found = {}
    for role in roles:
        page = open_page(chromium, 1280)
        sign_in(page, case_site, role)
        found[role] = page.goto(case_site.url + address).status
        page.context.close()
    return found
