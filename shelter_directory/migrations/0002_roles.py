"""Who may confirm entries, and the one role that may put up an emergency notice at once."""

from django.db import migrations

ROLES = {
    "Directory validators": [("shelterpage", "confirm_shelter")],
    "Duty officers": [("shelteralert", "raise_alert")],
}


def create(apps, schema_editor):
    enter = permission(apps, "wagtailadmin", "admin", "access_admin")
    for name, rights in ROLES.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(enter)
        for model, codename in rights:
            group.permissions.add(permission(apps, "shelter_directory", model, codename))


def permission(apps, app, model, codename):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": codename}
    )[0]


def remove(apps, schema_editor):
    """Take back the rights; the validators' group belongs to the workflow and stays."""
    codenames = [codename for rights in ROLES.values() for _, codename in rights]
    apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="shelter_directory", codename__in=codenames
    ).delete()
    apps.get_model("auth", "Group").objects.filter(name="Duty officers").delete()


class Migration(migrations.Migration):
    dependencies = [
        ("shelter_directory", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(create, remove)]
