"""A grant works from the next transaction on, so that nobody reads by one and takes it back."""

from django.db import migrations

from casebase.registry.rls_emergencies import FROM_THE_NEXT_TRANSACTION


class Migration(migrations.Migration):
    dependencies = [("registry", "0017_tokens_planned_once")]

    operations = [migrations.RunSQL(FROM_THE_NEXT_TRANSACTION)]
