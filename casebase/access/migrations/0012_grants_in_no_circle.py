"""Who may read which grants does not depend on the cases that grants let them see."""

from django.db import migrations

from casebase.access.rls import GRANTS_SEEN


class Migration(migrations.Migration):
    dependencies = [("access", "0011_the_day_is_ghanas")]

    operations = [migrations.RunSQL(GRANTS_SEEN)]
