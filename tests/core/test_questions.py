"""A question gives what its queryset gives, each time anew, and only its text is kept."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from portal.core.questions import Question
from portal.site_pages.models import StandardPage
from shelter_directory.models import ShelterPage
from tests.factories import site

pytestmark = pytest.mark.django_db
BY_TITLE = Question(lambda title: StandardPage.objects.filter(title=title), "title")
TITLES = Question(lambda: StandardPage.objects.order_by("title").values_list("title", "slug"))


def fields_of(page):
    return {field.attname: getattr(page, field.attname) for field in page._meta.concrete_fields}


def test_instances_are_whole_related_ones_and_annotations_included():
    site.shelter("First", district=site.district("ho"))
    site.shelter("Second", languages=["en", "tw"])
    public = ShelterPage.objects.for_public().order_by("title")

    asked = Question(lambda: public.all()).ask()

    assert [fields_of(page) for page in asked] == [fields_of(page) for page in public]
    assert [page.place_is_shown for page in asked] == [page.place_is_shown for page in public]
    with CaptureQueriesContext(connection) as more:
        assert [str(page.district) for page in asked] == [str(page.district) for page in public]
    assert len(more) <= 1  # the queryset's own; what the question gave has its districts


def test_a_body_comes_as_blocks():
    made = site.page(StandardPage, title="About", body=[("heading", "Who we are")])

    (asked,) = BY_TITLE.ask(title="About")

    assert str(asked.body) == str(made.body)
    assert "Who we are" in str(asked.body)


def test_each_time_has_its_own_values_and_the_rows_of_that_moment():
    site.page(StandardPage, title="About")
    page = site.page(StandardPage, title="Privacy")
    assert [found.title for found in BY_TITLE.ask(title="About")] == ["About"]
    assert [found.pk for found in BY_TITLE.ask(title="Privacy")] == [page.pk]

    StandardPage.objects.filter(pk=page.pk).update(summary="Changed since")

    assert BY_TITLE.ask(title="Privacy")[0].summary == "Changed since"
    assert BY_TITLE.ask(title="' OR true --") == []


def test_rows_are_counted_and_cut():
    for title in ("C", "A", "B"):
        site.page(StandardPage, title=title, slug=title.lower())

    assert TITLES.count() == 3
    assert TITLES.ask() == [("A", "a"), ("B", "b"), ("C", "c")]
    assert TITLES.ask(limit=1, offset=1) == [("B", "b")]


def test_what_can_never_be_found_is_not_asked():
    nothing = Question(StandardPage.objects.none)
    with CaptureQueriesContext(connection) as queries:
        assert nothing.ask() == []
        assert nothing.count() == 0
    assert not queries


@pytest.mark.parametrize(
    "filters",
    [
        lambda: {"first_published_at__lt": timezone.now()},
        lambda: {"review_due_on__lt": timezone.localdate()},
    ],
)
def test_a_moment_that_would_stay_is_refused(filters):
    stays = Question(lambda: StandardPage.objects.filter(**filters()))

    with pytest.raises(ValueError, match="make it a name"):
        stays.ask()


@pytest.mark.parametrize(
    ("queryset", "error"),
    [
        (lambda: StandardPage.objects.prefetch_related("topics"), ValueError),
        (lambda: StandardPage.objects.values("title"), KeyError),
        (lambda: StandardPage.objects.specific(), KeyError),
    ],
)
def test_what_one_statement_cannot_give_is_refused(queryset, error):
    with pytest.raises(error):
        Question(queryset).ask()
