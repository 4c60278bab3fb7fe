from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    name = "casebase.access"

    def ready(self) -> None:
        from casebase.access import checks, install  # noqa: F401 -- checks register themselves

        post_migrate.connect(install.after_migrate, sender=self)
