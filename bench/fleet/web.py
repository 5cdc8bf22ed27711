"""One nginx with the published folder, over http and https, as it comes from Debian but for its log."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from pathlib import Path
from typing import Self

from tests.fleet.house import DAY, NOW
from tests.fleet.receive.test_tls import certificate

HTTP, HTTPS = 18_080, 18_443
_CONFIG = """
worker_processes auto;
pid {place}/nginx.pid;
error_log {place}/error.log warn;
events {{ worker_connections 8192; }}
http {{
  log_format sizes '$scheme $status $request_length $bytes_sent $uri';
  access_log {place}/access.log sizes buffer=64k flush=1s;
  client_body_temp_path {place}/t1; proxy_temp_path {place}/t2; fastcgi_temp_path {place}/t3;
  uwsgi_temp_path {place}/t4; scgi_temp_path {place}/t5;
  sendfile on; tcp_nopush on;
  ssl_session_cache off;
  server {{
    listen 127.0.0.1:{http} backlog=8192;
    listen 127.0.0.1:{https} ssl backlog=8192;
    ssl_certificate {place}/tls/clinic.pem;
    ssl_certificate_key {place}/tls/key.pem;
    root {public};
    default_type application/octet-stream;
  }}
}}
"""


class Nginx:
    """Runs while the block runs."""

    def __init__(self, place: Path, public: Path) -> None:
        self._place = place
        place.mkdir()
        self.certificate, _ = certificate(place / "tls", NOW + 100 * DAY)
        config = place / "nginx.conf"
        config.write_text(_CONFIG.format(place=place, public=public, http=HTTP, https=HTTPS))
        program = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
        if program is None:
            raise SystemExit("nginx is missing (Debian: apt install nginx-light).")
        self._command = (program, "-e", str(place / "error.log"), "-c", str(config), "-g", "daemon off;")

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._command)
        return self

    def __exit__(self, *exc: object) -> None:
        self._process.terminate()
        self._process.wait()

    @property
    def trusting(self) -> ssl.SSLContext:
        """A client's context that believes this server."""
        return ssl.create_default_context(cafile=str(self.certificate))

    def log(self) -> list[str]:
        """The lines of the access log so far: scheme, status, bytes received, bytes sent, path."""
        path = self._place / "access.log"
        return path.read_text().splitlines() if path.exists() else []
