"""The fixed words of publications."""

from __future__ import annotations

from django.db import models


class PublicationType(models.TextChoices):
    REPORT = "report", "Report"
    BRIEF = "brief", "Brief"
    LAW = "law", "Law"
    FORM = "form", "Form"
    DATASET = "dataset", "Dataset"
    GUIDANCE = "guidance", "Guidance"
    NEWS = "news", "News"
    TRAINING = "training", "Training material"
    OTHER = "other", "Other publication"


class Licence(models.TextChoices):
    CC_BY = "cc-by-4.0", "Creative Commons Attribution 4.0"
    CC_BY_NC = "cc-by-nc-4.0", "Creative Commons Attribution-NonCommercial 4.0"
    PUBLIC_DOMAIN = "public-domain", "Public domain"
    ALL_RIGHTS = "all-rights-reserved", "All rights reserved: ask before copying"

    @property
    def address(self) -> str:
        """Where the licence can be read; empty where there is no such place."""
        return LICENCE_ADDRESSES.get(self.value, "")


LICENCE_ADDRESSES = {
    "cc-by-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "cc-by-nc-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
}
