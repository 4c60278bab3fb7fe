"""What the registry adds to the pages about people."""

from django.urls import path

from casebase.registry.views import break_glass, hand_over

urlpatterns = [
    path("emergency/", break_glass.break_glass, name="break_glass"),
    path("emergency/openings/", break_glass.emergencies, name="break_glass_reviews"),
    path("people/hand-over/", hand_over.holders, name="holders"),
    path("people/<int:user_id>/hand-over/", hand_over.hand_over, name="hand_over"),
]
