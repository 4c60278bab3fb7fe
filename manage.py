#!/usr/bin/env python
"""Django's command line for either site; `--settings=portal.settings.casework` chooses casework."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.portal")
    execute_from_command_line(sys.argv)
