"""Whoever changes desk or agency sees no more what they wrote down at the former one."""

from django.db import migrations

from casebase.registry.rls_left_behind import ALL, TIDIED


class Migration(migrations.Migration):
    dependencies = [("registry", "0023_day_moved"), ("access", "0007_ended_by_one")]

    operations = [migrations.RunSQL([*ALL, TIDIED])]
