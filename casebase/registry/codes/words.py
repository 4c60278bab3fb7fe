"""The code lists of a registration. Values are HTCDS 2.0's where it has one (IOM, CC BY 4.0)."""

from __future__ import annotations

from django.db import models


class Sex(models.TextChoices):
    FEMALE = "Female", "Girl"
    MALE = "Male", "Boy"
    UNKNOWN = "NotKnown", "Not known"


class AgeBasis(models.TextChoices):
    """How we know the age: it decides how far the figure is trusted."""

    DOCUMENT = "document", "A document shows it"
    TOLD = "told", "The child or a relative told us"
    ESTIMATED = "estimated", "Estimated by the worker"
    MEDICAL = "medical", "Estimated by a doctor"


class VictimStatus(models.TextChoices):
    """vic_Status of HTCDS."""

    POSSIBLE = "PossibleVictimOfTrafficking", "Possible victim"
    ACTUAL = "ActualVictimOfTrafficking", "Confirmed victim"
    NOT_A_VICTIM = "NotAVictimOfTrafficking", "Not a victim"


class DecidingBody(models.TextChoices):
    """vic_StatusDecisionMakingOrganization of HTCDS."""

    POLICE = "Police", "Police"
    NGO = "NGO", "Non-governmental organisation"
    COURT = "CourtOrProsecution", "Court or prosecution"
    GOVERNMENT = "NonPoliceGovernmentalOrganization", "Government body other than the police"
    OTHER = "Other", "Another body"


class LegalBasis(models.TextChoices):
    """Why the record may be kept (Act 843 ss 17-20; Act 694 ss 14-18; Act 560)."""

    CHILD_AND_GUARDIAN = "child_and_guardian", "The child and a guardian agreed"
    CHILD = "child", "The child agreed, no guardian could be asked"
    COURT = "court", "A court's care order"
    PROTECTION = "protection", "Rescue and temporary care (Act 694, sections 14 and 15)"


class Source(models.TextChoices):
    """How the person came to notice."""

    PROACTIVE = "proactive", "Patrol, inspection or outreach"
    HOTLINE = "hotline", "Hotline or message"
    SELF = "self", "Came by themselves"
    COMMUNITY = "community", "Community member or relative"
    NGO = "ngo", "Non-governmental organisation"
    OTHER = "other", "Another way"


class Language(models.TextChoices):
    EWE = "ewe", "Ewe"
    FANTE = "fat", "Fante"
    TWI = "twi", "Twi"
    GA = "gaa", "Ga"
    DANGME = "ada", "Dangme"
    HAUSA = "hau", "Hausa"
    ENGLISH = "eng", "English"
    FRENCH = "fra", "French"
    OTHER = "other", "Another language"


class Nationality(models.TextChoices):
    """Ghana, its neighbours and the countries children are most often brought from (ISO 3166-1)."""

    GHANA = "GH", "Ghanaian"
    BENIN = "BJ", "Beninese"
    BURKINA_FASO = "BF", "Burkinabe"
    IVORY_COAST = "CI", "Ivorian"
    MALI = "ML", "Malian"
    NIGER = "NE", "Nigerien (Niger)"
    NIGERIA = "NG", "Nigerian (Nigeria)"
    TOGO = "TG", "Togolese"
    OTHER = "XX", "Another nationality"  # XX: one of those that the standard leaves to its users
    UNKNOWN = "", "Not known"


class Stage(models.TextChoices):
    """The stages of Act 694, sections 14 to 18."""

    RESCUE = "rescue", "Rescue"
    TEMPORARY_CARE = "temporary_care", "Temporary care"
    COUNSELLING = "counselling", "Counselling"
    TRACING = "tracing", "Family tracing"
    REHABILITATION = "rehabilitation", "Rehabilitation"
    REINTEGRATION = "reintegration", "Reintegration"
    MONITORING = "monitoring", "Monitoring"
    CLOSED = "closed", "Closed"


class Exploitation(models.TextChoices):
    """hte_TypeOfExploitation of HTCDS."""

    FORCED_LABOUR = "ForcedLabour", "Forced labour"
    CHILD_LABOUR = "ChildLabour", "Child labour"
    SEXUAL = "SexualExploitation", "Sexual exploitation"
    BEGGING = "ForcedBegging", "Forced begging"
    MARRIAGE = "ForcedMarriage", "Forced marriage"
    SERVITUDE = "Servitude", "Servitude"
    ADOPTION = "ForcedAdoption", "Forced adoption"
    ORGANS = "OrganRemoval", "Organ removal"
    OTHER = "Other", "Another kind"


class LakeTask(models.TextChoices):
    """What children are made to do on Lake Volta; each is forced or child labour in fishing."""

    BAILING = "bailing", "Bailing water"
    DISENTANGLING = "disentangling", "Freeing nets under water"
    DIVING = "diving", "Diving"
    PADDLING = "paddling", "Paddling and casting"
    PROCESSING = "processing", "Smoking or carrying fish"
    HOUSEWORK = "housework", "Housework"
    NONE = "", "Not on the lake"


