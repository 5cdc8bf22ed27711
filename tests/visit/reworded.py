"""The shipped texts in words of a test's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.content.model.library import Topic


def reworded(topic: Topic, language: str, change: Callable[[str], str]) -> Topic:
    """`topic` in `language`, each text of it as `change` makes it; the address stays."""

    def each(texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(change, texts))

    return replace(
        topic,
        language=language,
        title=change(topic.title),
        menu_label=change(topic.menu_label),
        sections=tuple(
            replace(
                section,
                heading=change(section.heading),
                paragraphs=each(section.paragraphs),
                points=each(section.points),
            )
            for section in topic.sections
        ),
        cards=tuple(
            replace(
                card,
                contact=change(card.contact),
                how_soon=change(card.how_soon),
                when=change(card.when),
                points=each(card.points),
            )
            for card in topic.cards
        ),
        questions=each(topic.questions),
        sources=tuple(replace(source, name=change(source.name)) for source in topic.sources),
    )
