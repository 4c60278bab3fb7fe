"""The keys that say who somebody is lie where no backup takes them along."""

from django.db import migrations

from casebase.access.rls import APART


class Migration(migrations.Migration):
    dependencies = [("access", "0007_ended_by_one")]

    operations = [migrations.RunSQL(APART)]
