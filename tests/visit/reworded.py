"""The shipped texts in words of a test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from kiosk.content.model.block import Role
from kiosk.content.model.library import Group, Topic

KEPT = (Role.LEVEL, Role.ADDRESS, Role.REFERENCE)


def reworded(topic: Topic, language: str, change: Callable[[str], str]) -> Topic:
    """`topic` in `language`, each text of it as `change` makes it; levels and addresses stay."""
    blocks = (
        block if block.role in KEPT else block._replace(text=change(block.text), written="") for block in topic.blocks
    )
    return replace(topic, language=language, blocks=tuple(blocks))


def reworded_groups(
    groups: tuple[Group, ...], languages: Iterable[str], change: Callable[[str], str]
) -> tuple[Group, ...]:
    """The groups of the menu in `languages`, each English text of them as `change` makes it."""

    def own(texts: dict[str, str]) -> dict[str, str]:
        return {language: change(texts["en"]) for language in languages} if "en" in texts else {}

    return tuple(group._replace(names=own(group.names), texts=own(group.texts)) for group in groups)


def with_text(topic: Topic, path: str, text: str) -> Topic:
    """`topic` with other words at `path`."""
    blocks = [block._replace(text=text, written="") if block.path == path else block for block in topic.blocks]
    return replace(topic, blocks=tuple(blocks))


def without(topic: Topic, *paths: str) -> Topic:
    """`topic` without what is under `paths`."""
    blocks = [block for block in topic.blocks if not any(block.is_under(path) for path in paths)]
    return replace(topic, blocks=tuple(blocks))
