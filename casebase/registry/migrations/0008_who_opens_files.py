"""Row-level security of the files' table, and the one way to what opens a file."""

from django.db import migrations

from casebase.registry.rls_files import ALL, UNDO


class Migration(migrations.Migration):
    dependencies = [("registry", "0007_attachments")]

    operations = [migrations.RunSQL(ALL, UNDO)]
