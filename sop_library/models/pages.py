"""Procedures: a family under one evergreen address, and its numbered editions."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar, Self

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django.utils.timezone import localtime
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.locks import BaseLock
from wagtail.models import PageManager, Revision
from wagtail.query import PageQuerySet
from wagtail.url_routing import RouteResult

from portal.content.models import BasePage, Clearance
from portal.content.workflow import publishing
from portal.content.workflow.guard import CannotPublish
from sop_library import outline
from sop_library.blocks import ProcedureBlocks
from sop_library.enums import FROZEN, READABLE, ChangeType, EditionStatus
from sop_library.locks import FrozenEditionLock

IDENTIFIER = RegexValidator(
    r"^[A-Z]{2,6}-SOP-\d{3}$", "Write the identifier like this: HTS-SOP-012."
)


class EditionIsFrozen(CannotPublish):
    """An edition that was once in force never changes."""


class CannotComeIntoForce(CannotPublish):
    """An edition does not follow the one in force."""


class AnsweredByView:
    """A page that a view answers, named by its path because views stand above models."""

    answered_by: ClassVar[str]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return import_string(self.answered_by)(request, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return self.serve(request)


class LibraryPage(AnsweredByView, BasePage):
    """The list of every procedure in force."""

    parent_page_types: ClassVar = ["site_pages.HomePage"]
    subpage_types: ClassVar = ["sop_library.SopPage"]
    max_count = 1

    answered_by: ClassVar = "sop_library.views.library"


class SopPage(AnsweredByView, BasePage):
    """One procedure through all its editions; its address always shows the edition in force."""

    identifier = models.CharField(
        max_length=20,
        unique=True,
        validators=[IDENTIFIER],
        help_text="Stays for ever, for instance HTS-SOP-012.",
    )

    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("identifier")]
    parent_page_types: ClassVar = ["sop_library.LibraryPage"]
    subpage_types: ClassVar = ["sop_library.SopVersionPage"]
    answered_by: ClassVar = "sop_library.views.procedure"
    may_be_copied: ClassVar = False  # its editions belong to one identifier
    may_be_unpublished: ClassVar = False  # a procedure is withdrawn, with a reason

    @classmethod
    def kept_current(cls) -> PageQuerySet:
        """None: what is reviewed is the edition in force."""
        return cls.objects.none()

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if self.live and path_components == ["compare"]:
            return RouteResult(self, kwargs={"is_comparison": True})
        return super().route(request, path_components)

    def serve(
        self, request: HttpRequest, *args: Any, is_comparison: bool = False, **kwargs: Any
    ) -> HttpResponse:
        if is_comparison:
            return import_string("sop_library.views.comparison")(request, self)
        return super().serve(request)


class EditionQuerySet(PageQuerySet):
    def in_force(self) -> Self:
        """At most one of each family."""
        return self.filter(status=EditionStatus.IN_FORCE)

    def readable(self) -> Self:
        """What anyone may read: in force or superseded, and published."""
        return self.filter(status__in=READABLE, live=True)


class SopVersionPage(AnsweredByView, BasePage):
    """One edition of a procedure; nobody can change it once it is in force."""

    family = models.ForeignKey(
        SopPage, on_delete=models.PROTECT, related_name="editions", editable=False
    )
    family.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]  # no citation
    number = models.PositiveSmallIntegerField(editable=False, validators=[MinValueValidator(1)])
    status = models.CharField(
        max_length=12, choices=EditionStatus, default=EditionStatus.DRAFT, editable=False
    )
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="superseded_by"
    )
    supersedes.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]
    approved_on = models.DateField(null=True, help_text="The day the body below adopted this text.")
    approver_body = models.CharField(
        max_length=160, help_text="For instance “Human Trafficking Management Board”."
    )
    in_force_from = models.DateTimeField(
        null=True, help_text="The minute, in Accra, at which this edition replaces the one before."
    )
    superseded_at = models.DateTimeField(null=True, editable=False)
    legal_basis = models.CharField(max_length=300, help_text="Acts, regulations and conventions.")
    change_type = models.CharField(max_length=12, choices=ChangeType)
    change_summary = models.TextField(
        max_length=600, help_text="What is different now, for those who knew the edition before."
    )
    body = StreamField(ProcedureBlocks())

    # Required here when it is published, though not of every page.
    summary = models.TextField(max_length=300, help_text="One or two sentences.")
    owner_organisation = models.ForeignKey(
        "content.Organisation", on_delete=models.PROTECT, null=True, related_name="+"
    )
    review_due_on = models.DateField(null=True)

    objects = PageManager.from_queryset(EditionQuerySet)()

    content_panels: ClassVar = [
        HelpPanel(template="sop_library/admin/edition_help.html"),
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("change_type"), FieldPanel("change_summary")],
            heading="What changes with this edition",
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("in_force_from"), FieldPanel("review_due_on")]),
                FieldRowPanel([FieldPanel("approver_body"), FieldPanel("approved_on")]),
                FieldPanel("legal_basis"),
            ],
            heading="Force and law",
        ),
        FieldPanel("body"),
    ]
    promote_panels: ClassVar = [
        MultiFieldPanel(
            [FieldPanel("topics"), FieldPanel("owner_organisation")], heading="Where it belongs"
        )
    ]
    settings_panels: ClassVar[
        list[Any]
    ] = []  # the worker switches at `in_force_from`; there is no other date
    parent_page_types: ClassVar = ["sop_library.SopPage"]
    subpage_types: ClassVar[list[str]] = []
    answered_by: ClassVar = "sop_library.views.edition"
    bookkeeping_fields: ClassVar = frozenset(
        {"status", "superseded_at", "supersedes", "number", "family", "go_live_at"}
    )
    may_be_unpublished: ClassVar = False  # an edition is withdrawn, with a reason
    may_be_copied: ClassVar = False  # “New edition” copies

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_edition_in_force_per_procedure",
                fields=["family"],
                condition=Q(status=EditionStatus.IN_FORCE),
                violation_error_message="Another edition of this procedure is in force.",
            ),
            models.UniqueConstraint(name="edition_numbers_are_unique", fields=["family", "number"]),
            models.CheckConstraint(
                name="edition_in_force_knows_since_when",
                condition=~Q(status__in=FROZEN) | Q(in_force_from__isnull=False),
                violation_error_message="Say from when this edition is in force.",
            ),
            models.CheckConstraint(
                name="edition_is_superseded_after_it_was_in_force",
                condition=Q(superseded_at=None) | Q(superseded_at__gte=F("in_force_from")),
                violation_error_message="An edition cannot be superseded before it is in force.",
            ),
        ]

    @classmethod
    def kept_current(cls) -> EditionQuerySet:
        """Superseded editions stay readable, and nobody reviews them any more."""
        return cls.objects.in_force()

    @property
    def identifier(self) -> str:
        return f"{self.family.identifier}/v{self.number}"

    @property
    def is_in_force(self) -> bool:
        return self.status == EditionStatus.IN_FORCE

    @property
    def is_frozen(self) -> bool:
        return self.status in FROZEN

    def is_overdue(self, *, on: dt.date) -> bool:
        """Whether its review was due before `on`, so that readers are told."""
        return self.is_in_force and self.review_due_on is not None and self.review_due_on < on

    @cached_property
    def sections(self) -> tuple[outline.Section, ...]:
        return outline.sections(self.body)

    def get_admin_display_title(self) -> str:
        return f"{super().get_admin_display_title()} (edition {self.number})"

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Found while it can be read, and after: a withdrawn edition tells why."""
        if not path_components and self.status == EditionStatus.WITHDRAWN:
            return RouteResult(self)
        return super().route(request, path_components)

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """A draft's text, with the stage and number that belong to the edition, not to a draft."""
        draft = super().with_content_json(content)
        for name in ("status", "family_id", "number", "supersedes_id", "superseded_at"):
            setattr(draft, name, getattr(self, name))
        return draft

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            if self.family_id is None:
                self._take_number(self.get_parent().specific)
        else:
            self._require_not_frozen()
        super().save(*args, **kwargs)

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        self._require_not_frozen()
        if self.status == EditionStatus.APPROVED and not self.approved_schedule:
            self.mark_stage(EditionStatus.DRAFT)  # its date was cancelled, and now its text changes
        return super().save_revision(*args, **kwargs)

    def _require_not_frozen(self) -> None:
        stored = type(self).objects.filter(pk=self.pk).values_list("status", flat=True).first()
        if stored in FROZEN:
            raise EditionIsFrozen(
                f"Edition {self.number} of {self.family.identifier} is "
                f"{EditionStatus(stored).label.lower()} and cannot be changed. Start a new edition."
            )

    def get_lock(self) -> BaseLock | None:
        return FrozenEditionLock(self) if self.is_frozen else super().get_lock()

    def before_publishing(self, *, now: dt.datetime) -> None:
        """Plan the edition for its minute, or let it take over from the one in force.

        Raises:
            CannotComeIntoForce: the edition in force began later than this one would.
        """
        is_planned = self.in_force_from is not None and self.in_force_from > now
        self.go_live_at = self.in_force_from if is_planned else None
        if is_planned:
            self.status = EditionStatus.APPROVED
        else:
            self._take_over()

    def _take_over(self) -> None:
        if self.in_force_from is None:
            raise CannotComeIntoForce("Say from when this edition is in force, then submit again.")
        family = SopPage.objects.select_for_update().get(pk=self.family_id)
        before = family.editions.filter(status=EditionStatus.IN_FORCE).exclude(pk=self.pk).first()
        if before:
            if before.in_force_from >= self.in_force_from:
                raise CannotComeIntoForce(
                    f"Edition {before.number} has been in force since "
                    f"{localtime(before.in_force_from):%d %B %Y, %H:%M}. Choose a later minute."
                )
            before.mark_superseded(at=self.in_force_from)
            self.supersedes = before
        self.status = EditionStatus.IN_FORCE

    def after_publishing(self, *, clearance: Clearance, now: dt.datetime) -> None:
        """Show the edition under the evergreen address, approved together with it."""
        cover = SopPage.objects.get(pk=self.family_id)
        cover.title, cover.summary = self.title, self.summary
        cover.owner_organisation = self.owner_organisation
        cover.first_published_at = cover.first_published_at or self.in_force_from
        cover.topics.set(self.topics.all())
        publishing.publish_along(cover, because=clearance)

    def on_review_started(self) -> None:
        self.mark_stage(EditionStatus.IN_REVIEW)

    def on_review_ended(self) -> None:
        self.mark_stage(EditionStatus.DRAFT)

    def compared_in_review(self) -> SopVersionPage | None:
        return type(self).objects.in_force().filter(family=self.family_id).first()

    def _take_number(self, family: SopPage) -> None:
        latest = family.editions.order_by("-number").first()
        self.family = family
        self.number = latest.number + 1 if latest else 1
        self.slug = f"v{self.number}"
        self.supersedes = self.supersedes or latest

    def mark_superseded(self, *, at: dt.datetime) -> None:
        """Say that a later edition has replaced this one; its text stays as it is."""
        self.status, self.superseded_at = EditionStatus.SUPERSEDED, at
        type(self).objects.filter(pk=self.pk).update(status=self.status, superseded_at=at)

    def mark_withdrawn(self) -> None:
        """Take the edition out of use; its address tells why."""
        self.status, self.live = EditionStatus.WITHDRAWN, False
        type(self).objects.filter(pk=self.pk).update(status=self.status, live=False)

    def mark_stage(self, status: EditionStatus) -> None:
        """Record where an edition that is not yet in force stands."""
        self.status = status
        type(self).objects.filter(pk=self.pk).exclude(status__in=FROZEN).update(status=status)
