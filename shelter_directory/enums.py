"""The directory's fixed vocabularies: codes that are stored, labels that are read."""

from __future__ import annotations

from django.db import models


class ShelterType(models.TextChoices):
    """What kind of place it is; the names that Ghana's referral partners use."""

    GOVERNMENT_CHILD = "government_child", "Government shelter for children"
    GOVERNMENT_ADULT_FEMALE = "government_adult_female", "Government shelter for women"
    NGO_CHILD = "ngo_child", "NGO shelter for children"
    NGO_ADULT = "ngo_adult", "NGO shelter for adults"
    TRANSIT = "transit", "Transit shelter"
    DSW_CHILDREN_CENTRE = "dsw_children_centre", "Social Welfare children’s centre"
    SAFE_HOUSE = "safe_house", "Safe house"
    LICENSED_HOME = "licensed_home", "Licensed residential or foster home"
    FOSTER_LICENCE_OFFICE = "foster_licence_office", "Foster care and licensing office"
    MEDICAL = "medical", "Clinic"
    LEGAL_AID = "legal_aid", "Legal aid office"
    HOTLINE = "hotline", "Telephone service"


# Where survivors sleep. Their address may never be in this database (portal.md, decision 8).
CONFIDENTIAL_TYPES = (
    ShelterType.GOVERNMENT_CHILD,
    ShelterType.GOVERNMENT_ADULT_FEMALE,
    ShelterType.NGO_CHILD,
    ShelterType.NGO_ADULT,
    ShelterType.TRANSIT,
    ShelterType.DSW_CHILDREN_CENTRE,
    ShelterType.SAFE_HOUSE,
    ShelterType.LICENSED_HOME,
)


class Accepts(models.TextChoices):
    """Whom a shelter takes."""

    CHILDREN = "children", "Children"
    WOMEN = "women", "Women"
    MEN = "men", "Men"
    FAMILIES = "families", "Families together"
    DISABILITY = "disability", "People with a disability"


class Sex(models.TextChoices):
    """A limit on whom a shelter takes, on top of `Accepts`."""

    ANY = "any", "Any"
    FEMALE = "female", "Girls and women only"
    MALE = "male", "Boys and men only"


class Service(models.TextChoices):
    """What people get there."""

    ACCOMMODATION = "accommodation", "A place to stay"
    COUNSELLING = "counselling", "Counselling"
    MEDICAL = "medical", "Medical care"
    EDUCATION = "education", "Schooling"
    VOCATIONAL_TRAINING = "vocational_training", "Learning a trade"
    FAMILY_TRACING = "family_tracing", "Finding the family"
    REINTEGRATION = "reintegration", "Going home and staying safe"
    RETURN_SUPPORT = "return_support", "Travel home"
    LEGAL = "legal", "Legal help"
    ADVICE = "advice", "Advice"
    FOSTER_CARE = "foster_care", "Foster families"
    LICENSING = "licensing", "Licences and complaints"
    REFERRAL = "referral", "Sending people to the right service"


class Language(models.TextChoices):
    """Languages spoken by staff; ISO 639 codes, the most spoken first."""

    ENGLISH = "en", "English"
    TWI = "tw", "Twi"
    FANTE = "fat", "Fante"
    EWE = "ee", "Ewe"
    GA = "gaa", "Ga"
    DANGME = "ada", "Dangme"
    DAGBANI = "dag", "Dagbani"
    HAUSA = "ha", "Hausa"
    FRENCH = "fr", "French"
    GONJA = "gjn", "Gonja"
    GURUNE = "gur", "Gurune"
    KUSAAL = "kus", "Kusaal"
    MAMPRULI = "maw", "Mampruli"
    SEFWI = "sfw", "Sefwi"


class ReferralRoute(models.TextChoices):
    """Who may bring or send a person."""

    POLICE = "police", "Police"
    DSW = "dsw", "Social Welfare (DSW)"
    IMMIGRATION = "immigration", "Immigration Service"
    HELPLINE = "helpline", "Helpline"
    SELF = "self", "People themselves"


class IntakeHours(models.TextChoices):
    """When a person can be taken in; the exact hours are in words beside it."""

    ALWAYS = "always", "Day and night"
    SET_HOURS = "set_hours", "At set hours"
    ARRANGED = "arranged", "By arrangement"


class Accepting(models.TextChoices):
    """Whether the shelter takes new people now; never a number of beds."""

    YES = "yes", "Taking people now"
    CALL_FIRST = "call_first", "Call first"
    NO = "no", "Not taking people now"
