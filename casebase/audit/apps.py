from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "casebase.audit"

    def ready(self) -> None:
        from casebase.audit import checks  # noqa: F401 -- checks register themselves
