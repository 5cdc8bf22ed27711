"""HTML as values: every text is escaped unless it is an element already."""

from __future__ import annotations

from html import escape

_VOID = frozenset({"input", "link", "meta", "br"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, /, *inside: str, **attributes: str | bool | None) -> Html:
    """Return an element; texts in `inside` are escaped, and empty ones left out.

    An attribute that is True has no value, one that is False or None is left out. `class_` and `for_` stand for names
    that Python keeps for itself, and `_` for a hyphen.
    """
    made = [f"<{name}"]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        written = key.rstrip("_").replace("_", "-")
        made.append(f" {written}" if value is True else f' {written}="{escape(str(value))}"')
    made.append(">")
    if name not in _VOID:
        made += [joined(*inside), f"</{name}>"]
    return Html("".join(made))


def joined(*parts: str) -> Html:
    """Return the parts one after the other, texts escaped."""
    return Html("".join(part if isinstance(part, Html) else escape(part) for part in parts))
