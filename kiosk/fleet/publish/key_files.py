"""Private keys as files, each for one person or one timer: Ed25519, PEM, with or without a passphrase."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, Key, SSlibKey

from kiosk.fleet.fleet_error import FleetError
from kiosk.machine.files import rewrite

AskPassphrase = Callable[[str], str]
"""Returns the passphrase of the key with that name; empty for none."""
NAME = "x-kiosk-name"
"""The field of a public key with the file name of the private one."""
LONGEST_PASSPHRASE = 1023
"""Bytes of UTF-8; OpenSSL's limit."""


def new_passphrase(ask: AskPassphrase, name: str) -> str:
    """Ask for the passphrase of a new key. Raises FleetError if it cannot be used."""
    given = ask(name)
    try:
        length = len(given.encode())
    except UnicodeEncodeError:
        raise FleetError("passphrase", f"The passphrase for {name} is not text in UTF-8. Choose another.") from None
    if length > LONGEST_PASSPHRASE:
        sentence = f"The passphrase for {name} is too long: {LONGEST_PASSPHRASE} bytes at most. Choose a shorter one."
        raise FleetError("passphrase", sentence)
    return given


def make_key(folder: Path, name: str, passphrase: str) -> Key:
    """Make a key pair; write the private half to `folder`/`name`.pem atomically, readable by its owner only.

    `passphrase` is from `new_passphrase`. Raises FleetError if the file exists, and OSError if it cannot be written.
    """
    path = folder / f"{name}.pem"
    if path.exists():
        sentence = (
            f"There is a key in {path} already. It is not overwritten. If “fleet init” or “fleet rotate-key” was "
            "interrupted, perhaps by a power cut, it is left over: move it away, and run the command again."
        )
        raise FleetError("key-exists", sentence)
    private = Ed25519PrivateKey.generate()
    protection: KeySerializationEncryption = NoEncryption()
    if passphrase:
        protection = BestAvailableEncryption(passphrase.encode())
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    rewrite(path, private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, protection), private=True)
    public = SSlibKey.from_crypto(private.public_key())
    public.unrecognized_fields[NAME] = name
    return public


def name_of(key: Key) -> str:
    """Return the file name of the private half, without its extension."""
    return str(key.unrecognized_fields.get(NAME, key.keyid[:8]))


class KeyRing:
    """The available private keys: in the network's folder, and on USB sticks."""

    def __init__(self, folders: Iterable[Path], ask: AskPassphrase) -> None:
        self._folders = tuple(folders)
        self._ask = ask
        self._told: dict[str, str] = {}
        self._open: dict[str, CryptoSigner] = {}

    def tell(self, name: str, passphrase: str) -> None:
        """Remember the passphrase of the key called `name`, so that it is not asked for."""
        self._told[name] = passphrase

    def signers(self, keys: Sequence[Key], threshold: int, is_for: str) -> list[CryptoSigner]:
        """Return signers for those of `keys` that are available, at least `threshold`.

        Raises FleetError if there are fewer, or a passphrase is wrong.
        """
        found = [path for key in keys if (path := self._file(name_of(key)))]
        if len(found) < threshold:
            names = ", ".join(f"{name_of(key)}.pem" for key in keys)
            where = ", ".join(map(str, self._folders))
            sentence = (
                f"To sign {is_for}, {threshold} of these keys must be available: {names}. {len(found)} found in "
                f"{where}. Name the folder of the others with --keys."
            )
            raise FleetError("keys-missing", sentence)
        return [self._signer(key, path) for key in keys if (path := self._file(name_of(key)))]

    def _file(self, name: str) -> Path | None:
        return next((path for folder in self._folders if (path := folder / f"{name}.pem").is_file()), None)

    def _signer(self, key: Key, path: Path) -> CryptoSigner:
        if key.keyid in self._open:
            return self._open[key.keyid]
        raw = path.read_bytes()
        try:
            secret = self._passphrase(path.stem) if b"ENCRYPTED" in raw else ""
            private = load_pem_private_key(raw, secret.encode() or None)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            raise FleetError("key-locked", f"The key {path} could not be opened. Is the passphrase right?") from None
        if not isinstance(private, Ed25519PrivateKey):
            raise FleetError("key-wrong", f"{path} contains another kind of key than “fleet init” makes.")
        signer = CryptoSigner(private)
        if signer.public_key.keyid != key.keyid:
            raise FleetError("key-wrong", f"{path} is not the key that the network knows by this name.")
        self._open[key.keyid] = signer
        return signer

    def _passphrase(self, name: str) -> str:
        return self._told[name] if name in self._told else self._ask(name)
