"""Draws articles as a leaflet in large print: a tagged PDF, made by Typst, which lays out `leaflet.typ`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from kiosk.content.model.library import Urgency
from kiosk.export.article import Article, Section
from kiosk.export.picture import svg
from kiosk.visit.terms.sheet import Part, Role
from kiosk.visit.terms.wording import Wording

TEMPLATE = Path(__file__).with_name("leaflet.typ")
PAPERS = {"letter": "us-letter", "a4": "a4"}
"""What staff call a size of paper → its name for Typst."""
FONTS = ("Atkinson Hyperlegible Next", "Atkinson Hyperlegible", "DejaVu Sans", "Noto Sans", "Liberation Sans", "Arial")
"""The first one that is on this machine is used; each of them tells I, l and 1 apart or is at least without serifs."""
_STRONG = (Role.LEAD, Role.CONTACT)
Plain = dict[str, object]


def leaflet(articles: Sequence[Article], title: str, language: str, clinic: str, wording: Wording, paper: str) -> bytes:
    """Return the PDF, tagged as PDF/UA-1 asks.

    Raises ModuleNotFoundError without Typst, and RuntimeError with what Typst says if it finds no way.

    Args:
        articles: Each begins on a page of its own.
        title: Of the document.
        language: Two letters, of all text without a language of its own.
        clinic: Its name, for the foot of each page.
        wording: The kiosk's own words in that language.
        paper: One of `PAPERS`.
    """
    import typst  # an extra: few clinics need it

    data = {
        "title": title,
        "language": language,
        "clinic": clinic,
        "paper": PAPERS[paper],
        "fonts": FONTS,
        "articles": [_plain(each, language, wording) for each in articles],
    }
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    made = typst.compile(TEMPLATE.read_bytes(), format="pdf", sys_inputs=inputs, pdf_standards="ua-1")
    assert isinstance(made, bytes)  # one file, as no name of one is given
    return made


def _plain(article: Article, language: str, wording: Wording) -> Plain:
    """Return the article as lists and texts."""
    own = article.language or language
    sections = [_section(each, language) for each in article.sections]
    if not article.approved:
        state = _block("strong", wording("Not yet approved by a clinician."), language)
        sections.insert(0, {"heading": None, "level": "", "blocks": [state]})
    return {
        "title": {"text": article.title.text, "language": own},
        "sections": sections,
        "notes": [_block("text", each.text, each.language or language) for each in article.notes],
    }


def _section(section: Section, language: str) -> Plain:
    level = next((part.level for part in (section.heading, *section.parts) if part and part.level), None)
    heading: Plain | None = None
    if section.heading:
        sign = f"{level.sign} " if level and section.heading.role is Role.LEVEL else ""
        heading = _block("", sign + section.heading.text, section.heading.language or language)
    blocks = list(_blocks(section.parts, language, level))
    return {"heading": heading, "level": level.value if level else "", "blocks": blocks}


def _blocks(parts: Sequence[Part], language: str, level: Urgency | None) -> Iterator[Plain]:
    """Yield the parts, points that follow each other as one list."""
    for is_list, held in groupby(parts, key=lambda part: part.role is Role.POINT):
        if is_list:
            yield {"kind": "list", "items": [_block("", part.text, part.language or language) for part in held]}
            continue
        for part in held:
            sign = f"{level.sign} " if part.role is Role.LEVEL and level else ""
            kind = "level" if sign else "strong" if part.role in _STRONG else "text"
            block = _block(kind, sign + part.text, part.language or language)
            if part.role is Role.CAPTION and (drawn := svg(part.picture, coloured=True)):
                block |= {"kind": "picture", "svg": drawn}
            yield block


def _block(kind: str, text: str, language: str) -> Plain:
    return {"kind": kind, "text": text, "language": language}
