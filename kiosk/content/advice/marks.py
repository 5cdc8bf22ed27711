"""Warnings about marks that belong to web pages, to notes or to forms, and never into a text for patients."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import NamedTuple

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.excerpt import shortened
from kiosk.content.schema.forms import PLACEHOLDERS
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import walk

CODE = "mark"
_OURS = "|".join(PLACEHOLDERS)
_LOOSE = _OURS.replace("-", "[-_ ]?")
_ASKED = r"(?:name|number|phone|date|text|clinic|nombre|n[úu]mero|tel[ée]fono|fecha|texto|cl[íi]nica)"
_INVITES = (
    r"(?:insert|inserte)\b[^()«»‹›＜＞〈〉【】\n]{0,40}"
    rf"|(?:enter|fill in|add|type|put|escriba|ponga|añada|rellene)\b[^()«»‹›＜＞〈〉【】\n]{{0,30}}\b{_ASKED}"
    rf"|[^()«»‹›＜＞〈〉【】\n]{{0,20}}\b{_ASKED}\b[^()«»‹›＜＞〈〉【】\n]{{0,20}}\b(?:here|aquí)|(?<!\(){_ASKED}"
)
"""What a form says in brackets where something is to be filled in, in English and in Spanish."""


class _Mark(NamedTuple):
    """A kind of mark."""

    pattern: re.Pattern[str]
    message: str
    """With `{mark}` for what was found."""
    fix: Callable[[re.Match[str]], str]


def _kind(pattern: str, message: str, fix: Callable[[re.Match[str]], str]) -> _Mark:
    return _Mark(re.compile(pattern, re.IGNORECASE), message, fix)


def _unmarked(found: re.Match[str]) -> str:
    return f"Delete the signs around the words: “{shortened(found['words'])}”."


def _to_fill(found: re.Match[str]) -> str:
    name = re.sub("[_ ]", "-", found["words"].strip().lower())
    ours = next((each for each in PLACEHOLDERS if each.replace("-", "") == name.replace("-", "")), "")
    return (
        f"Type <{ours}>." if ours else "Type the words that patients are meant to read, without the signs around them."
    )


_WEB = "“{mark}” is a code of web pages, and patients would see it."
_NOTE = "“{mark}” is a mark of notes or web pages; it does nothing here, and patients would see it."
_BLANK = "“{mark}” looks like something that is still to be filled in."
_WORDS = r"(?P<words>[^\W_](?:[^*_~`\n]{0,200}?[^\s*_~`])?)"

_KINDS = (
    _kind(
        r"&(?:#(?:x[0-9a-f]+|[0-9]+);?|(?:nbsp|amp|lt|gt|quot|apos|copy|reg|trade|hellip|[mn]dash|[lr][sd]quo)\b;?"
        r"|[a-z][a-z0-9]{1,31};)",
        _WEB,
        lambda found: f"Type “{html.unescape(found[0].rstrip(';') + ';')}”.",
    ),
    _kind(r"!?\[(?P<words>[^\[\]\n]{1,200})\]\s?[(\[][^()\[\]\n]{0,300}[)\]]", _NOTE, _unmarked),
    _kind(rf"<(?!(?:{_OURS})>)(?:[/!?]?\s?[a-z]|!--)[^<>\n]{{0,300}}>?", _WEB, lambda _: "Delete it."),
    _kind(rf"(?P<signs>\*{{1,3}}){_WORDS}(?P=signs)(?!\w)", _NOTE, _unmarked),
    _kind(rf"(?<!\w)(?P<signs>_{{1,3}}|~~|`{{1,3}}){_WORDS}(?P=signs)(?!\w)", _NOTE, _unmarked),
    _kind(r"^(?:#{1,6}|>)\s+(?P<words>\S.*)", _NOTE, _unmarked),
    _kind(r"^[-*_=](?:\s?[-*_=]){2,}$", _NOTE, lambda _: "Delete it."),
    _kind(r"[$#%]?[\[{]{1,3}[%#$]?\s*(?P<words>[^\[\]{}\n]{1,60}?)\s*[%#]?[\]}]{1,3}%?", _BLANK, _to_fill),
    _kind(r"(?<!\w)(?P<signs>%|@@?|##|\|\||<<)(?P<words>[a-z][\w -]{0,40})(?:(?P=signs)|>>)(?!\w)", _BLANK, _to_fill),
    _kind(r"(?<!\w)\$(?P<words>[a-z_][\w-]{1,40})", _BLANK, _to_fill),
    _kind(rf"[(«‹＜〈【]\s*(?P<words>{_LOOSE})\s*[)»›＞〉】]", _BLANK, _to_fill),
    _kind(rf"[(«‹＜〈【]\s*(?P<words>{_INVITES})\s*[)»›＞〉】]", _BLANK, _to_fill),
    _kind(r"^\|(?P<words>[^|\n]{0,200})\|(?:[^|\n]{0,200}\|)*$", _NOTE, lambda _: "Type it as a text or a list."),
    _kind(r"^[*+](?P<words>\w.{0,200})", _NOTE, lambda _: "Type “- ” at the start of a point."),
    _kind(
        r"_{3,}|\b(?-i:TODO(?=:)|TBD|XXX+)\b|\blorem ipsum\b",
        _BLANK,
        lambda _: "Type the words that patients are meant to read.",
    ),
)
"""The first kind that a stretch of text fits is told."""


def warn_about_marks(file: TopicFile) -> None:
    """Add a warning for each mark, where the page first has it."""
    if file.entries is None or file.diagnostics.failed:
        return
    told: set[str] = set()
    for text in walk(file.entries, TOPIC):
        if not text.field.translated:
            continue
        taken: list[range] = []
        for kind in _KINDS:
            for found in kind.pattern.finditer(text.words):
                place = range(*found.span())
                if any(found.start() in other or other.start in place for other in taken):
                    continue
                taken.append(place)
                if found[0] in told:
                    continue
                told.add(found[0])
                file.diagnostics.warn(
                    CODE,
                    kind.message.format(mark=shortened(found[0])),
                    kind.fix(found),
                    line=text.line(
                        text.words[text.words.rfind(" ", 0, found.start() + 1) + 1 :], file.diagnostics.lines
                    ),
                )
