"""What holds on every screen of casework that some role can walk to, on a phone.

A page that is added tomorrow and linked from somewhere is looked at that day.
"""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import casework, casework_screens

pytestmark = pytest.mark.slow
FINGER = 44  # CSS pixels, WCAG 2.5.5
LEAST = 60  # screens; fewer means that the walk stopped somewhere
# Whatever is pressed, apart from links inside a sentence; a tick-box is pressed by its label.
TOO_SMALL = """least => [...document.querySelectorAll(
    'button, select, summary, nav a, a.govuk-button, .govuk-back-link, input:not([type=hidden])'
  )]
  .filter(it => !/checkbox|radio/.test(it.type || ''))
  .filter(it => it.offsetHeight && it.getBoundingClientRect().height < least)
  .map(it => it.innerText || it.name)"""
# A table of words is a list on a phone; one of numbers may be scrolled.
CUT_OFF = """() => [...document.querySelectorAll('.harbour-table')]
  .filter(it => !it.querySelector('.govuk-table__cell--numeric'))
  .filter(it => it.scrollWidth > it.clientWidth + 1)
  .map(it => it.getAttribute('aria-label'))"""


def faults(page) -> list[object]:
    broken = [one["id"] for one in Axe().run(page).response["violations"]]
    headings = page.locator("h1").count()
    return [
        *broken,
        *([] if casework.fits(page) else ["wider than the screen"]),
        *([] if headings == 1 else [f"{headings} first headings"]),
        *(f"too small: {words}" for words in page.evaluate(TOO_SMALL, FINGER)),
        *(f"cut off: {table}" for table in page.evaluate(CUT_OFF)),
    ]


def test_every_screen_reads_on_a_phone_fits_a_finger_and_breaks_no_rule_of_access(site, chromium):
    found, seen = {}, 0
    for page, name in casework_screens.every_screen(chromium, casework.of(site), 360):
        seen += 1
        if broken := faults(page):
            found[name] = broken

    assert seen >= LEAST
    assert found == {}
