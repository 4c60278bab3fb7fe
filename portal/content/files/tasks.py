"""Work on files that nobody should wait for."""

from __future__ import annotations

import logging

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

logger = logging.getLogger(__name__)


@app.task(name="files.read", queue="files", retry=RetryStrategy(max_attempts=3, wait=60))
def read_file(version_id: int) -> None:
    """Read the text of one version; nothing to do where it was removed or read meanwhile."""
    from portal.content.files.models import DocumentFile, FileReading
    from portal.content.files.reading import read_version

    waiting = DocumentFile.objects.filter(reading__status=FileReading.Status.WAITING)
    version = waiting.select_related("document").filter(pk=version_id).first()
    if version is None:
        return
    reading = read_version(version)
    logger.info("file read", extra={"version": version_id, "status": reading.status})


@app.periodic(cron="40 2 * * *")
@app.task(name="files.check_visibility", queue="files")
def check_visibility(timestamp: int) -> None:
    """Each night, prove that files are public exactly where a live page shows them."""
    from portal.content.files.visibility import refresh_all

    if changed := refresh_all():
        logger.warning("file visibility was wrong", extra={"documents": sorted(changed)})
