from django.apps import AppConfig


class SopLibraryConfig(AppConfig):
    name = "sop_library"
    verbose_name = "Procedures"

    def ready(self) -> None:
        from portal.content.listed import register_lister
        from portal.content.providers import register_provider
        from sop_library.listed import ProcedureLister
        from sop_library.providers import ProcedureProvider

        register_lister(ProcedureLister())
        register_provider(ProcedureProvider())
