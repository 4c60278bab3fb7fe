"""An address leads to the same page as by Wagtail's own way, for fewer queries."""

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import Page, PageViewRestriction

from portal.content import serving
from portal.site_pages.models import StandardPage
from tests.factories import procedures, site

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    about = site.page(StandardPage, title="About", slug="about")
    team = site.page(StandardPage, parent=about, title="Team", slug="team")
    site.page(StandardPage, title="Team elsewhere", slug="team")
    return about, team


@pytest.mark.parametrize(
    "path", ["", "about/", "about/team/", "team/", "nothing/", "about/nothing/", "nothing/team/"]
)
def test_an_address_leads_where_wagtail_would_lead_it(rf, tree, path):
    result = Page.route_for_request(rf.get("/" + path), path)

    assert serving.find(path) == (result.page if result else None)


def test_a_draft_is_not_found(tree):
    tree[1].unpublish()

    assert serving.find("about/team/") is None


def test_an_address_below_a_page_still_reaches_it(client):
    procedures.procedure(slug="two-editions", editions=2)

    assert client.get("/sops/two-editions/compare/").status_code != 404


def test_the_database_refuses_a_restricted_page(tree):
    with pytest.raises(IntegrityError, match="page privacy is off"), transaction.atomic():
        PageViewRestriction.objects.create(page=tree[0], restriction_type="login")


def test_a_page_of_text_costs_four_queries_at_any_depth(
    client, tree, django_assert_max_num_queries
):
    for address in ("/about/", "/about/team/"):
        with django_assert_max_num_queries(6):  # two of them open and close the transaction
            assert client.get(address).status_code == 200
