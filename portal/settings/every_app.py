"""For the type checker alone: the apps of both sites at once, as no process ever runs them."""

from __future__ import annotations

from portal.settings.test_casework import *  # noqa: F403 -- Django's own way to extend settings
from portal.settings.test_casework import INSTALLED_APPS as CASEWORK_APPS

from portal.settings.test import *  # type: ignore[assignment]  # isort: skip  # noqa: F403
from portal.settings.test import INSTALLED_APPS  # isort: skip

INSTALLED_APPS = [*INSTALLED_APPS, *(app for app in CASEWORK_APPS if app not in INSTALLED_APPS)]
