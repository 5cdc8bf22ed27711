"""Gets bytes from a web server or a folder, and trusts none of them: TUF judges what was fetched.

The only place of the whole program that talks to a network. It asks with GET and says nothing of the kiosk.
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
"""Seconds without a byte after which a server is given up."""
_PIECE = 65_536
_MISSING = 404
_RETRY = urllib3.Retry(total=4, connect=1, read=1, redirect=3, status=0, other=0)


class NotSecureError(DownloadError):
    """The server could not prove who it is."""


def fetcher_for(source: str, proxy: str, ca: Path | None) -> FetcherInterface:
    """What fetches from `source`, a web address or the path of a folder.

    Raises FleetError for an address that is none.
    """
    return WebFetcher(source, proxy, ca) if is_web(source) else FolderFetcher()


def is_web(source: str) -> bool:
    """Whether `source` is on a web server."""
    return source.startswith(("https://", "http://"))


def base_of(source: str) -> str:
    """`source` as addresses below it start: without `file://`. Raises FleetError for an address that is none."""
    if not source.startswith("file://"):
        return source.rstrip("/")
    try:
        return unquote(urlsplit(source).path)
    except ValueError:
        raise _no_address(source) from None


def _address(text: str) -> Url | None:
    """The parts of a web address; None for what is none."""
    try:
        address = parse_url(text)
    except HTTPError:
        return None
    return address if address.scheme in ("http", "https") and address.host else None


def _proxy(given: str, to: Url) -> str:
    """The proxy on the way to the web address `to`: that of fleet.yaml, or else of the environment; empty for none.

    Raises FleetError for an address that is none, which may hold a password and is not repeated.
    """
    where = "“proxy” in fleet.yaml" if given else f"the variable “{to.scheme}_proxy” of the environment"
    if not given and not proxy_bypass((to.host or "").strip("[]")):
        given = getproxies().get(to.scheme or "", "")
        if given and "://" not in given:
            # As curl and others have it.
            given = f"http://{given}"
    if given and _address(given) is None:
        sentence = f"The proxy is no address that can be used. Look at {where}: http://proxy.example.org:3128."
        raise FleetError("settings", sentence)
    return given


def _no_address(source: str) -> FleetError:
    sentence = f"{source} is no address that can be asked. Look at “from” in fleet.yaml, and at what follows --from."
    return FleetError("settings", sentence)


class WebFetcher(FetcherInterface):
    """Fetches from one web server, through a proxy where there is one."""

    def __init__(self, source: str, proxy: str, ca: Path | None) -> None:
        """`proxy`: its address; empty for that of the environment, if any. `ca`: a clinic's own root certificates.

        Raises FleetError where one of the addresses is none.
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
    """Fetches from a folder: a stick, or a share."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        """See `FetcherInterface`."""
        try:
            # A named pipe would keep an ordinary open() waiting for ever.
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
