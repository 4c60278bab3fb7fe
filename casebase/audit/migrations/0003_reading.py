"""The trail is read through functions that ask who is asking; a check of it is asked for."""

from django.db import migrations, models

from casebase.audit.reading import FUNCTIONS, UNDO


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0002_append_only'),
    ]

    operations = [
        migrations.CreateModel(
            name='Check',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('asked_by', models.BigIntegerField()),
                ('asked_at', models.DateTimeField(db_default=models.Func(function='clock_timestamp', output_field=models.DateTimeField()))),
                ('rows_done', models.BigIntegerField(default=0)),
                ('rows_total', models.BigIntegerField(default=0)),
                ('ended_at', models.DateTimeField(null=True)),
                ('first_bad_row', models.BigIntegerField(null=True)),
                ('finding', models.TextField(blank=True)),
            ],
        ),
        migrations.RunSQL(FUNCTIONS, UNDO),
    ]
