"""Draws an article, or the menu, as an HTML page that needs no script and reads well without its style sheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import NamedTuple

from kiosk.content.model.languages import own_name
from kiosk.content.model.library import Urgency
from kiosk.export.article import Article, Section
from kiosk.export.picture import svg
from kiosk.ui.themes import THEMES
from kiosk.visit.terms.sheet import Part, Role
from kiosk.visit.terms.told import Numbers
from kiosk.visit.terms.wording import Wording

STYLE = "style.css"
"""The style sheet, beside the folders of the languages."""
_CLASSES = {Role.LEAD: "lead", Role.CONTACT: "contact", Role.NOTE: "note"}
_KEPT = re.compile(r"[^0-9+*#]")
Sound = Callable[[int], str]
"""Gives the address of the sound of a section, by its number from 0; empty for none."""


class Frame(NamedTuple):
    """What every page of one language has around its text."""

    language: str
    languages: tuple[str, ...]
    """Of the whole site."""
    wording: Wording
    clinic: str
    """Its name."""

    def page(self, file: str, title: str, body: str, menu: bool = True) -> str:
        """Return a whole page; `file` is its name, the same in each language. `menu`: with a link to the menu."""
        w, others = self.wording, [each for each in self.languages if each != self.language]
        links = [
            f'<link rel="alternate" hreflang="{each}" href="../{each}/{file}">' for each in self.languages if others
        ]
        home = f'<p><a href="index.html">{escape(w("Main menu"))}</a></p>' if menu else ""
        return "\n".join(
            [
                "<!doctype html>",
                f'<html lang="{self.language}">',
                '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<title>{escape(title)} – {escape(self.clinic)}</title>",
                f'<link rel="stylesheet" href="../{STYLE}">',
                *links,
                "</head>",
                f'<body><a class="skip" href="#text">{escape(w("Go to the text"))}</a>',
                f"<header>{home}{self._other_languages(file, others)}</header>",
                f'<main id="text">{body}</main>',
                f"<footer>{self._contrasts()}</footer>",
                "</body></html>",
                "",
            ]
        )

    def _other_languages(self, file: str, others: list[str]) -> str:
        if not others:
            return ""
        links = "".join(
            f'<li><a href="../{each}/{file}" hreflang="{each}" lang="{each}">{escape(own_name(each))}</a></li>'
            for each in others
        )
        return f'<nav aria-label="{escape(self.wording("Languages"))}"><ul>{links}</ul></nav>'

    def _contrasts(self) -> str:
        """Return the choice of a contrast, which a style sheet alone can obey."""
        w = self.wording
        named = [("own", w("As this device has them")), *((theme.name, w(theme.label)) for theme in THEMES)]
        fields = "".join(
            f'<label><input type="radio" name="contrast" id="contrast-{name}"{" checked" if name == "own" else ""}> '
            f"{escape(label)}</label>"
            for name, label in named
        )
        return f"<fieldset><legend>{escape(w('Colors'))}</legend>{fields}</fieldset>"


def article_body(article: Article, frame: Frame, sound: Sound) -> str:
    """Return the text of an article as HTML."""
    lang = article.language if article.language != frame.language else ""
    title = f"<h1{_lang(lang)}>{_text(article.title.text, article.title.numbers)}</h1>"
    state = (
        "" if article.approved else f'<p class="state">{escape(frame.wording("Not yet approved by a clinician."))}</p>'
    )
    sections = [
        _section(section, article, frame, sound(number), lang) for number, section in enumerate(article.sections)
    ]
    notes = "".join(_blocks(article.notes, frame.language))
    return "\n".join([title, state, *sections, f'<aside aria-label="{_about(frame)}">{notes}</aside>' if notes else ""])


def _about(frame: Frame) -> str:
    return escape(frame.wording("About this text"))


def _section(section: Section, article: Article, frame: Frame, sound: str, lang: str) -> str:
    heading, level = section.heading, _level(section)
    name = heading.text if heading else article.title.text
    head = ""
    if heading and heading.role is Role.LEVEL and level:
        head = f'<h2 class="level">{level.sign} {escape(heading.text)}</h2>'
    elif heading:
        head = f"<h2{_lang(heading.language)}>{_text(heading.text, heading.numbers)}</h2>"
    label = escape(frame.wording("Listen: {title}", title=name))
    player = f'<p><audio controls preload="none" src="{sound}" aria-label="{label}"></audio></p>' if sound else ""
    classes = f' class="card {level.style}"' if level else ""
    body = "".join(_blocks(section.parts, frame.language))
    return f"<section{classes}>{head}{player}{body}</section>"


def _level(section: Section) -> Urgency | None:
    return next((part.level for part in (section.heading, *section.parts) if part and part.level), None)


def _blocks(parts: Iterable[Part], language: str) -> Iterator[str]:
    """Yield the parts as paragraphs, lists and figures."""
    in_list = False
    for part in parts:
        lang = _lang(part.language if part.language != language else "")
        words = _text(part.text, part.numbers)
        if (part.role is Role.POINT) != in_list:
            in_list = not in_list
            yield "<ul>" if in_list else "</ul>"
        if part.role is Role.POINT:
            yield f"<li{lang}>{words}</li>"
        elif part.role is Role.CAPTION:
            yield f"<figure>{svg(part.picture)}<figcaption{lang}>{words}</figcaption></figure>"
        elif part.role is Role.LEVEL and part.level:
            yield f'<p class="level">{part.level.sign} {words}</p>'
        elif part.role is Role.HEADING:
            yield f"<h2{lang}>{words}</h2>"
        else:
            style = f' class="{_CLASSES[part.role]}"' if part.role in _CLASSES else ""
            yield f"<p{style}{lang}>{words}</p>"
    if in_list:
        yield "</ul>"


def link(file: str, label: str, language: str = "", about: str = "") -> str:
    """Return a line of a menu."""
    more = f"<p{_lang(language)}>{escape(about)}</p>" if about else ""
    return f'<li><a href="{file}"{_lang(language)}>{escape(label)}</a>{more}</li>'


def _lang(language: str) -> str:
    return f' lang="{language}"' if language else ""


def _text(text: str, numbers: Numbers) -> str:
    """Return the text with its telephone numbers as links that dial them."""
    made, at = [], 0
    for start, end in numbers:
        number = text[start:end]
        made += [escape(text[at:start]), f'<a href="tel:{_KEPT.sub("", number)}">{escape(number)}</a>']
        at = end
    return "".join([*made, escape(text[at:])])
