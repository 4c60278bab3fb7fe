"""The rows of the board, and the triggers that keep them in the transaction of every change."""

import django.db.models.deletion
from django.db import migrations, models

from casebase.reporting import rls_board


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0004_passkey_proof'),
        ('reporting', '0002_frozen_quarters'),
        ('registry', '0016_held_in_place'),
        ('access', '0005_held_in_place'),
    ]

    operations = [
        migrations.CreateModel(
            name='BoardCase',
            fields=[
                ('pk', models.CompositePrimaryKey('agency', 'stage', 'status', 'is_open', 'is_urgent', 'slot', blank=True, editable=False, primary_key=True, serialize=False)),
                ('stage', models.CharField(max_length=16)),
                ('status', models.CharField(max_length=32)),
                ('is_open', models.BooleanField()),
                ('is_urgent', models.BooleanField()),
                ('slot', models.PositiveSmallIntegerField()),
                ('cases', models.IntegerField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.agency')),
            ],
        ),
        migrations.CreateModel(
            name='BoardPerson',
            fields=[
                ('pk', models.CompositePrimaryKey('cut', 'agency', 'quarter', 'region', 'form', 'sex', 'age', 'is_no_victim', 'slot', blank=True, editable=False, primary_key=True, serialize=False)),
                ('cut', models.CharField(choices=[('place', 'Region and form'), ('who', 'Sex and age'), ('form', 'Form')], max_length=5)),
                ('quarter', models.PositiveSmallIntegerField()),
                ('region', models.CharField(max_length=40)),
                ('form', models.CharField(max_length=12)),
                ('sex', models.CharField(max_length=2)),
                ('age', models.CharField(max_length=2)),
                ('is_no_victim', models.BooleanField()),
                ('slot', models.PositiveSmallIntegerField()),
                ('persons', models.IntegerField()),
                ('agency', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='core.agency')),
            ],
        ),
        migrations.RunSQL(rls_board.ALL, rls_board.UNDONE),
    ]
