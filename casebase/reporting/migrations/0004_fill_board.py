"""The board's rows for the cases that were there before it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reporting", "0003_board")]

    operations = [
        migrations.RunSQL("SELECT reporting_board_repair()", migrations.RunSQL.noop),
    ]
