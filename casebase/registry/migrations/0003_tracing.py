"""An auditor may learn a case's number from its id, and the other way round."""

from django.db import migrations

from casebase.registry.tracing import FUNCTIONS, UNDO


class Migration(migrations.Migration):
    dependencies = [("registry", "0002_who_may_see")]

    operations = [migrations.RunSQL(FUNCTIONS, UNDO)]
