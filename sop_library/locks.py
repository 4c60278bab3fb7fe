"""Why an edition that was in force can be read in the admin but not changed."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.locks import BaseLock


class FrozenEditionLock(BaseLock):
    """Holds for everybody, superusers included, and for ever."""

    def for_user(self, user: Any) -> bool:
        return True

    def get_message(self, user: Any) -> SafeString:
        # Wagtail's own `w-action` posts with the token of the page; no script of ours.
        return format_html(
            "This edition is {stage}. What was once in force never changes, so that everybody can "
            'see what held on a given day. <span class="buttons"><button type="button" '
            'class="button button-small" data-controller="w-action" data-action="w-action#post" '
            'data-w-action-url-value="{url}">New edition</button></span>',
            stage=self.object.get_status_display().lower(),
            url=reverse("sop_new_edition", args=[self.object.family_id]),
        )

    def get_description(self, user: Any) -> str:
        return "Start a new edition to change the procedure."
