"""A second way of counting the table: plain loops over its lines, and no database.

Written to be read beside the README of the count; it knows nothing of the code it checks.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict

from tests.casebase.reporting.counted_by_hand.table import rows

QUARTERS = {
    "2026Q1": ("2026-01-01", "2026-03-31"),
    "2026Q2": ("2026-04-01", "2026-06-30"),
    "2026Q3": ("2026-07-01", "2026-09-30"),
    "2026Q4": ("2026-10-01", "2026-12-31"),
}
NEIGHBOURS = ["BF", "BJ", "CI", "CV", "GM", "GN", "GW", "LR", "ML", "NE", "NG", "SL", "SN", "TG"]
STANDARD = ["sex", "age", "nationality", "exploitation", "region", "agency", "source"]
FIELDS = {"sex": "sex", "age": "age", "origin_district": "district", "language": "language",
          "exploitation": "exploitation"}  # fmt: skip
BODIES = {"Police": "Police", "Gov": "NonPoliceGovernmentalOrganization",
          "Court": "CourtOrProsecution"}  # fmt: skip
CASES, OPERATIONS = rows("cases"), {row["operation"]: row for row in rows("operations")}


def human_of(case, period):
    """Whose case it is, as known when the period was frozen."""
    for row in rows("merges"):
        told = row["what became of it"]
        if (
            row["absorbed"] == case["case"]
            and (
                told == "stands"
                or (period == "2026Q2" and told == "undone after 2026Q2 was frozen")
                or (period == "2026Q3" and told.startswith("stands"))
            )
            and not (period == "2026Q2" and case["recorded"] == "late")
        ):
            return row["kept"]
    return case["case"]


def quarter_of(day):
    return next(name for name, (first, last) in QUARTERS.items() if first <= day <= last)


def told_by(period):
    """The cases that stood there when the period was frozen."""
    return [case for case in CASES if period != "2026Q2" or case["recorded"] != "late"]


def decisions_of(case, period):
    """(day, status, body, whether it came late) of what was recorded by then."""
    found = []
    for part in filter(None, case["decisions"].split("; ")):
        late = part.endswith(" late")
        day, _, rest = part.removesuffix(" late").partition(" ")
        status, _, body = rest.rstrip(")").partition(" (")
        if not (late and period == "2026Q2"):
            found.append((day, status, body, late))
    return found


def passages(period):
    """Every passage of every human: its cases, in order."""
    humans = defaultdict(list)
    for case in sorted(told_by(period), key=lambda one: (one["found"], one["case"])):
        humans[human_of(case, period)].append(case)
    for human, cases in humans.items():
        current = [cases[0]]
        for case in cases[1:]:
            if all(one["closed"] and one["closed"] < case["found"] for one in current):
                yield human, current
                current = []
            current.append(case)
        yield human, current


def identified(period):
    """What the period counts: found in it, or found before and not counted then."""
    before = set() if period == "2026Q2" else {
        (human, cases[0]["found"]) for human, cases in passages("2026Q2")
        if quarter_of(cases[0]["found"]) == "2026Q2"
    }  # fmt: skip
    for human, cases in passages(period):
        here = quarter_of(cases[0]["found"])
        came_late = (
            period == "2026Q3" and here == "2026Q2" and (human, cases[0]["found"]) not in before
        )
        if here == period or came_late:
            decided = [d for case in cases for d in decisions_of(case, period)]
            if not decided or max(decided)[1] != "not a victim":
                yield human, cases


def lead_of(case):
    return OPERATIONS[case["operation"]]["lead"] if case["operation"] else case["agency"]


def band(age):
    if not age:
        return "unknown"
    for last, name in ((4, "0-4"), (9, "5-9"), (14, "10-14"), (17, "15-17"), (24, "18-24")):
        if int(age) <= last:
            return name
    return "25+"


def nation(code):
    if code in {"", "GH"}:
        return code or "unknown"
    return "west-africa" if code in NEIGHBOURS else "other"


def category(case, human, cut):
    person = next(one for one in CASES if one["case"] == human)
    return {
        "sex": person["sex"],
        "age": band(case["age"]),
        "nationality": nation(person["nationality"]),
        "exploitation": case["exploitation"] or "unknown",
        "region": case["region"],
        "agency": lead_of(case),
        "source": case["source"],
    }[cut]


def tally(marks):
    """From (category, counted, in base) to category -> [numerator, denominator]."""
    found = defaultdict(lambda: [0, 0])
    for name, counted, base in marks:
        found[name][0] += counted
        found[name][1] += base
    return {name: tuple(parts) for name, parts in found.items()}


def mere(counts):
    return {name: (parts[0], None) for name, parts in counts.items()}


def indicator_5(period):
    found = list(identified(period))
    yield "total", {"": (len(found), None)}
    for cut in STANDARD:
        yield cut, mere(tally((category(cases[0], human, cut), 1, 1) for human, cases in found))
    partners = [
        partner for _, cases in found if cases[0]["operation"]
        for partner in OPERATIONS[cases[0]["operation"]]["partners"].split(", ")
    ]  # fmt: skip
    yield "partner", mere(tally((partner, 1, 1) for partner in partners))


def last_decisions(period):
    """human -> (status, body, the case) of the last that says victim or not."""
    found = {}
    for case in told_by(period):
        for day, status, body, late in decisions_of(case, period):
            here = quarter_of(day) == period or (late and period == "2026Q3")
            if here and status != "possible":
                human = human_of(case, period)
                found[human] = max(found.get(human, ("",)), (day, status, body, case["case"]))
    by_number = {case["case"]: case for case in CASES}
    return {h: (status, body, by_number[n]) for h, (_, status, body, n) in found.items()}


def decided(period, wanted, cuts):
    found = last_decisions(period)
    yield "total", tally(("", status == wanted, 1) for status, _, _ in found.values())
    for cut in cuts:
        yield (
            cut,
            tally(
                (category(case, human, cut), status == wanted, 1)
                for human, (status, _, case) in found.items()
            ),
        )


def indicator_6(period):
    yield from decided(period, "victim", STANDARD)
    found = last_decisions(period).values()
    yield "deciding-body", tally((BODIES[body], s == "victim", 1) for s, body, _ in found)


def indicator_7(period):
    yield from decided(period, "not a victim", ["region", "agency", "source"])


def indicator_9(period):
    found = list(identified(period))
    looked = [(human, cases, cases[0]["source"] == "proactive") for human, cases in found]
    yield "total", tally(("", yes, 1) for _, _, yes in looked)
    yield "agency", tally((lead_of(cases[0]), yes, 1) for _, cases, yes in looked)


def indicator_12(period):
    found = [sorted({case["agency"] for case in cases}) for _, cases in identified(period)]
    months = [cases[0]["found"][:7] for _, cases in identified(period)]
    yield "total", tally(("", len(agencies) > 1, 1) for agencies in found)
    pairs = tally(
        (f"{one}+{other}", 1, 1)
        for agencies in found for one, other in itertools.combinations(agencies, 2)
    )  # fmt: skip
    yield "agency-pair", {name: (parts[0], len(found)) for name, parts in pairs.items()}
    yield "month", tally((m, len(a) > 1, 1) for m, a in zip(months, found, strict=True))


def opened(period):
    return [
        case for case in told_by(period)
        if quarter_of(case["found"]) == period
        or (period == "2026Q3" and case["recorded"] == "late")
    ]  # fmt: skip


def indicator_17(period):
    last = dt.date.fromisoformat(QUARTERS[period][1])
    week = dt.timedelta(days=7)
    over = [(c["agency"], dt.date.fromisoformat(c["found"]) + week <= last) for c in opened(period)]
    yield "total", tally(("", ended, 1) for _, ended in over)
    yield "agency", tally((agency, ended, 1) for agency, ended in over)


def gaps(case):
    return [
        field for field, column in FIELDS.items()
        if case[column] in {"", "NotKnown"}
    ]  # fmt: skip


def indicator_40(period):
    found = opened(period)
    yield "total", tally(("", not gaps(case), 1) for case in found)
    yield "agency", tally((case["agency"], not gaps(case), 1) for case in found)
    yield "field", tally((f, f not in gaps(case), 1) for case in found for f in FIELDS)


def reporting(period):
    """(agency, whether confirmed in time) of the agencies expected."""
    closes = dt.date.fromisoformat(QUARTERS[period][1]) + dt.timedelta(days=45)
    for row in rows("confirmations"):
        starts = row["who works there"].partition(" from ")[2]
        works = not row["who works there"].startswith("data_manager")
        if works and "closed" not in row["who works there"] and starts <= closes.isoformat():
            day = row.get(f"{period} confirmed", "")
            yield row["agency"], bool(day) and day <= closes.isoformat()


def indicator_39(period):
    yield "total", tally(("", in_time, 1) for _, in_time in reporting(period))
    yield "agency", tally((agency, in_time, 1) for agency, in_time in reporting(period))


INDICATORS = {5: indicator_5, 6: indicator_6, 7: indicator_7, 9: indicator_9, 12: indicator_12,
              17: indicator_17, 39: indicator_39, 40: indicator_40}  # fmt: skip


def counted(period):
    """(period, indicator, cut) to category to (numerator, denominator), as in `expected.tsv`."""
    return {
        (period, number, cut): counts
        for number, indicator in INDICATORS.items()
        for cut, counts in indicator(period)
    }
