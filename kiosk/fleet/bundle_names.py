"""Which files a bundle may contain, and how large it may be. Nothing else is packed or unpacked."""

from __future__ import annotations

import re

from kiosk.content.files.hashes import APPROVALS, MOST_BYTES
from kiosk.pictures import OWN_FOLDER

MOST_FILES = 1000
"""More than eight languages of a hundred topics each, with the files beside them."""
MOST_UNPACKED = 32 * 1024 * 1024
"""Bytes of an unpacked bundle, with headers; the shipped content has 0.2 MB."""
MOST_PACKED = 8 * 1024 * 1024
"""Bytes of a bundle as downloaded."""
MOST_IN_A_FILE = MOST_BYTES
"""Bytes of one file; the reader's limit."""
_IN_ROOT = ("clinic", "particulars", "words", "notice", "glossary", "languages")
_NAME = re.compile(
    rf"(?:{'|'.join(_IN_ROOT)})\.yaml|{re.escape(APPROVALS)}|[a-z]{{2}}/[a-z0-9-]{{1,100}}\.yaml"
    rf"|{OWN_FOLDER}/[a-z0-9-]{{1,40}}\.png",
    re.ASCII,
)


def belongs(name: str) -> bool:
    """True if a file with this path in a content folder, with `/`, is part of a bundle."""
    return _NAME.fullmatch(name) is not None
