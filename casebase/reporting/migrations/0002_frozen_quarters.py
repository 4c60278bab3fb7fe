"""What is counted, how it is frozen, and the ledger's rules, in the database itself."""

from django.db import migrations

from casebase.reporting import rls_facts, rls_freezing


class Migration(migrations.Migration):
    dependencies = [
        ("reporting", "0001_initial"),
        ("registry", "0016_held_in_place"),
        ("access", "0005_held_in_place"),
    ]

    operations = [migrations.RunSQL([*rls_facts.ALL, *rls_freezing.ALL])]
