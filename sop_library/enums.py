"""The stages of an edition, and how much it changes what people must do."""

from django.db import models


class EditionStatus(models.TextChoices):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    APPROVED = "approved", "Approved, not yet in force"
    IN_FORCE = "in_force", "In force"
    SUPERSEDED = "superseded", "Superseded"
    WITHDRAWN = "withdrawn", "Withdrawn"


class ChangeType(models.TextChoices):
    FIRST = "first", "First edition"
    EDITORIAL = "editorial", "Editorial: the same duties in clearer words"
    SUBSTANTIVE = "substantive", "Substantive: somebody must do something else"
    LEGAL = "legal", "Legal: the law behind it changed"


# What anyone may read, and what nobody may change any more.
READABLE = (EditionStatus.IN_FORCE, EditionStatus.SUPERSEDED)
FROZEN = (EditionStatus.IN_FORCE, EditionStatus.SUPERSEDED, EditionStatus.WITHDRAWN)
