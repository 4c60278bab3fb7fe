"""Who belongs together: brothers and sisters, parents, carers."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from casebase.registry.codes.words import LinkKind
from casebase.registry.models.people import Person


class PersonLink(models.Model):
    """What `other` is to `person` (capability 11); seen by whoever may see both."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="links")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=18, choices=LinkKind)
    added_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="person_is_not_linked_to_themselves",
                condition=~Q(person=F("other")),
                violation_error_message="A person cannot be linked to themselves.",
            ),
            models.UniqueConstraint(
                name="person_link_once",
                fields=["person", "other", "kind"],
                violation_error_message="These two are linked in this way already.",
            ),
        ]

    def __str__(self) -> str:
        return f"link {self.pk}"
