"""The groups of each section and the workflows they take part in.

Which page a group may write on is granted when the top page of its section is made
(`content.workflow.sections`). Wagtail's own groups and workflow, which may do everything
everywhere, go.
"""

from django.db import migrations

EDITORS = ("SOP editors", "Publications editors", "Directory editors", "Site editors")
OTHERS = ("Reviewers", "Legal reviewers", "Directory validators", "Publishers", "Viewers")
# workflow: its steps in order, each with the group that takes it
WORKFLOWS = {
    "Procedures": (
        ("Technical review", "Reviewers"),
        ("Legal and data protection review", "Legal reviewers"),
        ("Release by a publisher", "Publishers"),
    ),
    "Publications": (("Review", "Reviewers"), ("Release by a publisher", "Publishers")),
    "Directory": (("Validation", "Directory validators"),),
    "Site pages": (("Review", "Reviewers"),),
}
FILES = ("add", "change", "choose")


def create(apps, schema_editor):
    remove_wagtails_own(apps)
    groups = {name: apps.get_model("auth", "Group").objects.get_or_create(name=name)[0]
              for name in (*EDITORS, *OTHERS)}
    enter = permission(apps, "wagtailadmin", "admin", "access_admin", "Can access Wagtail admin")
    for group in groups.values():
        group.permissions.add(enter)
    for name in EDITORS:
        allow_files(apps, groups[name])
    tasks = {}
    for name, steps in WORKFLOWS.items():
        create_workflow(apps, name, steps, groups, tasks)


def remove_wagtails_own(apps):
    apps.get_model("wagtailcore", "WorkflowPage").objects.all().delete()
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").delete()
    apps.get_model("wagtailcore", "GroupApprovalTask").objects.all().delete()
    apps.get_model("wagtailcore", "Task").objects.filter(name="Moderators approval").delete()
    apps.get_model("auth", "Group").objects.filter(name__in=("Moderators", "Editors")).delete()


def permission(apps, app, model, codename, name):
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app, model=model
    )
    return apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )[0]


def allow_files(apps, group):
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    for app, model in (("wagtaildocs", "document"), ("wagtailimages", "image")):
        for action in FILES:
            apps.get_model("wagtailcore", "GroupCollectionPermission").objects.get_or_create(
                group=group,
                collection=root,
                permission=permission(apps, app, model, f"{action}_{model}", f"Can {action} {model}"),
            )


def create_workflow(apps, name, steps, groups, tasks):
    ReviewTask = apps.get_model("content", "ReviewTask")
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="content", model="reviewtask"
    )
    workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=name)
    for order, (step, group) in enumerate(steps):
        if step not in tasks:
            tasks[step] = ReviewTask.objects.create(name=step, content_type=content_type)
            tasks[step].groups.add(groups[group])
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(
            workflow=workflow, task=tasks[step].task_ptr, sort_order=order
        )


def remove(apps, schema_editor):
    """Take back what `create` made; Wagtail's own groups are not remade, they are unsafe here."""
    apps.get_model("wagtailcore", "Workflow").objects.filter(name__in=WORKFLOWS).delete()
    apps.get_model("content", "ReviewTask").objects.all().delete()
    apps.get_model("auth", "Group").objects.filter(name__in=(*EDITORS, *OTHERS)).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0004_four_eyes_guard"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]
    operations = [migrations.RunPython(create, remove)]
