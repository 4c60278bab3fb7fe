"""A place within an agency is agreed to by that agency."""

from django.db import migrations, models

from casebase.access.rls_agreed import AGREED_BY_THE_AGENCY


class Migration(migrations.Migration):
    dependencies = [("access", "0007_ended_by_one")]

    operations = [
        migrations.AlterField(
            model_name="placerequest",
            name="wanted",
            field=models.CharField(
                choices=[
                    ("invite", "A new person"),
                    ("change", "Another place"),
                    ("new_factors", "A new phone for somebody who lost theirs"),
                ],
                max_length=16,
            ),
        ),
        migrations.RunSQL(AGREED_BY_THE_AGENCY),
    ]
