from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "portal.statistics"
    verbose_name = "Statistics"

    def ready(self) -> None:
        from portal.content.listed import register_lister
        from portal.content.providers import register_provider
        from portal.content.workflow.contributors import register_contributions
        from portal.content.workflow.digest import register_digest_part
        from portal.statistics import services
        from portal.statistics.listed import ReleaseLister
        from portal.statistics.providers import MethodProvider, ReleaseProvider

        register_lister(ReleaseLister())
        register_provider(ReleaseProvider())
        register_provider(MethodProvider())
        register_digest_part(services.digests_of_files)
        register_contributions(services.submitters)
