"""The operator's commands run as the owner of the tables, a site never does."""

from __future__ import annotations

from django.db import connections

from portal.settings import environment


def as_the_owner() -> None:
    """Connect as `casebase_owner` where this machine keeps its address.

    An operator who gave the owner's address as `CASEBASE_DATABASE_URL` has done so already.
    """
    if url := environment.read("CASEBASE_OWNER_URL", ""):
        connections["default"].close()
        connections["default"].settings_dict.update(environment.database(url))
