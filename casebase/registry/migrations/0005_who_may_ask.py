"""Policies and functions of counting once: blind questions, requests, doubles and merges."""

from django.db import migrations

from casebase.registry.rls_counting import ALL


class Migration(migrations.Migration):
    dependencies = [("registry", "0004_counting_once")]

    operations = [migrations.RunSQL(ALL)]
