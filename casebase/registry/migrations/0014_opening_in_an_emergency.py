"""An emergency opens one case for an hour; nothing else makes such a grant."""

from django.db import migrations

from casebase.registry.rls_emergencies import ALL


class Migration(migrations.Migration):
    dependencies = [("registry", "0013_emergencies")]

    operations = [migrations.RunSQL(ALL)]
