"""The database itself refuses to change or remove a version of a file.

A version changes once: when readers get it (`released_at`). One that readers never had may be
removed, for instance a file that was uploaded by mistake and should not have been.
"""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION content_file_version_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.released_at IS NOT NULL THEN
            RAISE EXCEPTION 'a version of a file that readers had is kept'
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN OLD;
    END IF;
    IF OLD.released_at IS NULL AND NEW.released_at IS NOT NULL THEN
        OLD.released_at := NEW.released_at;
    END IF;
    IF NEW IS DISTINCT FROM OLD THEN
        RAISE EXCEPTION 'a version of a file never changes'
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER file_version_is_kept BEFORE UPDATE OR DELETE ON content_documentfile
    FOR EACH ROW EXECUTE FUNCTION content_file_version_is_kept();
"""
BACKWARDS = """
DROP TRIGGER file_version_is_kept ON content_documentfile;
DROP FUNCTION content_file_version_is_kept();
"""


class Migration(migrations.Migration):
    dependencies = [("content", "0001_initial")]

    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
