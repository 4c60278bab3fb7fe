from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    name = "portal.publications"
    verbose_name = "Publications"

    def ready(self) -> None:
        from portal.content.listed import register_lister
        from portal.content.providers import register_provider
        from portal.publications.listed import PublicationLister
        from portal.publications.providers import PublicationProvider

        register_lister(PublicationLister())
        register_provider(PublicationProvider())
