from django.apps import AppConfig


class SitePagesConfig(AppConfig):
    name = "portal.site_pages"
    verbose_name = "Site pages"

    def ready(self) -> None:
        from portal.content.providers import register_provider
        from portal.site_pages.providers import PROVIDERS

        for provider in PROVIDERS:
            register_provider(provider)
