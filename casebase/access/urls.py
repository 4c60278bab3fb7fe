"""The addresses about people and their access."""

from django.urls import path

from casebase.access.views import people, reviews

urlpatterns = [
    path("oath/", people.oath, name="oath"),
    path("people/", people.people_list, name="people"),
    path("people/invite/", people.invite, name="invite_person"),
    path("people/requests/", people.requests, name="place_requests"),
    path("people/<int:user_id>/", people.person, name="person"),
    path("people/<int:user_id>/change/", people.change_place, name="change_place"),
    path("people/<int:user_id>/invite/", people.invite_again, name="invite_again"),
    path("people/<int:user_id>/end/", people.end_account, name="end_account"),
    path("people/<int:user_id>/open/", people.open_again, name="open_again"),
    path("desks/", people.desks, name="desks"),
    path("access-review/", reviews.review_list, name="access_review"),
    path("access-review/alerts/", reviews.usage_alerts, name="usage_alerts"),
    path("access-review/<int:user_id>/", reviews.review, name="review_person"),
]
