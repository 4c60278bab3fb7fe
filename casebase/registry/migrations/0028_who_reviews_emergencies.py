"""An emergency opening is told to, and reviewed by, the agency that holds the case."""

from django.db import migrations

from casebase.registry.rls_reviewed import ALL


class Migration(migrations.Migration):
    dependencies = [("registry", "0027_asked_stays_asked")]

    operations = [migrations.RunSQL(ALL)]
