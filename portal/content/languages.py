"""The languages in which Harbour publishes; ISO 639 codes, English names."""

from __future__ import annotations

from django.db import models


class Language(models.TextChoices):
    ENGLISH = "en", "English"
    TWI = "tw", "Twi"
    EWE = "ee", "Ewe"
    GA = "gaa", "Ga"
    DAGBANI = "dag", "Dagbani"
    HAUSA = "ha", "Hausa"
    FRENCH = "fr", "French"
