"""My day, tasks, flags, kept lists and jobs."""

from django.urls import path

from casebase.registry.views import work

urlpatterns = [
    path("my-day/", work.day, name="my_day"),
    path("cases/several/", work.several, name="several"),
    path("cases/<str:reference>/tasks/new/", work.new_task, name="new_task"),
    path("cases/<str:reference>/flags/new/", work.raise_flag, name="raise_flag"),
    path("tasks/<uuid:task_id>/", work.finish_task, name="finish_task"),
    path("flags/<uuid:flag_id>/", work.resolve_flag, name="resolve_flag"),
    path("lists/", work.lists, name="kept_lists"),
    path("lists/new/", work.keep, name="keep_list"),
    path("lists/<uuid:list_id>/", work.drop_list, name="drop_list"),
    path("jobs/<uuid:job_id>/", work.job, name="job"),
]
