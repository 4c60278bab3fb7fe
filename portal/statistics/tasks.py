"""The worker's regular look into the folder of releases (Procrastinate finds it by its name)."""

from __future__ import annotations

import logging
from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from portal.statistics import services
from portal.statistics.receiving import inbox
from portal.statistics.receiving.refusals import BundleRefused

logger = logging.getLogger(__name__)
_told: set[tuple[str, int, int]] = set()  # refused bundles that the log has been told of


@app.periodic(cron="* * * * *", periodic_id="releases")
@app.task(
    name="statistics.receive_releases",
    queueing_lock="statistics.receive_releases",
    pass_context=False,
)
def receive_releases(timestamp: int) -> None:
    """Every minute: whatever casework has handed over since."""
    for path in inbox.waiting(Path(settings.RELEASE_INBOX)):
        _receive(path)


def _receive(path: Path) -> None:
    """Take one bundle; a refusal is told once for each state of the file, not every minute."""
    try:
        content = inbox.read(path)
        if not services.is_known(content):
            services.receive_release(content=content)
    except BundleRefused:
        stat = path.stat()
        state = (path.name, stat.st_size, stat.st_mtime_ns)
        if state not in _told:
            _told.add(state)
            # Why is told by `manage.py receive_releases`: no log quotes what may be a leak.
            logger.warning("release refused", extra={"bundle": path.name})
