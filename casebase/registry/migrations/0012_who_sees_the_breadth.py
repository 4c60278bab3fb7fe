"""Row-level security of tip-offs, suspects, screenings, families, closings and drafts."""

from django.db import migrations

from casebase.access.rls import undone
from casebase.registry import rls_breadth

TABLES = ("report", "suspectlink", "suspect", "personlink", "screening", "closing")
DRAFTS = [
    "DROP FUNCTION registry_forget_drafts()",
    "DROP POLICY old_seen ON registry_draft",
    "DROP POLICY old_removed ON registry_draft",
    *undone("registry_draft"),
]


class Migration(migrations.Migration):
    dependencies = [("registry", "0011_breadth")]

    operations = [
        migrations.RunSQL(
            rls_breadth.ALL,
            [*DRAFTS, *(statement for name in TABLES for statement in undone(f"registry_{name}"))],
        )
    ]
