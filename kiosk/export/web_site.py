"""All files of the web site: each topic in each language, a menu for each language, one style sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple, Protocol

from kiosk.content.model.languages import own_name
from kiosk.content.model.library import Library
from kiosk.export.article import Article, article, sheets_in, start_article
from kiosk.export.html_page import STYLE, Frame, article_body, link
from kiosk.export.style_sheet import style_sheet
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.terms.names import LANGUAGES, MENU, UNWELL
from kiosk.visit.terms.sheet import Choice, Part, Verb
from kiosk.visit.terms.wording import Wording

HELP_FILE = "_languages.html"
"""The offers of help in other languages; no topic can have this name."""
RESERVED = "index"
"""The menu's file; a topic of this name cannot be shown."""


class Said(NamedTuple):
    """A piece of text to be heard."""

    text: str
    language: str
    numbers: tuple[tuple[int, int], ...]


class Sounds(Protocol):
    """Makes sound files."""

    @property
    def ending(self) -> str:
        """The ending of their names, such as `.ogg`."""

    def made(self, texts: list[Said]) -> bytes:
        """Return the texts, one after the other, as a sound file; empty if the voice cannot say them."""


def web_site(
    library: Library, wordings: Mapping[str, Wording], sounds: Sounds | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield all files: each path below the site's folder, and its bytes."""
    languages = tuple(each for each in library.clinic.languages if each in library.topics)
    yield STYLE, style_sheet().encode()
    yield "index.html", _first_page(languages).encode()
    for language in languages:
        sheets = sheets_in(library, language, wordings)
        frame = Frame(language, languages, sheets.wording, library.clinic.name)
        for file, raw in _pages(sheets, frame, sounds):
            yield f"{language}/{file}", raw


def _pages(sheets: Sheets, frame: Frame, sounds: Sounds | None) -> Iterator[tuple[str, bytes]]:
    start = start_article(sheets)
    yield from _shown(start, "index", frame, sounds, _menu(sheets), menu=False)
    for name in dict.fromkeys((UNWELL, *sheets.library.clinic.offered)):
        yield from _shown(article(sheets, name), name, frame, sounds)
    if sheets.library.languages:
        sheet = sheets.sheet(LANGUAGES)
        rows = [
            f'<h2 lang="{each.language}" dir="auto">{escape(each.name)}</h2>'
            f'<p lang="{each.language}" dir="auto">{escape(each.help)}</p>'
            for each in sheets.library.languages
        ]
        body = f"<h1>{escape(sheet.title)}</h1>{''.join(rows)}"
        yield HELP_FILE, frame.page(HELP_FILE, sheet.title, body).encode()


def _shown(
    shown: Article, name: str, frame: Frame, sounds: Sounds | None, more: str = "", menu: bool = True
) -> Iterator[tuple[str, bytes]]:
    """Yield the page of an article and its sounds; `more` is HTML that follows it."""
    made: dict[int, str] = {}
    for number, section in enumerate(shown.sections) if sounds else ():
        assert sounds is not None
        parts = [part for part in (section.heading, *section.parts) if part]
        raw = sounds.made([_said(part, frame.language) for part in parts])
        if raw:
            made[number] = f"sound/{name}-{number + 1}{sounds.ending}"
            yield made[number], raw
    body = article_body(shown, frame, lambda number: made.get(number, ""))
    yield f"{name}.html", frame.page(f"{name}.html", shown.title.text, body + more, menu).encode()


def _said(part: Part, language: str) -> Said:
    return Said(part.say or part.text, part.language or language, () if part.say else part.numbers)


def _menu(sheets: Sheets) -> str:
    """Return the links to all topics, those of a group below its name, and to help with languages."""
    menu = sheets.sheet(MENU)
    rows = []
    for choice in (each for each in menu.choices if each.verb is Verb.OPEN):
        if sheets.groups.at(choice.opens):
            inner = "".join(_link(each) for each in sheets.sheet(choice.opens).choices if each.verb is Verb.OPEN)
            rows.append(f"<li><h3{_lang(choice)}>{escape(choice.label)}</h3><ul>{inner}</ul></li>")
        else:
            rows.append(_link(choice))
    if sheets.library.languages:
        rows.append(link(HELP_FILE, sheets.sheet(LANGUAGES).title))
    return f'<section class="menu"><h2>{escape(menu.title)}</h2><ul>{"".join(rows)}</ul></section>'


def _link(choice: Choice) -> str:
    return link(f"{choice.opens}.html", choice.label, choice.language, choice.about)


def _lang(choice: Choice) -> str:
    return f' lang="{choice.language}"' if choice.language else ""


def _first_page(languages: tuple[str, ...]) -> str:
    """Return the page that leads to each language; its title is in the first one."""
    links = "".join(
        f'<p><a href="{each}/index.html" hreflang="{each}" lang="{each}">{escape(own_name(each))}</a></p>'
        for each in languages
    )
    names = " · ".join(own_name(each) for each in languages)
    return (
        f'<!doctype html>\n<html lang="{languages[0]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{escape(names)}</title><link rel="stylesheet" href="{STYLE}"></head>\n'
        f'<body><main class="menu"><h1>{escape(names)}</h1>{links}</main></body></html>\n'
    )
