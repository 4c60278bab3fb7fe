"""Somebody who reads pages and fills in forms over HTTP, without knowing which there are."""

from __future__ import annotations

import contextlib
import http.client
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

TEXT = frozenset({"text", "search", "textarea", "tel", "email", "url", "password"})
CSRF = "csrfmiddlewaretoken"


@dataclass
class Field:
    """One control of a form, with the values it offers."""

    name: str
    kind: str
    value: str = ""
    offers: list[str] = field(default_factory=list)


@dataclass
class Form:
    action: str
    method: str
    is_multipart: bool
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def text_fields(self) -> list[Field]:
        return [one for one in self.fields.values() if one.kind in TEXT]


@dataclass(frozen=True)
class Answer:
    """What came back; redirects are not followed, so that their address is seen too.

    Attributes:
        status: 0 where the connection was closed without an answer.
    """

    status: int
    headers: tuple[tuple[str, str], ...]
    text: str
    address: str

    def header(self, name: str) -> str:
        return {key.lower(): value for key, value in self.headers}.get(name, "")

    @property
    def location(self) -> str:
        return self.header("location")

    def page(self) -> Page:
        found = Page(self.address)
        found.feed(self.text)
        return found


class Page(HTMLParser):
    """Links and forms of a page."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address
        self.links: list[str] = []
        self.forms: list[Form] = []
        self._select: Field | None = None
        self._area: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in given:
            self.links.append(urljoin(self.address, given["href"]))
        elif tag == "form":
            action = urljoin(self.address, given.get("action") or self.address)
            is_multipart = given.get("enctype", "") == "multipart/form-data"
            self.forms.append(Form(action, given.get("method", "get").lower(), is_multipart))
        elif self.forms:
            self._control(tag, given)

    def _control(self, tag: str, given: Mapping[str, str]) -> None:
        fields = self.forms[-1].fields
        if tag == "option" and self._select is not None:
            self._select.offers.append(given.get("value", ""))
        if not given.get("name"):
            return
        if tag == "select":
            self._select = fields.setdefault(given["name"], Field(given["name"], "select"))
        elif tag == "textarea":
            self._area = fields.setdefault(given["name"], Field(given["name"], "textarea"))
        elif tag in {"input", "button"}:
            kind = given.get("type", "text" if tag == "input" else "submit")
            one = fields.setdefault(given["name"], Field(given["name"], kind))
            one.value = one.value or given.get("value", "")
            if kind in {"radio", "checkbox", "submit"}:
                one.offers.append(given.get("value", "on"))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = None
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._area.value += data


Filler = Callable[[Form, Field], str]


class Visitor:
    """One browser with one session; remembers every header and address it was given."""

    def __init__(self, url: str, session: str = "") -> None:
        parts = urlsplit(url)
        self.host, self.origin = parts.netloc, url
        self.cookies = {"cb_csrf": secrets.token_hex(16)}
        if session:
            self.cookies["cb_session"] = session
        self.seen: list[str] = []  # headers and addresses of every answer

    def get(self, address: str) -> Answer:
        return self._send("GET", address, None, {})

    def post(
        self, address: str, values: Mapping[str, str], files: Mapping[str, bytes] | None = None
    ) -> Answer:
        values = {CSRF: self.cookies["cb_csrf"], **values}
        if files is None:
            kind, body = "application/x-www-form-urlencoded", urlencode(values).encode()
        else:
            kind, body = _multipart(values, files)
        headers = {"Content-Type": kind, "Origin": self.origin, "Sec-Fetch-Site": "same-origin"}
        return self._send("POST", address, body, headers)

    def submit(self, form: Form, fill: Filler, files: Mapping[str, bytes] | None = None) -> Answer:
        values = {one.name: fill(form, one) for one in form.fields.values()}
        values = {name: value for name, value in values.items() if value and name != CSRF}
        if form.method == "get":
            return self.get(form.action.split("?")[0] + "?" + urlencode(values))
        uploads = [one.name for one in form.fields.values() if one.kind == "file"]
        values = {name: value for name, value in values.items() if name not in uploads}
        if form.is_multipart:
            content = next(iter((files or {}).values()), b"")
            return self.post(form.action, values, dict.fromkeys(uploads, content))
        return self.post(form.action, values)

    def _send(
        self, method: str, address: str, body: bytes | None, headers: Mapping[str, str]
    ) -> Answer:
        parts = urlsplit(urljoin(self.origin, address))
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPConnection(self.host, timeout=60)
        try:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                # A server that refuses early answers before it has read everything.
                connection.request(method, path, body, {**headers, "Cookie": cookies})
            try:
                raw = connection.getresponse()
                text = raw.read().decode("utf-8", errors="replace")
            except (http.client.HTTPException, ConnectionError):
                return Answer(0, (), "", self.origin + path)
        finally:
            connection.close()
        answer = Answer(raw.status, tuple(raw.getheaders()), text, self.origin + path)
        self._remember(answer)
        return answer

    def _remember(self, answer: Answer) -> None:
        self.seen.append(answer.address)
        self.seen += [f"{name}: {value}" for name, value in answer.headers]
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key.strip()] = rest.split(";")[0]
        if "html" in answer.header("content-type"):
            page = answer.page()
            self.seen += page.links + [form.action for form in page.forms]


def same_site(visitor: Visitor, links: list[str]) -> Iterator[str]:
    """The links that stay on the site, without their fragment."""
    for link in links:
        if link.startswith(visitor.origin + "/"):
            yield link.removeprefix(visitor.origin).split("#")[0]


def _multipart(values: Mapping[str, str], files: Mapping[str, bytes]) -> tuple[str, bytes]:
    boundary = secrets.token_hex(16)
    lines: list[bytes] = []
    for name, value in values.items():
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
        lines += [head.encode(), value.encode(), b"\r\n"]
    for name, content in files.items():
        head = (
            f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; '
            'filename="picture.png"\r\nContent-Type: image/png\r\n\r\n'
        )
        lines += [head.encode(), content, b"\r\n"]
    return f"multipart/form-data; boundary={boundary}", b"".join(lines) + f"--{boundary}--".encode()
