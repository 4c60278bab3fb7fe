"""What the rotation may do: exactly the sealed columns of every table that has some."""

from __future__ import annotations

from casebase.vault.rotation.tables import sealed_tables


def _granted() -> dict[str, dict[str, str]]:
    granted = {}
    for table in sealed_tables():
        sealed = ", ".join(table.columns)
        read = ", ".join(dict.fromkeys(("id", table.sealed_by, *table.columns)))
        granted[table.name] = {"key_rotator": f"SELECT ({read}), UPDATE ({sealed})"}
    return granted


TABLES: dict[str, dict[str, str]] = _granted()
FUNCTIONS: dict[str, tuple[str, ...]] = {}
