"""Who a transaction belongs to, as PostgreSQL itself can check it (casebase/access/rls.py)."""

from django.db import migrations

from casebase.access.rls import FUNCTIONS


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("core", "0003_session_proof")]

    operations = [migrations.RunSQL(FUNCTIONS)]
