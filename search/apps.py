from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = "Search"

    def ready(self) -> None:
        from search import checks, listeners  # noqa: F401 -- models must be loaded first

        listeners.connect()
