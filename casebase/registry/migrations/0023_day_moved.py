"""When the day of a case was last corrected."""

from django.db import migrations, models

from casebase.registry.rls_moved import ALL


class Migration(migrations.Migration):
    dependencies = [("registry", "0022_every_long_form_is_kept")]

    operations = [
        migrations.AddField(
            model_name="case",
            name="moved_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.RunSQL(ALL),
    ]
