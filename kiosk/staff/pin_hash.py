"""The staff's PIN: what is kept of it, and whether a typed one is the same.

Kept as scrypt makes it (RFC 7914), at the strength that OWASP names for 16 MB of memory: N = 2^14, r = 8, p = 5. A PIN
of six digits can still be found by whoever has the hash and a few days' time, so the file that holds it is for the
kiosk alone.
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
"""What is kept, as one line of YAML: the strength, the salt, the hash."""


@dataclass(frozen=True)
class PinHash:
    """What is kept of a PIN."""

    log_n: int
    p: int
    salt: bytes
    digest: bytes

    @classmethod
    def of(cls, pin: str) -> PinHash:
        """Keeps `pin`, with a salt of its own."""
        salt = os.urandom(SALT_BYTES)
        return cls(LOG_N, P, salt, _scrypt(pin, LOG_N, P, salt))

    @classmethod
    def parse(cls, text: str) -> PinHash:
        """What `str` gave. Raises ValueError for anything else."""
        if not re.fullmatch(PATTERN, text):
            raise ValueError("no PIN is kept in this")
        _, log_n, _, p, salt, digest = text.split("$")
        return cls(int(log_n), int(p), urlsafe_b64decode(salt + "=="), urlsafe_b64decode(digest + "="))

    def __str__(self) -> str:
        salt, digest = (urlsafe_b64encode(each).decode().rstrip("=") for each in (self.salt, self.digest))
        return f"scrypt${self.log_n}${R}${self.p}${salt}${digest}"

    def fits(self, pin: str) -> bool:
        """Whether `pin` is the one. Takes as long for a wrong one as for the right one, some 0.2 s."""
        return hmac.compare_digest(_scrypt(pin, self.log_n, self.p, self.salt), self.digest)


def _scrypt(pin: str, log_n: int, p: int, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=1 << log_n, r=R, p=p, maxmem=MOST_MEMORY, dklen=HASH_BYTES)


def fault_of(pin: str) -> str:
    """Why `pin` cannot be used, as a sentence for staff; empty where it can."""
    if not (pin.isascii() and pin.isdigit()):
        return "A PIN is made of digits only, so that it can be typed on a number pad."
    if not SHORTEST <= len(pin) <= LONGEST:
        return f"A PIN has {SHORTEST} to {LONGEST} digits; this one has {len(pin)}."
    if _is_easy(pin):
        return "This PIN is among those that are tried first: choose digits without a pattern."
    return ""


def _is_easy(pin: str) -> bool:
    """Whether it is among what is tried first: a few digits again and again, or digits in a row."""
    repeats = any(pin == (pin[:length] * len(pin))[: len(pin)] for length in (1, 2, 3))
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    return repeats or steps in ({1}, {9})
