"""Frozen quarters are checked with a key that a restored backup still has."""

from django.db import migrations

from casebase.access.rls import revised
from casebase.reporting.rls_freezing import SNAPSHOT

LASTING = {
    "access_mac('snapshot', (SELECT": "access_lasting_mac((SELECT",
    "access_mac('snapshot', wanted": "access_lasting_mac(wanted",
}


class Migration(migrations.Migration):
    dependencies = [("reporting", "0006_moved_cases"), ("access", "0010_secrets_in_no_backup")]

    operations = [migrations.RunSQL(revised(SNAPSHOT, LASTING))]
