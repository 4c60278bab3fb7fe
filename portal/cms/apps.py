"""The accounts screens of the CMS, and the CMS without inline scripts."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class CmsConfig(AppConfig):
    default = True  # there are three configurations in this module
    name = "portal.cms"
    label = "cms"
    verbose_name = "Accounts in the CMS"

    def ready(self) -> None:
        from wagtail.admin.views.account import NameEmailSettingsPanel
        from wagtail.admin.widgets import BaseChooser

        from portal.cms import forms, starting

        panel: Any = NameEmailSettingsPanel
        panel.form_class = forms.OwnNameForm
        chooser: Any = BaseChooser
        chooser.render = starting.render_chooser


class UsersConfig(WagtailUsersAppConfig):
    """Wagtail's users, by our rules: administrators change them, invitations make them."""

    user_viewset = "portal.cms.accounts.AccountViewSet"

    def ready(self) -> None:
        from django.contrib.auth.models import Group
        from wagtail.permissions import register_permission_policy

        from portal.cms.permissions import AdministratorsOnly
        from portal.core.models import User

        register_permission_policy(User, AdministratorsOnly(User))
        register_permission_policy(Group, AdministratorsOnly(Group))
