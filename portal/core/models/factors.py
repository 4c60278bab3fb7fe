"""Second factors: one-time codes from a phone, and recovery codes on paper.

They are django-otp devices with its defaults corrected (portal/core/README.md, decision 2): the
seed is sealed, recovery codes are kept as digests, the clock window never drifts, and the wait
after wrong codes has an upper limit. Passkeys are of the library's own class: see
`portal.core.passkeys`.
"""

from __future__ import annotations

import datetime as dt
import hmac
import time
import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django_otp.models import Device, DeviceManager, ThrottlingMixin, VerifyNotAllowed
from django_otp.oath import hotp

from portal.core import sealing

STEP_SECONDS = 30
TOLERANCE = 1  # steps before and after now: a code can be used for about 90 seconds
DIGITS = 6
LONGEST_WAIT = dt.timedelta(minutes=15)
MOST_WRONG, WITHIN = 50, dt.timedelta(days=1)  # nobody mistypes so often in a day


class FailedCode(models.Model):
    """A wrong code was typed. The sites may add such a row and never change or remove one, so a
    statement that slips in and sets the waits back does not buy a guesser more tries."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [models.Index(fields=["user", "at"], name="failed_codes_of_a_person")]

    def __str__(self) -> str:
        return f"wrong code {self.pk}"


class CappedThrottling(ThrottlingMixin):
    """Waits of 1, 2, 4 … seconds after wrong codes, but never more than `LONGEST_WAIT`; after
    `MOST_WRONG` within a day, until fewer of them lie within it."""

    class Meta:
        abstract = True

    def get_throttle_factor(self) -> int:
        return 1

    def locked_until(self) -> dt.datetime | None:
        """Until when no code is looked at; None where one may be tried now."""
        end = max(filter(None, (self._after_the_last(), self._after_many())), default=None)
        return end if end and end > timezone.now() else None

    def _after_the_last(self) -> dt.datetime | None:
        if not self.throttling_failure_count or self.throttling_failure_timestamp is None:
            return None
        seconds = 2 ** min(self.throttling_failure_count - 1, 20)
        return self.throttling_failure_timestamp + min(dt.timedelta(seconds=seconds), LONGEST_WAIT)

    def _after_many(self) -> dt.datetime | None:
        """A day after the last wrong code but `MOST_WRONG` - 1."""
        newest = FailedCode.objects.filter(user_id=self.user_id).order_by("-at", "-pk")
        at = newest.values_list("at", flat=True)[MOST_WRONG - 1 : MOST_WRONG].first()
        return at and at + WITHIN

    def throttle_increment(self, commit: bool = True) -> None:
        super().throttle_increment(commit=commit)
        FailedCode.objects.create(user_id=self.user_id)

    def verify_is_allowed(self) -> tuple[bool, dict[str, Any] | None]:
        until = self.locked_until()
        if until is None:
            return True, None
        return False, {"reason": VerifyNotAllowed.N_FAILED_ATTEMPTS, "locked_until": until}


class TotpDevice(CappedThrottling, Device):
    """An authenticator app on a person's phone."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sealed_seed = models.BinaryField()
    last_step = models.BigIntegerField(default=-1)  # the newest time step whose code was used
    created_at = models.DateTimeField(auto_now_add=True)
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[DeviceManager] = DeviceManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(confirmed=True),
                name="totp_device_one_confirmed_a_user",
            )
        ]

    def __str__(self) -> str:
        return f"authenticator {self.public_id}"

    @property
    def seed(self) -> bytes:
        """The shared secret.

        Raises:
            sealing.CannotUnseal: the row was changed, moved, or sealed with another key.
        """
        return sealing.unseal(bytes(self.sealed_seed), bound_to=self._binding())

    def seal_seed(self, seed: bytes) -> None:
        self.sealed_seed = sealing.seal(seed, bound_to=self._binding())

    def _binding(self) -> str:
        return f"core_totpdevice|sealed_seed|{self.public_id}|{self.user_id}"

    def code_at(self, step: int) -> str:
        return f"{hotp(self.seed, step, digits=DIGITS):0{DIGITS}d}"

    def verify_token(self, token: str) -> bool:
        """Called by `django_otp.verify_token()` only, which holds the row's lock meanwhile."""
        if not self.verify_is_allowed()[0]:
            return False
        step = self._step_of(token)
        if step is None:
            self.throttle_increment()
            return False
        self.last_step = step
        self.last_used_at = timezone.now()
        self.throttle_reset(commit=False)
        self.save()
        return True

    def _step_of(self, token: str) -> int | None:
        now = current_step()
        seed = self.seed
        for step in range(now - TOLERANCE, now + TOLERANCE + 1):
            code = f"{hotp(seed, step, digits=DIGITS):0{DIGITS}d}"
            if step > self.last_step and hmac.compare_digest(code.encode(), token.encode()):
                return step
        return None


def current_step() -> int:
    return int(time.time()) // STEP_SECONDS


class RecoveryCodes(CappedThrottling, Device):
    """A person's sheet of recovery codes; each works once."""

    created_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[DeviceManager] = DeviceManager()

    class Meta:
        verbose_name_plural = "recovery codes"
        constraints = [
            models.UniqueConstraint(fields=["user"], name="recovery_codes_one_sheet_a_user")
        ]

    def __str__(self) -> str:
        return f"recovery codes {self.pk}"

    def digest_of(self, code: str) -> str:
        """Of the code and its person: a line moved to somebody else's sheet opens nothing."""
        return sealing.digest("recovery code", f"{self.user_id}|{sealing.plain_code(code)}")

    def verify_token(self, token: str) -> bool:
        """Called by `django_otp.verify_token()` only, which holds the row's lock meanwhile."""
        if not self.verify_is_allowed()[0]:
            return False
        digest = self.digest_of(token)
        if not self.codes.filter(digest=digest, used_at=None).update(used_at=timezone.now()):
            self.throttle_increment()
            return False
        self.throttle_reset()
        return True


class RecoveryCode(models.Model):
    """One line of the sheet, known by its digest only."""

    sheet = models.ForeignKey(RecoveryCodes, on_delete=models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64, unique=True)
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"recovery code {self.pk}"


class PasskeyProof(models.Model):
    """That the site itself took this key from this person: a MAC over both.

    A key is public, so a statement that slips into the site's SQL could write one into anybody's
    list; it cannot write this.
    """

    credential = models.OneToOneField(
        "django_otp_webauthn.WebAuthnCredential",
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="proof",
    )
    mac = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"proof {self.pk}"

    @staticmethod
    def mac_of(credential: Any) -> str:
        public = (bytes(credential.credential_id).hex(), bytes(credential.public_key).hex())
        return sealing.digest("passkey", "|".join((str(credential.user_id), *public)))
