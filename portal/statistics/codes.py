"""The closed code lists of every published figure: a copy of our own, which nobody can widen."""

from __future__ import annotations

TOTAL = "_T"  # in a column of indicators.csv that the table does not have
REGIONS = {
    "GH-AF": "Ahafo", "GH-AH": "Ashanti", "GH-BO": "Bono", "GH-BE": "Bono East",
    "GH-CP": "Central", "GH-EP": "Eastern", "GH-AA": "Greater Accra", "GH-NE": "North East",
    "GH-NP": "Northern", "GH-OT": "Oti", "GH-SV": "Savannah", "GH-UE": "Upper East",
    "GH-UW": "Upper West", "GH-TV": "Volta", "GH-WP": "Western", "GH-WN": "Western North",
}  # fmt: skip
CODES: dict[str, tuple[str, ...]] = {
    "REF_AREA": tuple(REGIONS),
    "FORM": ("fishing", "labour", "child_labour", "sexual", "begging", "servitude", "marriage",
             "other"),
    "SEX": ("F", "M", "U"),
    "AGE": ("0-5", "6-11", "12-14", "15-17", "18-24", "25+", "U"),
    "CHILD": ("C", "A", "U"),
    "AGENCY": ("police", "welfare", "immigration", "ngo", "other"),
    "NATIONALITY": ("GH", "NG", "TG", "BF", "other"),
}  # fmt: skip
STATUSES = {"A": "F", "Q": "C", "K": "D"}  # OBS_STATUS to CONF_STATUS
PROGRAMMES = ("Q1", "A1")
CELL_COLUMNS = (
    "TIME_PERIOD", "TABLE", "REF_AREA", "SEX", "AGE", "CHILD", "FORM", "AGENCY", "NATIONALITY",
    "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "MOE90",
)  # fmt: skip
MICRODATA_COLUMNS = (
    "TIME_PERIOD", "REF_AREA", "FORM", "SEX", "AGE", "CHILD", "AGENCY", "NATIONALITY",
)  # fmt: skip
SMALLEST = 10  # a count below is never shown (statistics.md, Display)
SMALLEST_BASE = 50  # and no percentage is given on fewer persons
