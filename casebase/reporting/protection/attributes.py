"""The attributes by which persons are told apart in published figures, with their closed lists.

The codes are those of every file we publish and never change; a new code is a new version of the
programmes that use it. No district, day or facility is here, and nationalities beyond the four
most frequent are one code: anything finer would single children out (statistics.md, display).
"""

from __future__ import annotations

from dataclasses import dataclass

from casebase.reporting.report.model import Code, Dimension


@dataclass(frozen=True)
class Attribute:
    """One thing said of a person, as one of a closed list of codes.

    Attributes:
        name: the column of the published files: `REF_AREA`, `SEX` …
        word: what table ids and titles call it: `region`.
        codes: in the order shown; a row holds the place of its code in this list, from 0.
    """

    name: str
    word: str
    title: str
    codes: tuple[Code, ...]

    @property
    def size(self) -> int:
        return len(self.codes)

    @property
    def dimension(self) -> Dimension:
        return Dimension(self.name, self.title, self.codes)

    def place_of(self, code: str) -> int:
        """Where `code` stands in the list, from 0.

        Raises:
            KeyError: it is not in the list.
        """
        return {one.code: place for place, one in enumerate(self.codes)}[code]


def _listed(name: str, word: str, title: str, *pairs: tuple[str, str]) -> Attribute:
    return Attribute(name, word, title, tuple(Code(code, label) for code, label in pairs))


REGION = _listed(
    "REF_AREA",
    "region",
    "Region",
    ("GH-AF", "Ahafo"),
    ("GH-AH", "Ashanti"),
    ("GH-BO", "Bono"),
    ("GH-BE", "Bono East"),
    ("GH-CP", "Central"),
    ("GH-EP", "Eastern"),
    ("GH-AA", "Greater Accra"),
    ("GH-NE", "North East"),
    ("GH-NP", "Northern"),
    ("GH-OT", "Oti"),
    ("GH-SV", "Savannah"),
    ("GH-UE", "Upper East"),
    ("GH-UW", "Upper West"),
    ("GH-TV", "Volta"),
    ("GH-WP", "Western"),
    ("GH-WN", "Western North"),
)

FORM = _listed(
    "FORM",
    "form",
    "Form of exploitation",
    ("fishing", "Forced or child labour in fishing"),
    ("labour", "Other forced labour"),
    ("child_labour", "Other child labour"),
    ("sexual", "Sexual exploitation"),
    ("begging", "Forced begging"),
    ("servitude", "Domestic servitude"),
    ("marriage", "Forced marriage"),
    ("other", "Another form or not known"),
)

SEX = _listed(
    "SEX",
    "sex",
    "Sex",
    ("F", "Female"),
    ("M", "Male"),
    ("U", "Not known"),
)

AGE = _listed(
    "AGE",
    "age",
    "Age",
    ("0-5", "0 to 5"),
    ("6-11", "6 to 11"),
    ("12-14", "12 to 14"),
    ("15-17", "15 to 17"),
    ("18-24", "18 to 24"),
    ("25+", "25 and over"),
    ("U", "Not known"),
)

CHILD = _listed(
    "CHILD",
    "child",
    "Child or adult",
    ("C", "Child (under 18)"),
    ("A", "Adult"),
    ("U", "Not known"),
)

AGENCY = _listed(
    "AGENCY",
    "agency",
    "Identifying agency",
    ("police", "Police"),
    ("welfare", "Social welfare"),
    ("immigration", "Immigration"),
    ("ngo", "Non-governmental organisations"),
    ("other", "Other bodies"),
)

NATIONALITY = _listed(
    "NATIONALITY",
    "nationality",
    "Nationality",
    ("GH", "Ghanaian"),
    ("NG", "Nigerian"),
    ("TG", "Togolese"),
    ("BF", "Burkinabe"),
    ("other", "Another or not known"),
)

RECRUITER = _listed(
    "RECRUITER",
    "recruiter",
    "Recruiter",
    ("parent", "Parent or guardian"),
    ("relative", "Another relative"),
    ("friend", "Friend or acquaintance"),
    ("agent", "Agent or employer"),
    ("other", "Another person or not known"),
)

CONTROL = _listed(
    "CONTROL",
    "control",
    "Main means of control",
    ("debt", "Debt"),
    ("violence", "Violence"),
    ("threats", "Threats"),
    ("confinement", "Confinement"),
    ("papers", "Papers or wages withheld"),
    ("other", "Another means or not known"),
)

SERVICE = _listed(
    "SERVICE",
    "service",
    "Main service",
    ("shelter", "Shelter"),
    ("health", "Health care"),
    ("counselling", "Counselling"),
    ("legal", "Legal help"),
    ("schooling", "Schooling or training"),
    ("none", "None or not known"),
)

OUTCOME = _listed(
    "OUTCOME",
    "outcome",
    "Outcome",
    ("reunified", "Reunified with family"),
    ("shelter", "In a shelter"),
    ("foster", "In foster care"),
    ("returned", "Returned to another country"),
    ("independent", "Living independently"),
    ("other", "Another outcome or not known"),
)

SCHOOLING = _listed(
    "SCHOOLING",
    "schooling",
    "Schooling",
    ("never", "Never at school"),
    ("primary", "Primary"),
    ("junior", "Junior high"),
    ("senior", "Senior high or more"),
    ("U", "Not known"),
)

# The age bands as child or adult: by place in AGE, the place in CHILD.
CHILD_OF_AGE = (0, 0, 0, 0, 1, 1, 2)
