"""The addresses that both sites share."""

from django.urls import path

from portal.core import health, views, views_account, views_invitation, views_passkeys

urlpatterns = [
    path("health/live", health.live, name="health_live"),
    path("health/ready", health.ready, name="health_ready"),
    path("sign-in/", views.SignIn.as_view(), name="sign_in"),
    path("sign-in/code/", views.SignInCode.as_view(), name="sign_in_code"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("invitation/<str:token>/", views_invitation.TakeUpInvitation.as_view(), name="invitation"),
    path("account/devices/", views_account.Devices.as_view(), name="devices"),
    path("account/password/", views_account.ChangePassword.as_view(), name="change_password"),
    path("account/passkeys/", views_passkeys.Passkeys.as_view(), name="passkeys"),
    path(
        "account/recovery-codes/",
        views_account.NewRecoveryCodes.as_view(),
        name="new_recovery_codes",
    ),
]
