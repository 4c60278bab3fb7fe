"""The functions that compare tokens keep their plan."""

from django.db import migrations

from casebase.registry.rls_counting import PLANNED_ONCE


class Migration(migrations.Migration):
    dependencies = [("registry", "0016_held_in_place")]

    operations = [migrations.RunSQL(PLANNED_ONCE)]
