from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ContentConfig(AppConfig):
    name = "portal.content"
    verbose_name = "What every public page shares"

    def ready(self) -> None:
        from wagtail.permissions import register_permission_policy

        from portal.content.change_notices import install_triggers
        from portal.content.files import removal, visibility
        from portal.content.files.models import PortalDocument
        from portal.content.files.permissions import DocumentPermissionPolicy
        from portal.content.workflow import wiring

        post_migrate.connect(install_triggers, sender=self)
        visibility.connect()
        removal.connect()
        # Exact, so that the policy Wagtail registers for its document model comes second.
        register_permission_policy(PortalDocument, DocumentPermissionPolicy(), exact_class=True)
        wiring.connect()
