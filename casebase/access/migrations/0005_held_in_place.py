"""What an injected statement could still move: places, budgets, alerts."""

from django.db import migrations

from casebase.access.rls import HELD_IN_PLACE


class Migration(migrations.Migration):
    dependencies = [("access", "0004_who_changes_people")]

    operations = [migrations.RunSQL(HELD_IN_PLACE)]
