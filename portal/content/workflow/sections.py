"""The sections of the site: which group writes in each, and which workflow it goes through."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page, Workflow, WorkflowPage

logger = logging.getLogger(__name__)

PUBLISHERS, VIEWERS = "Publishers", "Viewers"
REVIEWING_GROUPS = ("Reviewers", "Legal reviewers", "Directory validators")


@dataclass(frozen=True)
class Section:
    """A part of the page tree.

    Attributes:
        root: label of the page type at its top; what lies below follows its workflow.
        workflow: name of the workflow, made by a migration, `0005_groups_and_workflows` first.
    """

    root: str
    editors: str
    workflow: str


SITE = Section("site_pages.HomePage", "Site editors", "Site pages")
SECTIONS = {
    "sop_library": Section("sop_library.LibraryPage", "SOP editors", "Procedures"),
    "publications": Section(
        "publications.PublicationIndexPage", "Publications editors", "Publications"
    ),
    "statistics": Section("statistics.StatisticsIndexPage", "Statistics editors", "Statistics"),
    "shelter_directory": Section(
        "shelter_directory.DirectoryPage", "Directory editors", "Directory"
    ),
}


def section_of(page_class: type[Page] | None) -> Section:
    """The section a page type belongs to; what is in no section of its own is a site page."""
    return SECTIONS.get(page_class._meta.app_label, SITE) if page_class else SITE


def attach(page: Page) -> None:
    """Give the top page of a section its editors and its workflow; does nothing to other pages."""
    section = section_of(type(page))
    if page._meta.label != section.root:
        return
    workflow = Workflow.objects.filter(name=section.workflow, active=True).first()
    if workflow is None:
        # Without a workflow nothing in this section can be published, so this is safe, but loud.
        logger.error("workflow of a section is missing, run migrate", extra={"page": page.pk})
        return
    WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": workflow})
    _grant(section.editors, page, "add", "change")
    if section is SITE:
        _grant(PUBLISHERS, page, "publish", "lock", "unlock")
        for group in (*REVIEWING_GROUPS, VIEWERS):
            _grant(group, page, "view")


def _grant(group: str, page: Page, *actions: str) -> None:
    for action in actions:
        GroupPagePermission.objects.get_or_create(
            group=Group.objects.get(name=group),
            page=page,
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename=f"{action}_page"
            ),
        )
