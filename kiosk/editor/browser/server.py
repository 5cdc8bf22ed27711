"""Serves the editor to browsers on this machine, and to nobody else."""

from __future__ import annotations

from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

ADDRESS = "127.0.0.1"
"""This machine only."""


class _Handler(WSGIRequestHandler):
    server_version = "kiosk"
    sys_version = ""
    timeout = 30  # seconds; browsers open connections that they never use

    def log_message(self, format: str, *args: Any) -> None:
        """Log nothing: addresses and times of staff are nobody's business."""


class Server(ThreadingMixIn, WSGIServer):
    """A server at `ADDRESS`; raises OSError if `port` is taken. Port 0 stands for any that is free."""

    daemon_threads = True
    multi_request = False

    def __init__(self, port: int) -> None:
        super().__init__((ADDRESS, port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking a name server for this machine's name."""
        self.base_environ = {}
        super(WSGIServer, self).server_bind()
        self.server_name, self.server_port = ADDRESS, self.server_address[1]
        self.setup_environ()
