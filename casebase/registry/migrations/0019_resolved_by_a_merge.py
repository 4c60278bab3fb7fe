"""Whom a person is counted as says what a merge says, whoever writes."""

from django.db import migrations

from casebase.registry.rls_held import RESOLVED


class Migration(migrations.Migration):
    dependencies = [("registry", "0018_a_grant_works_later")]

    operations = [migrations.RunSQL(RESOLVED)]
