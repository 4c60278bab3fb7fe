"""The trail of a child tells nobody outside the compartment that there is a suspect."""

from django.db import migrations

from casebase.audit.reading import APART, OF_CASE


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_reading")]

    operations = [
        migrations.RunSQL(APART, OF_CASE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"))
    ]
