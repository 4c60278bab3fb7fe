"""PostgreSQL itself keeps an edition as it was once it has been in force."""

from django.db import migrations

FREEZE = """
CREATE FUNCTION sop_library_keep_edition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.status NOT IN ('in_force', 'superseded', 'withdrawn') THEN
        IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE'
        AND to_jsonb(OLD) - 'status' - 'superseded_at' = to_jsonb(NEW) - 'status' - 'superseded_at'
        AND (OLD.status, NEW.status) IN (
            ('in_force', 'in_force'), ('in_force', 'superseded'), ('in_force', 'withdrawn'),
            ('superseded', 'superseded'), ('superseded', 'withdrawn'), ('withdrawn', 'withdrawn'))
    THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'edition % was in force and cannot be changed', OLD.page_ptr_id
    USING ERRCODE = 'check_violation', HINT = 'Start a new edition.';
END $$;
CREATE FUNCTION sop_library_keep_notice() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND OLD.confirmed_at IS NULL
        AND to_jsonb(OLD) - 'confirmed_at' - 'confirmed_by_id'
            = to_jsonb(NEW) - 'confirmed_at' - 'confirmed_by_id'
    THEN RETURN NEW; END IF;
    IF TG_OP = 'DELETE' AND OLD.confirmed_at IS NULL THEN RETURN OLD; END IF;
    RAISE EXCEPTION '% % was confirmed and stays as it is', TG_TABLE_NAME, OLD.id
    USING ERRCODE = 'check_violation', HINT = 'Add another correction.';
END $$;
CREATE TRIGGER sop_library_keep_notice BEFORE UPDATE OR DELETE ON sop_library_correction
FOR EACH ROW EXECUTE FUNCTION sop_library_keep_notice();
CREATE TRIGGER sop_library_keep_notice BEFORE UPDATE OR DELETE ON sop_library_withdrawal
FOR EACH ROW EXECUTE FUNCTION sop_library_keep_notice();
CREATE TRIGGER sop_library_keep_edition BEFORE UPDATE OR DELETE ON sop_library_sopversionpage
FOR EACH ROW EXECUTE FUNCTION sop_library_keep_edition();
"""

UNFREEZE = """
DROP TRIGGER sop_library_keep_edition ON sop_library_sopversionpage;
DROP FUNCTION sop_library_keep_edition();
DROP TRIGGER sop_library_keep_notice ON sop_library_correction;
DROP TRIGGER sop_library_keep_notice ON sop_library_withdrawal;
DROP FUNCTION sop_library_keep_notice();
"""


class Migration(migrations.Migration):
    dependencies = [("sop_library", "0001_initial")]
    operations = [migrations.RunSQL(FREEZE, UNFREEZE)]
