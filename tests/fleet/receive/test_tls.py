"""A clinic's own certificates are believed where fleet.yaml names them, and no others are."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.fleet.house import DAY, NOW, House
from tests.fleet.proxy import Proxy
from tests.fleet.web_server import WebServer


def certificate(folder: Path, until: datetime) -> tuple[Path, ssl.SSLContext]:
    """A certificate that vouches for itself, for this machine and for content.example.org."""
    folder.mkdir()
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "A clinic")])
    names = [x509.IPAddress(ipaddress.ip_address("127.0.0.1")), x509.DNSName("content.example.org")]
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), until - 365 * DAY, until)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "clinic.pem", folder / "key.pem"
    public.write_bytes(made.public_bytes(Encoding.PEM))
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return public, context


@pytest.fixture
def own(tmp_path: Path) -> tuple[Path, ssl.SSLContext]:
    return certificate(tmp_path / "own", NOW + 100 * DAY)


@pytest.fixture
def web(house: House, own: tuple[Path, ssl.SSLContext]) -> Iterator[WebServer]:
    house.publish("212-444-0101")
    with WebServer(house.public, own[1]) as server:
        yield server


def test_an_own_certificate_is_believed_where_it_is_named(house: House, web: WebServer, own: tuple[Path, object]):
    assert house.receive(source=web.address, certificates=own[0]).problem == ""
    assert house.phone == "212-444-0101"


def test_it_is_believed_through_a_proxy(house: House, web: WebServer, own: tuple[Path, object]):
    with Proxy() as proxy:
        proxy.known["content.example.org"] = web.address
        source = "https://content.example.org"
        assert house.receive(source=source, certificates=own[0], proxy=proxy.address).problem == ""
        assert proxy.passed > 0


def test_a_server_that_nobody_vouches_for_is_not_believed(house: House, web: WebServer, tmp_path: Path):
    others, _ = certificate(tmp_path / "others", NOW + 100 * DAY)
    for certificates in (None, others):
        report = house.receive(source=web.address, certificates=certificates)
        assert report.problem == "not-secure"
        assert "certificates" in report.sentence
    assert not house.current.exists()


def test_a_certificate_that_has_ended_is_not_believed(house: House, tmp_path: Path):
    house.publish("212-444-0101")
    old, context = certificate(tmp_path / "old", datetime.now(UTC) - DAY)
    with WebServer(house.public, context) as server:
        assert house.receive(source=server.address, certificates=old).problem == "not-secure"
        assert house.receive(source=server.address, certificates=tmp_path / "missing.pem").problem
    assert not house.current.exists()
