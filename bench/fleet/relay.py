"""Counts what really goes over a connection: TLS included, the headers of TCP and IP not."""

from __future__ import annotations

import select
import socket
import threading
from typing import Self


class Relay:
    """Stands between a kiosk and the web server."""

    def __init__(self, port: int) -> None:
        self._onward = port
        self.bytes = self.connections = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        # Wakes the thread that waits for the next connection.
        self._listening.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listening.close()

    def _run(self) -> None:
        while True:
            try:
                kiosk, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            with kiosk, socket.create_connection(("127.0.0.1", self._onward)) as server:
                self._carry({kiosk: server, server: kiosk})

    def _carry(self, ways: dict[socket.socket, socket.socket]) -> None:
        while True:
            for side in select.select(list(ways), [], [])[0]:
                try:
                    piece = side.recv(65_536)
                except ConnectionResetError:
                    piece = b""
                if not piece:
                    return
                self.bytes += len(piece)
                ways[side].sendall(piece)
