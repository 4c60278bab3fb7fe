"""Addresses that were public and are no more."""

from __future__ import annotations

from django.db import models


class Tombstone(models.Model):
    """An address that was taken back: it answers 410 and says so, and keeps nothing else.

    No title and no text: what was withdrawn may have been withdrawn because of them.
    """

    path = models.CharField(max_length=2000, unique=True)  # from the site's root, "/…/"
    withdrawn_on = models.DateField()

    def __str__(self) -> str:
        return self.path
