"""The vault in Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.core import checks


class VaultConfig(AppConfig):
    """Refuses to start without keys: there is no fallback that would write clear text."""

    name = "casebase.vault"
    label = "vault"

    def ready(self) -> None:
        from casebase.vault import keys
        from casebase.vault.checks import keys_are_safe, sealed_models_can_be_rotated

        keys.current()
        checks.register(keys_are_safe)
        checks.register(sealed_models_can_be_rotated)
