"""A nationality that nobody gave is not known: it was Ghana's for everybody.

No row changes: of those there are nobody can tell now who was asked.
"""

from django.db import migrations, models

NATIONALITIES = [
    ("GH", "Ghanaian"),
    ("BJ", "Beninese"),
    ("BF", "Burkinabe"),
    ("CI", "Ivorian"),
    ("ML", "Malian"),
    ("NE", "Nigerien (Niger)"),
    ("NG", "Nigerian (Nigeria)"),
    ("TG", "Togolese"),
    ("XX", "Another nationality"),
    ("", "Not known"),
]


class Migration(migrations.Migration):
    dependencies = [("registry", "0020_closed_from_a_day")]

    operations = [
        migrations.AlterField(
            model_name="person",
            name="nationality",
            field=models.CharField(blank=True, choices=NATIONALITIES, default="", max_length=2),
        )
    ]
