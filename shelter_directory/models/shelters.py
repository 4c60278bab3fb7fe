"""What the public may know about a shelter or service; no confidential address is ever here."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from portal.content.models import BasePage
from shelter_directory import enums, public
from shelter_directory.fields import CodesField
from shelter_directory.freshness import check_due_before
from shelter_directory.models.records import ShelterAlert

# A Ghana Post digital address, or a pair of coordinates: both lead to one house.
POINTS_TO_A_HOUSE = re.compile(
    r"\b[A-Z][A-Z0-9][- ]?\d{3,4}[- ]\d{4}\b|-?\d{1,2}\.\d{3,}\s*[,; ]\s*-?\d{1,3}\.\d{3,}"
)


class ShelterQuerySet(PageQuerySet):
    def for_public(self) -> Self:
        """Live entries, each knowing whether its district may be named (`place_is_shown`).

        A district is named when the house itself is public, or when at least two hidden houses
        share the district; otherwise the district would point to one house.
        """
        neighbours = ShelterPage.objects.live().filter(
            district=OuterRef("district"), public_address=""
        )
        return (
            self.live()
            .select_related("region", "district", "owner_organisation")
            .annotate(
                place_is_shown=Q(district__isnull=False)
                & (~Q(public_address="") | Exists(neighbours.exclude(pk=OuterRef("pk"))))
            )
        )

    def check_due(self, *, on: dt.date) -> Self:
        """Live entries to be checked now or within a fortnight, the longest unchecked first."""
        due = Q(checked_on=None) | Q(checked_on__lt=check_due_before(on))
        return self.live().filter(due).order_by(F("checked_on").asc(nulls_first=True), "pk")


def _codes(vocabulary: type[models.TextChoices], **options: Any) -> CodesField:
    base = models.CharField(max_length=24, choices=vocabulary.choices)
    return CodesField(base, default=list, blank=True, **options)


def _only_codes(name: str, field: str, vocabulary: type[models.TextChoices]) -> Any:
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{field}__contained_by": list(vocabulary.values)}),
        violation_error_message="Choose from the list.",
    )


class ShelterPage(BasePage):
    """One shelter or service, as everybody may know it. Field names follow HSDS 3."""

    # Changed at once by a check or by the shelter itself, so they are no part of a revision:
    # publishing an older draft must not bring an older status back (decision 3).
    STATUS_FIELDS: ClassVar = ("accepting", "checked_on", "checked_by")
    bookkeeping_fields: ClassVar = frozenset(STATUS_FIELDS)  # no reviewer has to approve them

    alternate_name = models.CharField(max_length=160, blank=True)
    provider_name = models.CharField(
        max_length=160,
        blank=True,
        help_text="Who runs it, where it is not among the organisations.",
    )
    description = models.TextField(max_length=4000, blank=True)
    shelter_type = models.CharField(max_length=24, choices=enums.ShelterType)
    service_area = models.CharField(
        max_length=300, blank=True, help_text="In words: where the people come from."
    )
    serves_all_regions = models.BooleanField(default=False)
    region = models.ForeignKey("core.Region", on_delete=models.PROTECT, related_name="+")
    district = models.ForeignKey(
        "core.District",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Shown only while it does not point to one hidden house. May stay empty.",
    )
    accepts = _codes(enums.Accepts)
    sex = models.CharField(max_length=8, choices=enums.Sex, default=enums.Sex.ANY)
    minimum_age = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    maximum_age = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    eligibility_description = models.CharField(max_length=300, blank=True)
    services = _codes(enums.Service)
    languages = _codes(enums.Language)
    intake_hours = models.CharField(
        max_length=10, choices=enums.IntakeHours, default=enums.IntakeHours.ARRANGED
    )
    intake_hours_description = models.CharField(max_length=160, blank=True)
    accepts_referral_from = _codes(enums.ReferralRoute)
    referral_description = models.TextField(
        max_length=1000, blank=True, help_text="How to refer someone. Never ask for a name by mail."
    )
    phone = models.CharField(max_length=40, help_text="The contact point, not a private number.")
    phone_description = models.CharField(max_length=160, blank=True)
    other_phone = models.CharField(max_length=40, blank=True)
    sms = models.CharField(
        max_length=20, blank=True, help_text="A number that takes text messages."
    )
    public_address = models.CharField(
        max_length=300,
        blank=True,
        help_text="Only for an office or clinic that receives visitors and has signed for it.",
    )
    address_signed_off_by = models.CharField(max_length=120, blank=True)
    address_signed_off_on = models.DateField(null=True, blank=True)
    accepting = models.CharField(
        max_length=12, choices=enums.Accepting, default=enums.Accepting.CALL_FIRST
    )
    checked_on = models.DateField(null=True, blank=True, editable=False)
    checked_by = models.CharField(max_length=120, blank=True, editable=False)

    objects = PageManager.from_queryset(ShelterQuerySet)()

    template = "shelter_directory/shelter.html"
    parent_page_types: ClassVar = ["shelter_directory.DirectoryPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("alternate_name"),
        FieldPanel("provider_name"),
        FieldPanel("shelter_type"),
        FieldPanel("description"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("region"), FieldPanel("district")]),
                FieldPanel("service_area"),
                FieldPanel("serves_all_regions"),
            ],
            heading="Where",
        ),
        MultiFieldPanel(
            [
                FieldPanel("accepts"),
                FieldPanel("sex"),
                FieldRowPanel([FieldPanel("minimum_age"), FieldPanel("maximum_age")]),
                FieldPanel("eligibility_description"),
            ],
            heading="Whom it takes",
        ),
        FieldPanel("services"),
        FieldPanel("languages"),
        MultiFieldPanel(
            [
                FieldPanel("phone"),
                FieldPanel("phone_description"),
                FieldRowPanel([FieldPanel("other_phone"), FieldPanel("sms")]),
                FieldPanel("intake_hours"),
                FieldPanel("intake_hours_description"),
                FieldPanel("accepts_referral_from"),
                FieldPanel("referral_description"),
            ],
            heading="How to reach it",
        ),
        MultiFieldPanel(
            [
                FieldPanel("public_address"),
                FieldPanel("address_signed_off_by"),
                FieldPanel("address_signed_off_on"),
            ],
            heading="Address for visitors (never of a house where survivors stay)",
        ),
    ]

    class Meta:
        verbose_name = "shelter or service"
        verbose_name_plural = "shelters and services"
        permissions = [("confirm_shelter", "Can confirm that an entry is right, or change status")]
        constraints = [
            models.CheckConstraint(
                name="shelter_confidential_type_has_no_address",
                condition=Q(public_address="") | ~Q(shelter_type__in=enums.CONFIDENTIAL_TYPES),
                violation_error_message=(
                    "A place where survivors stay has no address here. Leave the address empty; "
                    "the casework site keeps it."
                ),
            ),
            models.CheckConstraint(
                name="shelter_address_is_signed_off",
                condition=Q(public_address="")
                | (Q(address_signed_off_on__isnull=False) & ~Q(address_signed_off_by="")),
                violation_error_message=(
                    "An address needs the office that signed for it, and the day it did."
                ),
            ),
            models.CheckConstraint(
                name="shelter_ages_are_in_order",
                condition=Q(minimum_age=None)
                | Q(maximum_age=None)
                | Q(minimum_age__lte=F("maximum_age")),
                violation_error_message="The lowest age is above the highest. Swap them.",
            ),
            models.CheckConstraint(
                name="shelter_checked_by_somebody",
                condition=Q(checked_on=None) | ~Q(checked_by=""),
                violation_error_message="Say which office checked the entry.",
            ),
            _only_codes("shelter_accepts_known_codes", "accepts", enums.Accepts),
            _only_codes("shelter_services_known_codes", "services", enums.Service),
            _only_codes("shelter_languages_known_codes", "languages", enums.Language),
            _only_codes(
                "shelter_referral_routes_known_codes", "accepts_referral_from", enums.ReferralRoute
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def key(self) -> str:
        """What search, feeds and the API call this entry, for life."""
        return f"shelter:{self.pk}"

    def may_show_address(self) -> bool:
        return bool(self.public_address) and self.shelter_type not in enums.CONFIDENTIAL_TYPES

    def shown_to_public(self, *, today: dt.date) -> public.PublicShelter:
        """The public projection; asks for the neighbours where `for_public` was not used."""
        shown = getattr(self, "place_is_shown", None)
        if shown is None:
            others = ShelterPage.objects.live().exclude(pk=self.pk)
            shown = self.may_show_address() or (
                self.district_id is not None
                and others.filter(district=self.district_id, public_address="").exists()
            )
        return public.project(self, place_is_shown=shown, today=today)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["shelter"] = self.shown_to_public(today=timezone.localdate())
        notices = ShelterAlert.objects.showing(at=timezone.now()).about(self)
        context["notices"], context["noticed"] = notices, notices.noticed()
        return context

    def clean(self) -> None:
        super().clean()
        if self.district and self.district.region_id != self.region_id:
            raise ValidationError({"district": "This district lies in another region."})
        if self.shelter_type in enums.CONFIDENTIAL_TYPES:
            self._refuse_what_points_to_a_house()

    def _refuse_what_points_to_a_house(self) -> None:
        for field in self._meta.get_fields():
            text = getattr(self, field.name, "") if isinstance(field, _TEXT) else ""
            if POINTS_TO_A_HOUSE.search(text or ""):
                message = (
                    "This looks like a digital address or coordinates of a place where "
                    "survivors stay. Remove it; the casework site keeps it."
                )
                raise ValidationError({field.name: message})

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Also remembers the region it leaves, whose entries may have to hide their district."""
        before = ShelterPage.objects.filter(pk=self.pk).values_list("region", flat=True)
        self.left_region_id = before.first() if self.pk else None
        return super().save(*args, **kwargs)

    def serializable_data(self) -> dict[str, Any]:
        """What a revision keeps: never an address that the live row could not keep."""
        data = super().serializable_data()
        if self.shelter_type in enums.CONFIDENTIAL_TYPES:
            data["public_address"] = ""
        return data

    def with_content_json(self, content: dict[str, Any]) -> ShelterPage:
        """A revision of this entry, with the status of today (see STATUS_FIELDS)."""
        page = super().with_content_json(content)
        now = ShelterPage.objects.filter(pk=self.pk).values(*self.STATUS_FIELDS).first() or {}
        for field, value in now.items():
            setattr(page, field, value)
        return page

    def mark_checked(self, *, on: dt.date, by: str, accepting: str) -> None:
        self.checked_on, self.checked_by, self.accepting = on, by, accepting
        self.save(update_fields=self.STATUS_FIELDS, clean=False)


_TEXT = (models.CharField, models.TextField)
