"""Open doubles as a number, and what a frozen quarter would say today."""

from django.db import migrations

from casebase.reporting import rls_validation


class Migration(migrations.Migration):
    dependencies = [("reporting", "0004_fill_board")]

    operations = [migrations.RunSQL(rls_validation.ALL)]
