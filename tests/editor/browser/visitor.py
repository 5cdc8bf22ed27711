"""A browser without a socket: calls the editor as a server would, and keeps its cookie."""

from __future__ import annotations

import io
import re
from html import unescape
from html.parser import HTMLParser
from typing import Any, NamedTuple
from urllib.parse import urlencode, urlsplit

PORT = 8484
HOST = f"127.0.0.1:{PORT}"


class Page(NamedTuple):
    """An answer."""

    status: int
    headers: dict[str, str]
    body: str

    @property
    def text(self) -> str:
        """What is on the page, without its elements."""
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", self.body)).split())

    @property
    def fields(self) -> dict[str, list[str]]:
        """What the large form of the page would send, as it is."""
        reader = _Fields()
        reader.feed(self.body)
        return reader.found


class _Fields(HTMLParser):
    """Collects the controls of the form with the class `boxes`."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {}
        self._inside = False
        self._select = self._area = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = dict(attrs)
        name, value = own.get("name") or "", own.get("value") or ""
        if tag == "form":
            self._inside = own.get("class") == "boxes"
        elif not self._inside:
            return
        elif tag == "input" and (own.get("type") != "checkbox" or "checked" in own):
            self.found.setdefault(name, []).append(value)
        elif tag == "select":
            self._select = name
            self.found[name] = []
        elif tag == "option" and "selected" in own:
            self.found[self._select] = [value]
        elif tag == "textarea":
            self._area = name
            self.found[name] = [""]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.found[self._area] = [self.found[self._area][0].removeprefix("\n")]
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.found[self._area][0] += data


class Visitor:
    """One browser."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self.cookie = ""

    def get(self, address: str, **environ: str) -> Page:
        return self._call("GET", address, b"", environ)

    def post(self, address: str, fields: dict[str, Any], **environ: str) -> Page:
        return self._call("POST", address, urlencode(fields, doseq=True).encode(), environ)

    def send(self, address: str, page: Page, button: str, **changes: str | list[str]) -> Page:
        """Sends the form of a page with some boxes changed, and follows where that leads."""
        fields = page.fields | {name: [value] if isinstance(value, str) else value for name, value in changes.items()}
        answer = self.post(address, fields | {"do": [button]})
        return self.get(answer.headers["location"]) if answer.status == 303 else answer

    def _call(self, method: str, address: str, body: bytes, more: dict[str, str]) -> Page:
        parts = urlsplit(address)
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method, "PATH_INFO": parts.path, "QUERY_STRING": parts.query, "SCRIPT_NAME": "",
            "SERVER_NAME": "127.0.0.1", "SERVER_PORT": str(PORT), "SERVER_PROTOCOL": "HTTP/1.1", "HTTP_HOST": HOST,
            "HTTP_COOKIE": self.cookie, "CONTENT_TYPE": "application/x-www-form-urlencoded" if body else "",
            "CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http", "wsgi.version": (1, 0), "wsgi.multithread": True, "wsgi.multiprocess": False,
            "wsgi.run_once": False, **more,
        }  # fmt: skip
        got: dict[str, Any] = {}

        def start_response(status: str, headers: list[tuple[str, str]], *_: Any) -> None:
            got["status"], got["headers"] = int(status.split(" ")[0]), {name.lower(): value for name, value in headers}

        raw = b"".join(self._application(environ, start_response))
        if cookie := got["headers"].get("set-cookie"):
            self.cookie = cookie.split(";")[0]
        return Page(got["status"], got["headers"], raw.decode())
