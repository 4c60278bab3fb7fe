"""The one refusal of a bundle, in words that a release officer understands."""

from __future__ import annotations

from portal.core.services import DomainError


class BundleRefused(DomainError):
    """The bundle is refused as a whole and nothing of it is kept; the text says why."""
