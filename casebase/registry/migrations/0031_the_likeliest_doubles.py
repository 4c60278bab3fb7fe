"""A new record is noted as a possible double of the likeliest few, not of all that share a name."""

from django.db import migrations

from casebase.registry.rls_likeliest import NOTE_LIKELIEST


class Migration(migrations.Migration):
    dependencies = [("registry", "0028_who_reviews_emergencies")]

    operations = [migrations.RunSQL(NOTE_LIKELIEST)]
