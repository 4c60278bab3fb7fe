"""Site editors and publishers keep synonyms, recommended results and searches that must stay right.

Nobody may delete one: it is taken out of use instead, so that its history stays.
"""

from django.db import migrations

GROUPS = ("Site editors", "Publishers")
MODELS = ("synonymset", "recommendedresult", "expectedresult")
ACTIONS = ("add", "change", "view")


def allow(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.filter(name__in=GROUPS)
    for model in MODELS:
        content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
            app_label="search", model=model
        )
        for action in ACTIONS:
            permission, _ = apps.get_model("auth", "Permission").objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_{model}",
                defaults={"name": f"Can {action} {model}"},
            )
            for group in groups:
                group.permissions.add(permission)


def refuse(apps, schema_editor):
    held = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="search", content_type__model__in=MODELS
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*held)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_poor_searches"),
        ("content", "0005_groups_and_workflows"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(allow, refuse)]
