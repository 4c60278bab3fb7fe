"""The folder into which casework moves finished bundles."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from portal.statistics.receiving.archive import LARGEST_BUNDLE
from portal.statistics.receiving.refusals import BundleRefused

LAST = 1_000_000  # where a bundle stands that does not say its number


def waiting(folder: Path) -> list[Path]:
    """The bundles in the folder in the order of their numbers; none where there is no folder.

    What a bundle says of its number is not believed here; it only puts them in order.
    """
    found = [path for path in folder.glob("*.zip") if path.is_file() and not path.is_symlink()]
    return sorted(found, key=lambda path: (_claimed_number(path), path.name))


def read(path: Path) -> bytes:
    """The bytes of a bundle.

    Raises:
        BundleRefused: it is not there, or larger than any bundle.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_BUNDLE + 1)
    except OSError as error:
        raise BundleRefused("The file cannot be read. Check its name and its rights.") from error
    if len(content) > LARGEST_BUNDLE:
        raise BundleRefused("The bundle is larger than 20 MB, which no release is.")
    return content


def _claimed_number(path: Path) -> int:
    try:
        archive = zipfile.ZipFile(io.BytesIO(read(path)))
        with archive, archive.open("manifest.json") as file:
            manifest = json.loads(file.read(1_000_000))
        return min(max(int(manifest["release"]["sequence"]), 0), LAST)
    except Exception:  # only a guess at the order: whatever is wrong with it, receiving says
        return LAST
