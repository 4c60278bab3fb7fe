from django.apps import AppConfig


class ShelterDirectoryConfig(AppConfig):
    name = "shelter_directory"
    verbose_name = "Shelters and services"

    def ready(self) -> None:
        from portal.content.listed import register_lister
        from portal.content.providers import register_provider
        from portal.content.urgent import register_notices, register_places_to_call
        from shelter_directory import neighbours, urgent
        from shelter_directory.listed import ShelterLister
        from shelter_directory.providers import ShelterProvider

        register_lister(ShelterLister())
        register_provider(ShelterProvider())
        register_notices(urgent.notices)
        register_places_to_call(urgent.places_to_call)
        neighbours.connect()
