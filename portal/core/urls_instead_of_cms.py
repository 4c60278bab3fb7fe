"""What stands in front of the CMS's own sign-in, sign-out and password reset: one door only."""

from django.urls import path

from portal.core import views

urlpatterns = [
    path("login/", views.to_sign_in),
    path("logout/", views.sign_out),
    path("password_reset/", views.absent),
    path("password_reset/<path:rest>", views.absent),
]
