"""Who may change people's places, and what needs a second person."""

from django.db import migrations

from casebase.access.rls import PEOPLE_RULES


class Migration(migrations.Migration):
    dependencies = [("access", "0003_people"), ("registry", "0002_who_may_see")]

    operations = [migrations.RunSQL(PEOPLE_RULES)]
