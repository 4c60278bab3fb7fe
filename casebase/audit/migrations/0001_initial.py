
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=models.Func(function='clock_timestamp', output_field=models.DateTimeField()))),
                ('action', models.CharField(max_length=60)),
                ('user_id', models.BigIntegerField(null=True)),
                ('session', models.CharField(blank=True, max_length=64)),
                ('case_ids', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('fields', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                ('purpose', models.CharField(blank=True, max_length=40)),
                ('result', models.SmallIntegerField()),
                ('view', models.CharField(blank=True, max_length=100)),
                ('query_hash', models.BinaryField(default=b'')),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['case_ids'], name='audit_entry_case_ids'), models.Index(fields=['user_id', 'id'], name='audit_entry_user'), models.Index(fields=['action', 'id'], name='audit_entry_action')],
                'constraints': [models.CheckConstraint(condition=models.Q(('action__regex', '^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+$'), ('purpose__regex', '^[a-z0-9_]*$'), ('view__regex', '^[A-Za-z0-9_.:-]*$'), ('session__regex', '^[A-Za-z0-9-]*$')), name='audit_entry_holds_codes_only')],
            },
        ),
        migrations.CreateModel(
            name='Seal',
            fields=[
                ('number', models.BigIntegerField(primary_key=True, serialize=False)),
                ('sealed_at', models.DateTimeField()),
                ('format', models.SmallIntegerField()),
                ('high', models.BigIntegerField()),
                ('runs', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('odd', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None)),
                ('rows', models.IntegerField()),
                ('leaves', models.BinaryField()),
                ('root', models.BinaryField()),
                ('previous', models.BinaryField()),
                ('signature', models.BinaryField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('rows__gt', 0)), name='audit_seal_covers_rows'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='audit_seal_number_from_one')],
            },
        ),
    ]
