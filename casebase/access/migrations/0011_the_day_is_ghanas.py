"""Which day it is, when a place begins and ends, is not for a session to say."""

from django.db import migrations

from casebase.access.rls_agreed import DAY_OF_GHANA


class Migration(migrations.Migration):
    dependencies = [("access", "0010_secrets_in_no_backup")]

    operations = [migrations.RunSQL(DAY_OF_GHANA)]
