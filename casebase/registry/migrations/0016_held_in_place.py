"""A case's person, a grant taken back and a decision's name stay as they are."""

from django.db import migrations

from casebase.registry.rls_held import ALL


class Migration(migrations.Migration):
    dependencies = [
        ("registry", "0015_newest_first"),
        ("access", "0005_held_in_place"),
    ]

    operations = [migrations.RunSQL(ALL)]
