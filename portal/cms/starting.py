"""Starting the CMS's widgets without inline scripts, so that its policy can forbid them.

Note [No inline script in the CMS]: Wagtail 8 starts a few widgets by a `<script>` beside them. A
policy that allows those allows an attacker's too. So each becomes an element that says in data
which function to start with which values, and `cms/start.js` starts the functions it knows by
name. Templates under `templates/wagtailadmin/` do it for dates and panels, this module for
choosers.
"""

from __future__ import annotations

import json
import re
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

CALL = re.compile(r"^(?:new )?(?P<name>\w+)\((?P<values>.*)\);?$", re.DOTALL)


def render_chooser(
    self: Any, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
) -> SafeString:
    """In place of `BaseChooser.render`: the same field, started from data."""
    element_id = (attrs or {})["id"]
    value_data = self.get_value_data(value)
    field = self.render_html(name, value_data, attrs)
    return format_html(
        "{}{}", field, start_element(self.render_js_init(element_id, name, value_data))
    )


def start_element(script: str) -> SafeString:
    """The element for a script that is one call with literal values.

    Raises:
        ValueError: the script is anything else; a new Wagtail needs a look here.
    """
    call = CALL.match(script.strip())
    if call is None:
        raise ValueError("A widget of the CMS starts in a way that portal.cms.starting lacks.")
    values = json.dumps(json.loads(f"[{call['values']}]"))
    return format_html(
        '<span hidden data-start="{}" data-values="{}"></span>', call["name"], values
    )
