"""Row-level security on every table of the registry, and on people's places and grants."""

from django.db import migrations

from casebase.access.rls import PEOPLE
from casebase.registry.rls import ALL


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_initial"), ("access", "0002_bound_identity")]

    operations = [migrations.RunSQL([*PEOPLE, *ALL])]
