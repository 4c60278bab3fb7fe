"""The group that writes in the statistics section, and the workflow its pages go through.

Both steps exist already: a review, and the release by a publisher.
"""

from django.db import migrations

EDITORS, WORKFLOW = "Statistics editors", "Statistics"
STEPS = ("Review", "Release by a publisher")


def create(apps, schema_editor):
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=EDITORS)
    group.permissions.add(
        apps.get_model("auth", "Permission").objects.get(
            content_type__app_label="wagtailadmin", codename="access_admin"
        )
    )
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=WORKFLOW)
    for order, step in enumerate(STEPS):
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(
            workflow=workflow,
            task=apps.get_model("content", "ReviewTask").objects.get(name=step).task_ptr,
            sort_order=order,
        )


def remove(apps, schema_editor):
    """Take back what `create` made; the steps belong to other workflows too."""
    apps.get_model("wagtailcore", "Workflow").objects.filter(name=WORKFLOW).delete()
    apps.get_model("auth", "Group").objects.filter(name=EDITORS).delete()


class Migration(migrations.Migration):
    dependencies = [("content", "0005_groups_and_workflows")]
    operations = [migrations.RunPython(create, remove)]
