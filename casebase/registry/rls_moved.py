"""When the day of a case was last corrected: what is moved into a quarter whose figures stand is
counted with the next one, as what is written down late (reporting/rls_moved.py)."""

from __future__ import annotations

ALL = [
    """
CREATE FUNCTION registry_case_moved() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    NEW.moved_at := now();
    RETURN NEW;
END $$;
CREATE TRIGGER case_moved BEFORE UPDATE OF identified_on ON registry_case FOR EACH ROW
WHEN (OLD.identified_on IS DISTINCT FROM NEW.identified_on)
EXECUTE FUNCTION registry_case_moved();
""",
    "CREATE INDEX case_moved_at ON registry_case (moved_at) WHERE moved_at IS NOT NULL",
]
