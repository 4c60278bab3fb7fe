"""One person ends what two gave; whoever closes a desk learns how many open cases it holds."""

from django.db import migrations

from casebase.access.rls import CASES_AT_DESK, ENDED_BY_ONE


class Migration(migrations.Migration):
    dependencies = [("access", "0006_harvest_by_child")]

    operations = [migrations.RunSQL([*ENDED_BY_ONE, CASES_AT_DESK])]
