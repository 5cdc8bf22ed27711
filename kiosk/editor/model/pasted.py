"""Cleans what was pasted from Word, from a web page or from a PDF."""

from __future__ import annotations

import html
import re

from kiosk.content.parsing.characters import CONTROL, ODD_SPACE, UNSEEN
from kiosk.content.parsing.nodes import tidy
from kiosk.content.schema.field import Field, Kind
from kiosk.editor.model.values import Value

_OLD_WINDOWS = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""Quotes and dashes as Windows programs once wrote them; as Unicode these numbers are invisible."""
_ENTITY = re.compile(r"&(?:nbsp|amp|quot|apos|shy|[lr][sd]quo|[mn]dash|hellip|bull|#\d{2,5});")
_SIGNS = "•·▪▫◦‣●○■□➢✓✔\uf0a7\uf0b7"
"""Bullets of Word and of web pages."""
_BULLET = re.compile(rf"\s*(?:[{_SIGNS}]\s*|[-–—*o] +(?=\S)|\(?\d{{1,2}}[.)] +(?=\S))")
_SIGN = re.compile(rf"^(?:\s*[{_SIGNS}])+\s*", re.MULTILINE)
_QUOTES = " \"'“”„‘’«»"
_DASHES = str.maketrans("‐‑‒–—−", "------")


def cleaned(typed: str, field: Field) -> str:
    """Return `typed` as it is saved as a value of `field`; what is clean already is returned as it is.

    Paragraphs have an empty line between them; every other text is one line.
    """
    before, now = "", typed
    while before != now:  # what was taken out may have kept two parts of another sign apart
        before, now = now, _cleaned(now, field)
    return now


def _cleaned(typed: str, field: Field) -> str:
    text = _SIGN.sub("", _plain(typed))
    if field.kind is Kind.PARAGRAPHS:
        return "\n\n".join(words for words in map(tidy, re.split(r"\n\s*\n", text)) if words)
    line = tidy(text)
    exact = field.form is not None or field.kind in (Kind.DATE, Kind.MOMENT, Kind.NUMBER)
    return line.translate(_DASHES).strip(_QUOTES) if exact and not line.endswith("?") else line


def cleaned_value(value: Value, field: Field) -> Value:
    """Return `value` with every text in it cleaned."""
    if isinstance(value, str):
        return cleaned(value, field.named(field.alone) if field.alone else field)
    if isinstance(value, list):
        return [cleaned_value(each, field.member) for each in value if field.member]
    if field.kind is Kind.BY_LANGUAGE and field.member:
        return {name: cleaned_value(each, field.member) for name, each in value.items()}
    return {name: cleaned_value(each, field.named(name)) for name, each in value.items()}


def points_in(typed: str) -> list[str]:
    """Return the lines of a pasted list without their bullets and numbers; one text where it is no list."""
    lines = [line for line in _plain(typed).split("\n") if line.strip()]
    if len(lines) > 1 and all(map(_BULLET.match, lines)):
        return [_BULLET.sub("", line, count=1).strip() for line in lines]
    return [" ".join(lines)]


def _plain(typed: str) -> str:
    """Return `typed` with ordinary line ends and spaces, and without what nobody sees."""
    text = _ENTITY.sub(lambda found: html.unescape(found[0]), typed)
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_OLD_WINDOWS)
    return ODD_SPACE.sub(" ", CONTROL.sub(" ", UNSEEN.sub("", text))).replace("\t", " ")
