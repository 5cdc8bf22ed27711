"""A small proxy for http and, by CONNECT, for https."""

from __future__ import annotations

import select
import socket
import threading
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Proxy:
    """`known` tells where the hosts are that only the proxy knows."""

    def __init__(self) -> None:
        self.known: dict[str, str] = {}
        self.passed = 0
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                there = urlsplit(proxy.known[parts.hostname or ""])
                proxy.passed += 1
                onward = HTTPConnection(there.hostname or "", there.port)
                onward.request("GET", parts.path)
                answer = onward.getresponse()
                body = answer.read()
                onward.close()
                self.send_response(answer.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_CONNECT(self) -> None:
                there = urlsplit(proxy.known[self.path.rpartition(":")[0]])
                proxy.passed += 1
                self.send_response(200)
                self.end_headers()
                with socket.create_connection((there.hostname or "", there.port or 0)) as onward:
                    self._carry(onward)

            def _carry(self, onward: socket.socket) -> None:
                ways = {self.connection: onward, onward: self.connection}
                while True:
                    for side in select.select(list(ways), [], [])[0]:
                        if not (piece := side.recv(65_536)):
                            return
                        ways[side].sendall(piece)

            def log_message(self, *said: object) -> None:
                """Nothing: stderr is for the tests."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.05})

    def __enter__(self) -> Proxy:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()
