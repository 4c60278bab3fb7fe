"""Regions and districts of Ghana, and the other names people give them."""

from __future__ import annotations

from django.db import models


class Region(models.Model):
    """One of the regions of Ghana, with the date on which somebody checked it."""

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    capital = models.CharField(max_length=60)
    verified_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class District(models.Model):
    """A metropolitan, municipal or district assembly."""

    class Kind(models.TextChoices):
        METROPOLITAN = "metropolitan", "Metropolitan"
        MUNICIPAL = "municipal", "Municipal"
        DISTRICT = "district", "District"

    code = models.SlugField(max_length=80, unique=True)
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="districts")
    name = models.CharField(max_length=80)
    capital = models.CharField(max_length=80, blank=True)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.DISTRICT)
    verified_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class PlaceAlias(models.Model):
    """Another name under which people write a region or district; public lists disagree."""

    name = models.CharField(max_length=80)
    region = models.ForeignKey(
        Region, on_delete=models.CASCADE, null=True, blank=True, related_name="aliases"
    )
    district = models.ForeignKey(
        District, on_delete=models.CASCADE, null=True, blank=True, related_name="aliases"
    )

    class Meta:
        verbose_name_plural = "place aliases"
        constraints = [
            models.CheckConstraint(
                name="place_alias_names_one_place",
                condition=models.Q(region=None) ^ models.Q(district=None),
                violation_error_message="An alias belongs to a region or to a district, not both.",
            )
        ]

    def __str__(self) -> str:
        return self.name
