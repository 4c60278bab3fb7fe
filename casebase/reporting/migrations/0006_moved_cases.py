"""A case moved into a frozen quarter is counted with the next one."""

from django.db import migrations

from casebase.reporting import rls_moved


class Migration(migrations.Migration):
    dependencies = [("reporting", "0005_validation"), ("registry", "0023_day_moved")]

    operations = [migrations.RunSQL(rls_moved.ALL)]
