"""The demo served for browser tests, and a reader who counts their own steps."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Page, Playwright

from portal.runtime import folders

PORTS = {"PORTAL_PORT": "8780", "CASEWORK_PORT": "8781"}
# Chromium asks its maker's servers at every start; a test machine lets nothing out.
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
WIDTHS = {"phone": 360, "desk": 1280}


@dataclass(frozen=True)
class Site:
    """A running demo.

    Attributes:
        url: of the portal, without a slash at the end.
        data: its data folder.
    """

    url: str
    data: Path
    environment: dict[str, str]
    known: dict[str, tuple[str, str]] = field(default_factory=dict)

    def manage(self, *arguments: str) -> str:
        """What a management command prints."""
        command = [sys.executable, "manage.py", *arguments]
        done = subprocess.run(
            command, cwd=folders.ROOT, env=self.environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def account(self, role: str) -> tuple[str, str]:
        """E-mail and password of the demo account of a role; asked for once a demo."""
        if not self.known:
            self.known.update(self.accounts())
        return self.known[role]

    def accounts(self) -> dict[str, tuple[str, str]]:
        """Role to (e-mail, password) of the demo accounts."""
        lines = (line.split("\t") for line in self.manage("demo_accounts").splitlines())
        return {parts[0]: (parts[1], parts[2]) for parts in lines if len(parts) == 3}


def outside_tests() -> dict[str, str]:
    """Our environment without what the unit tests put into it: a demo has its own."""
    ours = ("DATABASE_URL", "CASEBASE_DATABASE_URL", "DJANGO_SETTINGS_MODULE", "HARBOUR_DEMO")
    ours += ("PORTAL_SECRET_KEY", "PORTAL_SEED_KEY", "SEARCH_ENGINE", "ELASTICSEARCH_URL")
    ours += ("CASEWORK_SECRET_KEY", "CASEWORK_SEED_KEY", "CASEWORK_KEYS")
    return {name: value for name, value in os.environ.items() if name not in ours}


def _end_what_a_killed_run_left(data: Path) -> None:
    """End the demo that still lives on the folder, told by its own environment."""
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get("HARBOUR_DATA") == str(data):
                process.terminate()
                process.wait(30)


@contextlib.contextmanager
def served() -> Iterator[Site]:
    """`make demo`'s own program on a fresh data folder; ended, and left to read, afterwards."""
    data = folders.data_folder() / "browser-demo"
    _end_what_a_killed_run_left(data)
    shutil.rmtree(data, ignore_errors=True)
    environment = {**outside_tests(), **PORTS, "HARBOUR_DATA": str(data)}
    log = folders.data_folder() / "browser-demo.log"
    with log.open("w") as file:
        command = [sys.executable, "-m", "portal.runtime.demo"]
        program = subprocess.Popen(
            command, cwd=folders.ROOT, env=environment, stdout=file, stderr=file
        )
    try:
        _wait(program, log, seconds=900)
        yield Site(f"http://127.0.0.1:{PORTS['PORTAL_PORT']}", data, environment)
    finally:
        program.terminate()
        program.wait(60)


def _wait(program: subprocess.Popen[bytes], log: Path, seconds: float) -> None:
    """Until the demo prints its last line; it says there how to stop it."""
    deadline = time.monotonic() + seconds
    while "Ctrl-C stops everything" not in log.read_text():
        assert program.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.2)


def launch(playwright: Playwright) -> Browser:
    """Debian's headless Chromium, as the README installs it."""
    path = shutil.which("chromium")
    assert path, "chromium is not installed"
    return playwright.chromium.launch(executable_path=path, args=QUIET)


def open_page(browser: Browser, width: int, *, javascript: bool = True) -> Page:
    """A page of a reader who has never been here."""
    context = browser.new_context(
        viewport={"width": width, "height": 800 if width > 600 else 740},
        java_script_enabled=javascript,
        locale="en-GB",
    )
    context.set_default_timeout(15_000)
    return context.new_page()


@dataclass
class Journey:
    """What one person does, counted: a click, a key, or a text typed is one step."""

    name: str
    page: Page
    site: Site
    steps: int = 0
    done: list[str] = field(default_factory=list)

    def _count(self, what: str) -> None:
        self.steps += 1
        self.done.append(what)

    def open(self, path: str) -> None:
        """Where the journey begins; arriving is no step."""
        self.page.goto(self.site.url + path)

    def click(self, role: str, name: str, *, exact: bool = False, nth: int = 0) -> None:
        self._count(f"click {name}")
        self.page.get_by_role(role, name=name, exact=exact).nth(nth).click()

    def type(self, label: str, text: str, *, exact: bool = False) -> None:
        self._count(f"type {label}")
        self.page.get_by_label(label, exact=exact).first.fill(text)

    def choose(self, label: str, option: str) -> None:
        self._count(f"choose {option}")
        self.page.get_by_label(label).first.select_option(option)

    def press(self, key: str) -> None:
        """A key; Enter sends a form, and the answer is waited for."""
        self._count(f"press {key}")
        if key != "Enter":
            self.page.keyboard.press(key)
            return
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    def report(self) -> None:
        """The number of steps, on the terminal even when output is captured."""
        print(f"\n{self.name}: {self.steps} steps ({'; '.join(self.done)})", file=sys.__stderr__)


def sign_in(page: Page, site: Site, role: str) -> None:
    """As a demo account, with its password and one-time code."""
    email, password = site.account(role)
    page.goto(f"{site.url}/sign-in/")
    page.locator("input[name=email]").fill(email)
    page.locator("input[name=password]").fill(password)
    page.locator("main button[type=submit]").click()
    page.wait_for_url("**/sign-in/code/**")
    page.locator("input[name=code]").fill(site.manage("demo_code", email).split()[-1])
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def fetch(url: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    """One plain request: status, headers in lower case, body."""
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=15) as answer:
            status, sent, body = answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        status, sent, body = error.code, error.headers, error.read()
    return status, {name.lower(): value for name, value in sent.items()}, body
