"""The hash of the staff PIN, and the check of a typed one.

scrypt (RFC 7914) at the strength that OWASP names for 16 MB of memory: N = 2^14, r = 8, p = 5. Anyone with the hash
can still find a PIN of six digits within days, so only the kiosk may read the file that holds it.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from itertools import pairwise

SHORTEST, LONGEST = 6, 12
"""Digits."""
LOG_N, R, P = 14, 8, 5
MOST_MEMORY = 64 * 1024 * 1024
"""Bytes."""
SALT_BYTES, HASH_BYTES = 16, 32
PATTERN = r"scrypt\$1[0-5]\$8\$[1-9]\$[A-Za-z0-9_-]{22}\$[A-Za-z0-9_-]{43}"
"""The hash as one line of YAML: strength, salt, hash."""


@dataclass(frozen=True)
class PinHash:
    """A salted hash of a PIN."""

    log_n: int
    p: int
    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, pin: str) -> PinHash:
        """Return the hash of `pin` with a new salt."""
        salt = os.urandom(SALT_BYTES)
        return cls(LOG_N, P, salt, _scrypt(pin, LOG_N, P, salt))

    @classmethod
    def parse(cls, text: str) -> PinHash:
        """Return the hash that `str` has written as `text`. Raises ValueError for anything else."""
        if not re.fullmatch(PATTERN, text):
            raise ValueError("no PIN is kept in this")
        _, log_n, _, p, salt, digest = text.split("$")
        return cls(int(log_n), int(p), urlsafe_b64decode(salt + "=="), urlsafe_b64decode(digest + "="))

    def __str__(self) -> str:
        salt, digest = (urlsafe_b64encode(each).decode().rstrip("=") for each in (self.salt, self.digest))
        return f"scrypt${self.log_n}${R}${self.p}${salt}${digest}"

    def fits(self, pin: str) -> bool:
        """Return True if `pin` is the right one. Takes the same time for a wrong one, about 0.2 s."""
        return hmac.compare_digest(_scrypt(pin, self.log_n, self.p, self.salt), self.digest)


def _scrypt(pin: str, log_n: int, p: int, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=1 << log_n, r=R, p=p, maxmem=MOST_MEMORY, dklen=HASH_BYTES)


def fault_of(pin: str) -> str:
    """Return why `pin` cannot be used, as a sentence for staff; empty if it can."""
    if not (pin.isascii() and pin.isdigit()):
        return "A PIN is made of digits only, so that it can be typed on a number pad."
    if not SHORTEST <= len(pin) <= LONGEST:
        return f"A PIN has {SHORTEST} to {LONGEST} digits; this one has {len(pin)}."
    if _is_easy(pin):
        return "This PIN is among those that are tried first: choose digits without a pattern."
    return ""


def _is_easy(pin: str) -> bool:
    """Return True for PINs that are tried first: repeated digits or digits in a row."""
    repeats = any(pin == (pin[:length] * len(pin))[: len(pin)] for length in (1, 2, 3))
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return repeats or steps in ({1}, {9})
