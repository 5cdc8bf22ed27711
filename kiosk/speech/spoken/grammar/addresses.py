"""Addresses of the web and of mail, sign by sign."""

from __future__ import annotations

import re

from kiosk.speech.spoken.grammar.token import Said, Tokens
from kiosk.speech.spoken.tables.table import Table

_LONGEST_PATH = 60
"""Of a longer web address only the site is said."""
_SIGNS = {".": "dot", "/": "slash", "@": "at", "-": "dash", "_": "underscore", "+": "plus", "%": "percent"}


def address(tokens: Tokens, i: int, table: Table) -> Said | None:
    """www.cancer.org/types → w-w-w dot cancer dot org slash types; of mail each sign."""
    written = tokens[i].text
    if not table.say:
        return Said(" ".join(re.sub(r"[^\w.-]|_", " ", written).split()), i + 1)
    if "@" not in written:
        site, _, path = re.sub(r"^(?i:https?)://|[?#].*", "", written).rstrip("/").partition("/")
        written = f"{site}/{path}" if 0 < len(path) <= _LONGEST_PATH else site
    if written.isupper():
        written = written.lower()
    parts = re.findall(r"[^\W\d_]+|[0-9]+|[./@_+%-]", written)
    names = {sign: table.say[name] for sign, name in _SIGNS.items()} | {
        "www": table.say["www"],
        "WWW": table.say["www"],
    }
    return Said(" ".join(names.get(part, part) for part in parts), i + 1)
