"""The editors' screens: Wagtail's, and ours, one form of each page type among them."""

from __future__ import annotations

import re

from tests.browser.site import Site

# What we wrote ourselves; axe holds these, and the pages before the sign-in.
OURS = (
    "/account/devices/", "/account/password/", "/account/recovery-codes/", "/cms/users/new/",
    "/cms/reviews-due/", "/cms/searches/",
    "/cms/searches/mend/?search=market+girl",
)  # fmt: skip
WAGTAILS = (
    "/cms/", "/cms/pages/", "/cms/reports/workflow/", "/cms/reports/workflow_tasks/",
    "/cms/reports/site-history/", "/cms/documents/", "/cms/images/", "/cms/users/",
    "/cms/snippets/search/synonymset/", "/cms/snippets/search/synonymset/edit/1/",
    "/cms/snippets/search/recommendedresult/", "/cms/snippets/search/recommendedresult/edit/1/",
    "/cms/snippets/search/expectedresult/", "/cms/account/",
)  # fmt: skip
# Where a page of each type is found in the explorer: its own title in the editors' search.
TYPES = (
    "site_pages.homepage", "site_pages.standardpage", "site_pages.helppage", "site_pages.topicpage",
    "site_pages.organisationpage", "sop_library.soppage", "sop_library.sopversionpage",
    "publications.publicationpage", "shelter_directory.shelterpage",
)  # fmt: skip


def every_screen(page, site: Site) -> list[str]:
    """Paths of every screen for somebody who is signed in as an administrator."""
    return [*OURS, *WAGTAILS, *forms_of_page_types(page, site), *first_document(page, site)]


def reviews(page, site: Site) -> list[str]:
    """The screens of reviews that are open, found in the report of tasks; at most one."""
    page.goto(f"{site.url}/cms/")
    links = page.locator("a[href*='/cms/reviews/']")
    return [links.first.get_attribute("href")] if links.count() else []


def forms_of_page_types(page, site: Site) -> list[str]:
    """The edit form of one page of each type."""
    found = []
    for label in TYPES:
        page.goto(f"{site.url}/cms/pages/search/?content_type={label}&q=e")
        links = page.locator("main a[href*='/edit/']")
        if not links.count():
            page.goto(f"{site.url}/cms/pages/types/{label.replace('.', '/')}/")
            links = page.locator("main a[href*='/edit/']")
        found += [links.first.get_attribute("href")] if links.count() else []
    return [re.sub(r"^https?://[^/]+", "", address) for address in found]


def first_document(page, site: Site) -> list[str]:
    page.goto(f"{site.url}/cms/documents/")
    links = page.locator("main a[href*='/documents/edit/']")
    return [links.first.get_attribute("href")] if links.count() else []
