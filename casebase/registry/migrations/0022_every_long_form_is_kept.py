"""Every form with a long text has a draft."""

from django.db import migrations, models

FORMS = [
    ("registration", "Registration"),
    ("note", "Note"),
    ("operation", "Operation"),
    ("tip_off", "Tip-off"),
    ("emergency", "Emergency"),
    ("status", "Decision"),
    ("screening", "Screening"),
    ("suspect", "Suspect"),
    ("closing", "Closing"),
    ("reopening", "Opening again"),
    ("task", "Task"),
]


class Migration(migrations.Migration):
    dependencies = [("registry", "0021_nationality_is_asked")]

    operations = [
        migrations.AlterField(
            model_name="draft",
            name="form",
            field=models.CharField(choices=FORMS, max_length=14),
        )
    ]
