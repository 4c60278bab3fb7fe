"""What the vault refuses, in words that may be shown: they name no child and no place."""

from __future__ import annotations

from django.core.exceptions import ImproperlyConfigured


class KeysMissing(ImproperlyConfigured):
    """The key folder is absent, incomplete, or open to others; nothing starts without it."""


class RecordDamaged(Exception):
    """A sealed value is not what was sealed for this place: changed, moved, or cut."""

    def __init__(self) -> None:
        super().__init__(
            "This record is damaged and cannot be shown. Nothing was changed. "
            "Tell the system administrator; the alarm has been raised."
        )


class KeyErased(Exception):
    """The case was erased for good: its key was destroyed, and nothing can open it again."""

    def __init__(self) -> None:
        super().__init__("This case was erased. What it held cannot be shown again.")
