"""A closed case has the day it closed, an open one none; a job over several closes nothing."""

from django.db import migrations, models
from django.db.models import Q

from casebase.registry.rls_closed import OPEN_AGAIN


class Migration(migrations.Migration):
    dependencies = [("registry", "0019_resolved_by_a_merge")]

    operations = [
        migrations.RunSQL(OPEN_AGAIN, migrations.RunSQL.noop),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.CheckConstraint(
                name="case_is_closed_from_a_day",
                condition=Q(stage="closed", closed_on__isnull=False)
                | ~Q(stage="closed") & Q(closed_on=None),
                violation_error_message="A closed case has the day it closed, an open one none.",
            ),
        ),
        migrations.AlterField(
            model_name="bulkrow",
            name="result",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Waiting"),
                    ("done", "Done"),
                    ("same", "Was so already"),
                    ("refused", "Not done: the case is not yours to change"),
                    ("other_desk", "Not done: the worker belongs to another desk"),
                    ("closed", "Not done: the case is closed"),
                    ("one_by_one", "Not done: a case is closed on its own page, with a reason"),
                ],
                default="",
                max_length=12,
            ),
        ),
    ]
