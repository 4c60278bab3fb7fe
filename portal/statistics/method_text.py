"""The standing text of the method page: it follows the program, so it stands beside it.

Source of every rule and number: the papers on statistics and on security (control 5).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Part:
    """One part of the method, with its own address on the page."""

    anchor: str
    heading: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.paragraphs)


PARTS = (
    Part("counted", "What is counted", (
        "Persons whom an agency of the national referral mechanism identified as trafficked, each "
        "once, however many agencies met them. Duplicates are found and joined before a period "
        "closes.",
        "These are identified persons, not all persons who were trafficked. Where more officers "
        "look, more is found: a higher number may mean better work and not more crime.",
    )),
    Part("period", "When a person counts", (
        "A person belongs to the quarter in which they were first identified, and to no other. A "
        "quarter closes 45 days after its end. What is recorded later counts in the next open "
        "quarter. Once closed, a quarter is measured a single time and never again.",
        "A year is its four closed quarters, measured a single time for the yearly report. "
        "Quarters and their year are protected separately, so they need not add up exactly.",
    )),
    Part("protected", "Why the figures are not exact", (
        "An exact count can betray a child: whoever knows everybody but one can find out about "
        "the last. So every count is changed by a small random amount before it leaves the case "
        "system, drawn from a discrete Gaussian distribution. All tables of a release are then "
        "made from one protected file, and so agree with one another.",
        "How many persons a closed quarter or year has is published exactly, as it is announced "
        "anyway. Exact counts of anything smaller never leave the case system.",
        "The protection is measured. Over a lifetime, one person's record may add at most "
        "rho 1.45 of zero-concentrated differential privacy (epsilon 9.65 at delta one in a "
        "million): .25 for a quarter, .85 for a year, the rest for follow-up and one correction. "
        "Brothers and sisters who were rescued together share their fate, and three of them share "
        "nine times the loss; this is why no place smaller than a region is published.",
    )),
    Part("margins", "What the margins mean", (
        "Beside each count stands its margin, for instance ± 7. In nine cases of ten the exact "
        "count lies within it. A difference between two counts that is smaller than their margins "
        "together may be chance.",
    )),
    Part("hidden", "Why “fewer than 10”", (
        "A count below ten is never shown; it may be nought. No percentage is given of fewer than "
        "fifty persons, and percentages are whole. Where nearly all of a small group fall into "
        "one category, the row is counted in the total only, because it would tell about each of "
        "them.",
    )),
    Part("faithful", "What may be compared with what", (
        "A release is faithful for the attributes that its tables show together. The protected "
        "rows of a year can be counted in other ways too, but two attributes that no table shows "
        "together need not stand in their true relation there.",
        "No district, no day, no shelter and no nationality beyond the four most frequent is "
        "published, in no file.",
    )),
    Part("signed", "How to know that a file is ours", (
        "Every release comes from the case system in one direction only, as a file that is signed "
        "there and checked here. Its page lists the digest of each file and says how to check "
        "the signature.",
    )),
    Part("changed", "How errors are corrected", (
        "A release is never changed. Where we find an error, a new version of the period appears "
        "under an address of its own, says what was wrong, and the earlier one stays readable.",
    )),
)  # fmt: skip
