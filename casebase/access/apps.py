from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    name = "casebase.access"

    def ready(self) -> None:
        from casebase.access import checks, install, plain_words  # noqa: F401 -- checks register themselves

        plain_words.use()
        post_migrate.connect(install.after_migrate, sender=self)
