"""How many cases a person has and sees, told to those who look after people."""

from django.db import migrations

from casebase.registry.counting import ALL


class Migration(migrations.Migration):
    dependencies = [("registry", "0005_who_may_ask"), ("access", "0004_who_changes_people")]

    operations = [migrations.RunSQL(ALL)]
