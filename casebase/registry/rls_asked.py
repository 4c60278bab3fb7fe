"""Questions about other agencies' children that stay counted, whatever is undone afterwards.

Note [A question that is taken back was asked all the same]: rows that count go with the transaction
or the savepoint that wrote them, so a statement that slipped in asked, read the answer and rolled
back, as often as it liked. A number drawn from a sequence is never given back. Each person has a
sequence of their own; its numbers begin anew with the day, above all those of the day before. It
bounds what the rows, which say what was asked and when, cannot.

Note [A corrected child is a question too]: whoever writes another name over a child of their own
agency learns from the list of possible doubles whether an agency holds a child of that name. So it
is counted, and a person corrects so many children in a day and no more. A child registered a moment
ago does not count there: it was searched for.
"""

from __future__ import annotations

from casebase.access.rls import DEFINER, WRITABLE, revised
from casebase.registry.rls_counting import (
    NOTE,
    OVER_BUDGET,
    PLANNED_ONCE,
    SEARCHES_A_DAY,
    SEARCHES_A_MINUTE,
    SPEND,
)
from casebase.registry.rls_emergencies import OPEN

CORRECTED_A_DAY, IN_ALL_A_DAY = 100, 1_000
OVER_CORRECTED = "HB430"  # SQLSTATE of a correction too many
_A_DAY_OF_NUMBERS = 100_000

COUNTED = f"""
CREATE FUNCTION registry_count_question(kind text, most_a_minute integer, most_a_day integer,
                                        over text) RETURNS void
LANGUAGE plpgsql {DEFINER} AS $$
DECLARE
    who integer := access_user();
    numbers text := 'registry_asked_' || who;
    today bigint := floor(extract(epoch FROM clock_timestamp()) / 86400) * {_A_DAY_OF_NUMBERS};
    last bigint;
BEGIN
    IF session_user = 'casebase_owner' THEN
        RETURN;  -- an operator's command
    END IF;
    EXECUTE format('SELECT last_value FROM %I', numbers) INTO STRICT last;
    IF last < today THEN
        PERFORM setval(numbers, today);
    END IF;
    IF nextval(numbers) - today > {IN_ALL_A_DAY}
       OR (SELECT count(*) FROM registry_blindsearch b WHERE b.user_id = who AND b.kind =
            registry_count_question.kind AND b.at > now() - interval '1 minute') >= most_a_minute
       OR (SELECT count(*) FROM registry_blindsearch b WHERE b.user_id = who AND b.kind =
            registry_count_question.kind AND b.at > now() - interval '1 day') >= most_a_day THEN
        RAISE EXCEPTION 'Too many questions.' USING ERRCODE = over;
    END IF;
    INSERT INTO registry_blindsearch (user_id, at, kind) VALUES (who, now(), kind);
END $$;
CREATE FUNCTION registry_keep_count() RETURNS trigger LANGUAGE plpgsql {DEFINER} AS $$
BEGIN
    EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', 'registry_asked_' || NEW.user_id);
    RETURN NULL;
END $$;
CREATE TRIGGER keep_count AFTER INSERT OR UPDATE OF user_id ON access_membership
FOR EACH ROW EXECUTE FUNCTION registry_keep_count();
DO $$
DECLARE
    who bigint;
BEGIN
    FOR who IN SELECT user_id FROM access_membership LOOP
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', 'registry_asked_' || who);
    END LOOP;
END $$;
"""
_SEARCHES = f"""       OR (SELECT count(*) FROM registry_blindsearch
            WHERE user_id = who AND at > now() - interval '1 minute') >= {SEARCHES_A_MINUTE}
       OR (SELECT count(*) FROM registry_blindsearch
            WHERE user_id = who AND at > now() - interval '1 day') >= {SEARCHES_A_DAY} THEN"""
_ASKED = f"'asked', {SEARCHES_A_MINUTE}, {SEARCHES_A_DAY}, '{OVER_BUDGET}'"
_CORRECTED = f"'corrected', {CORRECTED_A_DAY}, {CORRECTED_A_DAY}, '{OVER_CORRECTED}'"
_NOTED = f"'noted', {IN_ALL_A_DAY}, {IN_ALL_A_DAY}, '{OVER_BUDGET}'"
_EMERGENCY = f"'emergency', {IN_ALL_A_DAY}, {IN_ALL_A_DAY}, '{OVER_BUDGET}'"
_MARKED = "    PERFORM set_config('harbour.counting', access_counting_mark(), true);\n"
# Whether there is such a case, and whose, is an answer too.
OPEN_IS_COUNTED = {_MARKED: f"    PERFORM registry_count_question({_EMERGENCY});\n{_MARKED}"}
NOTE_IS_COUNTED = {
    "        RETURN;\n    END IF;\n": f"""        RETURN;
    END IF;
    IF (SELECT c.created_at < now() FROM registry_case c WHERE c.id = own_case AND {WRITABLE}) THEN
        PERFORM registry_count_question({_CORRECTED});
    ELSE
        PERFORM registry_count_question({_NOTED});
    END IF;
"""
}
ALL = [
    COUNTED,
    revised(
        SPEND,
        {
            f"\n{_SEARCHES}": " THEN",
            "    INSERT INTO registry_blindsearch (user_id, at) VALUES (who, now());":
            f"    PERFORM registry_count_question({_ASKED});",
        },
    ),
    revised(NOTE, NOTE_IS_COUNTED),
    revised(OPEN, OPEN_IS_COUNTED),
    *PLANNED_ONCE,
]  # fmt: skip
