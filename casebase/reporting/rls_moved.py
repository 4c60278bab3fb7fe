"""What the functions of a freeze count since the day of a case can be corrected.

A case that is moved into a quarter whose figures stand counts with the next one that is frozen,
like one that is written down late; unless it was counted before, under its former day.
"""

from __future__ import annotations

from casebase.access.rls import revised
from casebase.reporting.rls_facts import CASES, EPISODES, LAST_FROZEN

_COUNTED_BEFORE = """EXISTS (
                SELECT 1 FROM reporting_openedcase o
                 WHERE o.case_id = f.case_id AND o.period < wanted)"""
_IN_EPISODES = {
    "SELECT m.absorbed_id FROM": f"""SELECT c.person_id FROM registry_case c
     WHERE c.moved_at >= since
       AND reporting_quarter(c.identified_on) <= {LAST_FROZEN}
    UNION
    SELECT m.absorbed_id FROM""",
    "c.created_at, c.closed_on,": "c.created_at, c.moved_at, c.closed_on,",
    "AND (f.created_at >= since": f"""AND (f.created_at >= since
            OR f.moved_at >= since AND NOT {_COUNTED_BEFORE}""",
}
_IN_CASES = {
    "WHERE c.created_at >= since": "WHERE (c.created_at >= since OR c.moved_at >= since)",
}


ALL = [revised(EPISODES, _IN_EPISODES), revised(CASES, _IN_CASES)]
