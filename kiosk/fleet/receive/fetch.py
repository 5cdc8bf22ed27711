"""Fetch bytes from a web server or a folder. They are untrusted: TUF verifies what was fetched.

The only module of the program that uses the internet. It only sends GET requests, with nothing about the kiosk.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError
from tuf.ngclient import FetcherInterface
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError, SSLError, TimeoutError
from urllib3.util import Url, parse_url

from kiosk.fleet.fleet_error import FleetError

PATIENCE_S = 20.0
"""Seconds without a byte before giving up on a server."""
_PIECE = 65_536
_MISSING = 404
_RETRY = urllib3.Retry(total=4, connect=1, read=1, redirect=3, status=0, other=0)


class NotSecureError(DownloadError):
    """The server could not prove its identity (TLS)."""


def fetcher_for(source: str, proxy: str, ca: Path | None) -> FetcherInterface:
    """Return the fetcher for `source`, a web address or the path of a folder.

    Raises FleetError for an invalid address.
    """
    return WebFetcher(source, proxy, ca) if is_web(source) else FolderFetcher()


def is_web(source: str) -> bool:
    """True if `source` is on a web server."""
    return source.startswith(("https://", "http://"))


def base_of(source: str) -> str:
    """Return `source` without `file://` and a final slash. Raises FleetError for an invalid address."""
    if not source.startswith("file://"):
        return source.rstrip("/")
    try:
        return unquote(urlsplit(source).path)
    except ValueError:
        raise _no_address(source) from None


def _address(text: str) -> Url | None:
    """Return the parts of a web address; None if invalid."""
    try:
        address = parse_url(text)
    except HTTPError:
        return None
    return address if address.scheme in ("http", "https") and address.host else None


def _proxy(given: str, to: Url) -> str:
    """Return the proxy for the web address `to`: from fleet.yaml, or else from the environment; empty for none.

    Raises FleetError for an invalid address, without repeating it, since it may contain a password.
    """
    where = "“proxy” in fleet.yaml" if given else f"the variable “{to.scheme}_proxy” of the environment"
    if not given and not proxy_bypass((to.host or "").strip("[]")):
        given = getproxies().get(to.scheme or "", "")
        if given and "://" not in given:
            # curl and others accept a proxy without a scheme.
            given = f"http://{given}"
    if given and _address(given) is None:
        sentence = f"The address of the proxy is not valid. Check {where}: http://proxy.example.org:3128."
        raise FleetError("settings", sentence)
    return given


def _no_address(source: str) -> FleetError:
    sentence = f"{source} is not a valid address. Check “from” in fleet.yaml, and what follows --from."
    return FleetError("settings", sentence)


class WebFetcher(FetcherInterface):
    """Fetches from one web server, through a proxy if there is one."""

    def __init__(self, source: str, proxy: str, ca: Path | None) -> None:
        """`proxy`: its address; empty for that of the environment, if any. `ca`: a clinic's own root certificates.

        Raises FleetError for an invalid address.
        """
        address = _address(source)
        if address is None:
            raise _no_address(source)
        proxy = _proxy(proxy, address)
        certificates = str(ca) if ca else None
        timeout = urllib3.Timeout(connect=PATIENCE_S, read=PATIENCE_S)
        headers = {"User-Agent": "kiosk-fleet", "Accept-Encoding": "identity"}
        self._pool = (
            urllib3.ProxyManager(proxy, headers=headers, ca_certs=certificates, timeout=timeout, retries=_RETRY)
            if proxy
            else urllib3.PoolManager(headers=headers, ca_certs=certificates, timeout=timeout, retries=_RETRY)
        )

    def _fetch(self, url: str) -> Iterator[bytes]:
        """See `FetcherInterface`."""
        try:
            answer = self._pool.request("GET", url, preload_content=False)
        except MaxRetryError as error:
            if isinstance(error.reason, SSLError):
                raise NotSecureError(str(error.reason)) from error
            # A refused connection is one of urllib3's timeouts too.
            if isinstance(error.reason, TimeoutError) and not isinstance(error.reason, NewConnectionError):
                raise SlowRetrievalError(str(error.reason)) from error
            raise
        if answer.status != 200:
            answer.close()
            raise DownloadHTTPError(f"the server answers {answer.status}", answer.status)
        return self._pieces(answer)

    @staticmethod
    def _pieces(answer: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
        try:
            yield from answer.stream(_PIECE, decode_content=False)
        except TimeoutError as error:
            raise SlowRetrievalError(str(error)) from error
        except HTTPError as error:
            raise DownloadError(str(error)) from error
        finally:
            answer.close()


class FolderFetcher(FetcherInterface):
    """Fetches from a folder: a USB stick, or a network share."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        """See `FetcherInterface`."""
        try:
            # An ordinary open() of a named pipe would wait for ever.
            handle = os.open(url, os.O_RDONLY | os.O_NONBLOCK)
        except (FileNotFoundError, NotADirectoryError) as error:
            raise DownloadHTTPError(f"{url} is missing", _MISSING) from error
        file = os.fdopen(handle, "rb")
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            file.close()
            raise DownloadError(f"{url} is not a file")
        return self._pieces(file)

    @staticmethod
    def _pieces(file: BinaryIO) -> Iterator[bytes]:
        with file:
            while piece := file.read(_PIECE):
                yield piece
