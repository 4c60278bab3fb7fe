"""The keys that say who somebody is lie where no backup takes them along."""

from django.db import migrations

from casebase.access.rls import APART


class Migration(migrations.Migration):
    dependencies = [("access", "0008_agreed_by_the_agency")]

    operations = [migrations.RunSQL(APART)]
