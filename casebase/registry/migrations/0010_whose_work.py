"""Row-level security on tasks, flags, kept lists and jobs."""

from django.db import migrations

from casebase.registry.rls import WORK


class Migration(migrations.Migration):
    dependencies = [("registry", "0009_work")]

    operations = [migrations.RunSQL(WORK)]
