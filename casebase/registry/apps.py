from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "casebase.registry"

    def ready(self) -> None:
        from casebase.access import leaving, queries
        from casebase.registry.services import hand_over

        queries.count_cases_with(hand_over.count_cases)
        leaving.ask_before_leaving(hand_over.reason_to_wait)
