"""The directory's tables."""

from shelter_directory.models.directory import DirectoryPage
from shelter_directory.models.records import LONGEST_NOTICE, ShelterAlert, ShelterCheck
from shelter_directory.models.shelters import ShelterPage

__all__ = ["LONGEST_NOTICE", "DirectoryPage", "ShelterAlert", "ShelterCheck", "ShelterPage"]
