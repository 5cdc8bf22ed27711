"""Which files a bundle holds, and how large it may be. Whatever is not named here is neither packed nor unpacked."""

from __future__ import annotations

import re

from kiosk.content.files.hashes import MOST_BYTES

MOST_FILES = 1000
"""Eight languages of a hundred topics each, and the files beside them, are fewer."""
MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes of a bundle when it is unpacked, headers included; the shipped content has 0.2 MB."""
MOST_PACKED = 8 * 1024 * 1024
"""Bytes of a bundle as it is fetched."""
MOST_IN_A_FILE = MOST_BYTES
"""Bytes of one file, as the reader has it."""
_IN_ROOT = ("clinic", "words", "notice", "glossary", "languages")
_NAME = re.compile(rf"(?:{'|'.join(_IN_ROOT)})\.yaml|[a-z]{{2}}/[a-z0-9-]{{1,100}}\.yaml", re.ASCII)


def belongs(name: str) -> bool:
    """Whether a file with this path in a content folder, with `/`, is part of a bundle."""
    return _NAME.fullmatch(name) is not None
