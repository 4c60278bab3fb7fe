"""A question about other agencies' children stays counted, though its transaction is undone."""

from django.db import migrations, models

from casebase.registry.rls_asked import ALL


class Migration(migrations.Migration):
    dependencies = [("registry", "0026_left_behind")]

    operations = [
        migrations.AddField(
            model_name="blindsearch",
            name="kind",
            field=models.CharField(default="asked", db_default="asked", max_length=9),
        ),
        migrations.RunSQL(ALL),
    ]
