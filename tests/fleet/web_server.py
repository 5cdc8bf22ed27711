"""A real web server on this machine, which can be told to behave badly."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import SSLContext
from typing import Any

Answer = Callable[[SimpleHTTPRequestHandler], None]


class WebServer:
    """Serves a folder; `answers` replaces what is said for paths that end with a key of it."""

    def __init__(self, folder: Path, tls: SSLContext | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.closing = threading.Event()
        server = self

        class Handler(SimpleHTTPRequestHandler):
            def __init__(self, *given: Any, directory: str) -> None:
                super().__init__(*given, directory=directory)

            def do_GET(self) -> None:
                server.asked.append(self.path)
                server.headers.append(dict(self.headers))
                for ending, answer in server.answers.items():
                    if self.path.endswith(ending):
                        answer(self)
                        return
                super().do_GET()

            def log_message(self, *said: object) -> None:
                """Nothing: stderr is for the tests."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self._http.daemon_threads = True
        # A client that has left early is no news.
        self._http.handle_error = lambda request, client: None  # type: ignore[method-assign]
        if tls:
            self._http.socket = tls.wrap_socket(self._http.socket, server_side=True)
        self.address = f"http{'s' if tls else ''}://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> WebServer:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    # Ways to behave badly

    def endless(self, handler: SimpleHTTPRequestHandler) -> None:
        """Bytes without an end, or until the client leaves."""
        handler.send_response(200)
        handler.end_headers()
        while not self.closing.is_set():
            handler.wfile.write(b"x" * 65_536)

    def drop_by_drop(self, handler: SimpleHTTPRequestHandler) -> None:
        """A byte now and then, too often for a pause to be noticed."""
        handler.send_response(200)
        handler.send_header("Content-Length", "500")
        handler.end_headers()
        while not self.closing.wait(0.05):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    @staticmethod
    def broken_off(handler: SimpleHTTPRequestHandler) -> None:
        """Half of what was announced."""
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        handler.wfile.write(b"{" * 100)

    @staticmethod
    def failing(handler: SimpleHTTPRequestHandler) -> None:
        """An error of the server's own."""
        handler.send_error(503)

    @staticmethod
    def saying(body: bytes) -> Answer:
        """Something else than what is in the folder."""

        def answer(handler: SimpleHTTPRequestHandler) -> None:
            handler.send_response(200)
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

        return answer