class Channel(models.TextChoices):
    """How a tip-off came in."""

    HOTLINE = "hotline", "Hotline call"
    SMS = "sms", "Text message"
    WALK_IN = "walk_in", "Somebody came in"
    POLICE_DESK = "police_desk", "Police desk"


class ReportState(models.TextChoices):
    """What became of a tip-off."""

    WAITING = "waiting", "Waiting"
    OPERATION = "operation", "Became an operation"
    CASE = "case", "Became a case"
    CLOSED = "closed", "Closed"


class ReportClosing(models.TextChoices):
    """Why nothing came of a tip-off."""

    KNOWN = "known", "We know of it already"
    NOT_TRAFFICKING = "not_trafficking", "Not about trafficking"
    PASSED_ON = "passed_on", "Passed on to another body"
    TOO_LITTLE = "too_little", "Too little to act on"
    UNTRUE = "untrue", "Looked into and found untrue"


class SuspectRole(models.TextChoices):
    """per_RoleInProcess of HTCDS, those a worker can tell apart."""

    RECRUITER = "RecruiterOrIntermediary", "Recruited, or was the go-between"
    TRANSPORTER = "Transporter", "Transported"
    COMPANION = "TravellingPartner", "Travelled along"
    HARBOURED = "HarbouredIndividual", "Kept the child"
    SOLD = "SoldIndividual", "Sold or gave away"
    BOUGHT = "BoughtIndividual", "Bought or paid for"
    RECEIVED = "ReceivedIndividual", "Received"
    CONTROLLED = "ControlledIndividual", "Controlled"
    ABUSER = "Abuser", "Abused"
    KIDNAPPER = "Kidnapper", "Kidnapped"
    EXPLOITER = "Exploiter", "Exploited"
    OTHER = "Other", "Another part"


class SuspectRelation(models.TextChoices):
    """What a suspect is to the child."""

    PARENT = "parent", "Parent"
    RELATIVE = "relative", "Other relative"
    GUARDIAN = "guardian", "Guardian or carer"
    EMPLOYER = "employer", "Employer or boat owner"
    NEIGHBOUR = "neighbour", "Neighbour or family friend"
    OFFICIAL = "official", "Official"
    STRANGER = "stranger", "Stranger"
    UNKNOWN = "unknown", "Not known"


class LinkKind(models.TextChoices):
    """What one person is to another."""

    SIBLING = "sibling", "Brother or sister"
    RESCUED_TOGETHER = "rescued_together", "Lived or was found together"
    PARENT = "parent", "Parent"
    CARER = "carer", "Carer"
    RELATIVE = "relative", "Other relative"
    RECRUITER = "recruiter", "Alleged recruiter"


class TraffickingAct(models.TextChoices):
    """Act 694, section 1: what was done."""

    RECRUITMENT = "recruitment", "Recruited or asked for"
    TRANSPORT = "transport", "Brought from one place to another"
    TRANSFER = "transfer", "Handed over to somebody"
    HARBOURING = "harbouring", "Kept or housed"
    TRADING = "trading", "Sold, or given for money or goods"
    RECEIPT = "receipt", "Received"


class Means(models.TextChoices):
    """How it was done; not needed for a child."""

    THREAT = "threat", "Threats"
    FORCE = "force", "Force"
    ABDUCTION = "abduction", "Abduction"
    DECEPTION = "deception", "Deception or false promises"
    ABUSE_OF_POWER = "abuse_of_power", "Abuse of power"
    VULNERABILITY = "vulnerability", "Use of poverty or need"
    PAYMENT = "payment", "Payment to whoever had charge of the person"


class Indicator(models.TextChoices):
    """Signs an officer can see or be told."""

    NO_PAY = "no_pay", "Works without pay, or somebody else takes it"
    CANNOT_LEAVE = "cannot_leave", "May not leave, or is watched"
    ADVANCE_PAID = "advance_paid", "Money was paid to the family"
    NO_SCHOOL = "no_school", "Does not go to school"
    DANGEROUS_WORK = "dangerous_work", "Works on the water, at night or with danger"
    INJURIES = "injuries", "Injuries or signs of beating"
    HUNGER = "hunger", "Too little food"
    NO_CONTACT = "no_contact", "No contact with the family"
    DOES_NOT_KNOW_PLACE = "does_not_know_place", "Does not know where they are"
    COACHED = "coached", "Seems to say what they were told to say"
    NAME_CHANGED = "name_changed", "Was given another name or age"


class CloseReason(models.TextChoices):
    """Why a case ends."""

    STABLE = "stable", "Stable at home, visits are over"
    TRANSFERRED = "transferred", "Another agency took over"
    NOT_A_VICTIM = "not_a_victim", "Not a victim"
    ADULT = "adult", "Came of age and asked to end it"
    LOST = "lost", "Could not be found again"
    DIED = "died", "Died"
    DOUBLE = "double", "Opened twice"


class ReopenReason(models.TextChoices):
    """Why a closed case goes on."""

    TRAFFICKED_AGAIN = "trafficked_again", "Trafficked again"
    AT_RISK = "at_risk", "At risk again"
    ASKED = "asked", "The child or the family asked for help"
    NEW_FACTS = "new_facts", "New facts, or a court needs it"
    CLOSED_BY_MISTAKE = "closed_by_mistake", "Closed by mistake"
