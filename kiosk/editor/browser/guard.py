"""What every request has to be and every answer has, before the editor itself is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

LARGEST_BODY = 1024 * 1024
"""Bytes; a full topic, written as a form sends it, is a tenth of it."""
_FORM = "application/x-www-form-urlencoded"
_HEADERS = [
    ("Content-Security-Policy",
     "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
]  # fmt: skip

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


def guarded(application: Application, port: int) -> Application:
    """Return `application` behind checks of each request, and with the headers that keep other pages out.

    Only requests for this machine by its own name or number at `port` are answered, so that no web site can reach the
    editor under a name of its own (DNS rebinding).
    """
    hosts = {f"{name}:{port}" for name in ("127.0.0.1", "localhost")}

    def answer(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
            own = {name.lower() for name, _ in headers}
            return start_response(status, headers + [each for each in _HEADERS if each[0].lower() not in own], *more)

        refused = _refusal(environ, hosts)
        if refused:
            start(refused, [("Content-Type", "text/plain; charset=utf-8")])
            return [refused.encode()]
        return application(environ, start)

    return answer


def _refusal(environ: Environ, hosts: set[str]) -> str:
    """Return the status with which a request is refused; empty if it may be answered."""
    if environ.get("HTTP_HOST", "") not in hosts:
        return "421 Misdirected Request"
    if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
        return ""
    if environ["REQUEST_METHOD"] != "POST":
        return "405 Method Not Allowed"
    origin = environ.get("HTTP_ORIGIN")
    if origin is not None and origin.removeprefix("http://") not in hosts:
        return "403 Forbidden"
    if environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower() != _FORM:
        return "415 Unsupported Media Type"
    length = environ.get("CONTENT_LENGTH") or ""
    if not length.isascii() or not length.isdigit():
        return "411 Length Required"
    return "413 Content Too Large" if int(length) > LARGEST_BODY else ""
