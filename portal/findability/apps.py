from django.apps import AppConfig


class FindabilityConfig(AppConfig):
    name = "portal.findability"
    verbose_name = "Findability"

    def ready(self) -> None:
        from portal.findability import tombstones

        tombstones.connect()
