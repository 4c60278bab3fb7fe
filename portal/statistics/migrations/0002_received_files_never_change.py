"""The database itself refuses to change or remove what was received, whatever asks for it."""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION statistics_keep_received() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is kept as it was received', TG_TABLE_NAME
    USING ERRCODE = 'check_violation', HINT = 'A correction is a new version, signed and received.';
END $$;
CREATE TRIGGER statistics_keep_received BEFORE UPDATE OR DELETE ON statistics_receivedrelease
FOR EACH ROW EXECUTE FUNCTION statistics_keep_received();
CREATE TRIGGER statistics_keep_received BEFORE UPDATE OR DELETE ON statistics_receivedfile
FOR EACH ROW EXECUTE FUNCTION statistics_keep_received();
"""
BACKWARDS = """
DROP TRIGGER statistics_keep_received ON statistics_receivedrelease;
DROP TRIGGER statistics_keep_received ON statistics_receivedfile;
DROP FUNCTION statistics_keep_received();
"""


class Migration(migrations.Migration):
    dependencies = [("statistics", "0001_releases_and_their_pages")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
