"""The kiosk's colours: no theme of Textual has enough contrast.

Text has the contrast that `ratio` says, titles at least 10:1 and heads of care cards 7:1 (4.5:1 in the soft colours),
the focus 7:1 to the page (WCAG 2.x asks for 3:1); tests measure them as terminals of any number of colours show them.
Colour is never the only sign: the focus has an arrow and is reversed, a care card has its word and symbol, the spoken
word is reversed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from textual.theme import Theme

from kiosk.terminal.terminal_colours import is_console
from kiosk.ui.colours import Colours, console_palette, in_sixteen, on_console


@dataclass
class Contrast(Theme):
    """One set of colours, with its name for visitors and its contrast."""

    label: str = field(kw_only=True)
    """Its name for visitors, in English; the key of the translation."""
    ratio: tuple[float, float] = field(kw_only=True)
    """Least and greatest contrast of text to its background (WCAG 2.x); a test checks it."""
    colours: Colours = field(kw_only=True)
    """Its colours, where there are 256 or more."""
    few: Colours = field(kw_only=True)
    """Its colours, where there are 16."""
    palette: tuple[str, ...] = field(default=(), kw_only=True)
    """The colours that the Linux console is told to have; empty for other terminals."""


def _row(
    name: str,
    *,
    label: str,
    ratio: tuple[float, float],
    colours: Colours,
    few: Colours,
    dark: bool = True,
) -> Contrast:
    return _drawn_in(
        colours,
        "bold",
        Contrast(name=name, label=label, ratio=ratio, colours=colours, few=few, dark=dark, primary=colours.title),
    )


def _drawn_in(colours: Colours, strong: str, theme: Contrast, palette: tuple[str, ...] = ()) -> Contrast:
    """Return a contrast that is drawn in these colours; `strong`: the style of text that stands out.

    A style sheet finds them under names such as `$page-band-text`, and the style as `$page-strong`, or together with
    reversed colours as `$page-strong-reverse`, because Textual mixes "none" with nothing.
    """
    ground = colours.ground
    styles = {"page-strong": strong, "page-strong-reverse": f"{strong} reverse".removeprefix("none ")}
    named = {f"page-{role.replace('_', '-')}": colour for role, colour in colours._asdict().items()}
    return replace(
        theme,
        primary=colours.title,
        background=ground,
        surface=ground,
        panel=ground,
        foreground=colours.text,
        palette=palette,
        variables=named | styles | {"page-key": colours.text, "page-key-text": ground},  # caps of keys
    )


THEMES = (
    _row(
        "light-on-dark",
        label="Light on dark",
        ratio=(20.0, 21.0),
        colours=Colours(
            ground="#000000",
            text="#ffffff",
            title="#ffffa0",
            heading="#e8ffff",
            band="#0b2f6b",
            band_text="#ffffff",
            focus="#ffff87",
            focus_text="#000000",
            frame="#87afd7",
            emergency="#ffafaf",
            urgent="#ffd787",
            routine="#afd7ff",
            level_text="#000000",
            sentence="#1a2a55",
            word="#ffff87",
            word_text="#000000",
            shape="#5f87af",
            mark="#ffff87",
        ),
        few=in_sixteen("#ffffff"),
    ),
    _row(
        "dark-on-light",
        label="Dark on light",
        ratio=(20.0, 21.0),
        dark=False,
        colours=Colours(
            ground="#ffffff",
            text="#000000",
            title="#00002a",
            heading="#100000",
            band="#cfe0f7",
            band_text="#000000",
            focus="#1a1a00",
            focus_text="#ffffff",
            frame="#5f5f87",
            emergency="#870000",
            urgent="#5f005f",
            routine="#00005f",
            level_text="#ffffff",
            sentence="#dfe8f7",
            word="#00002a",
            word_text="#ffffff",
            shape="#5f87af",
            mark="#000000",
        ),
        few=in_sixteen("#000000", dark=False),
    ),
    _row(
        "yellow-on-black",
        label="Yellow on black",
        ratio=(15.0, 21.0),
        colours=Colours(
            ground="#000000",
            text="#ffff00",
            title="#ffffff",
            heading="#ffffa0",
            band="#262626",
            band_text="#ffff00",
            focus="#ffff00",
            focus_text="#000000",
            frame="#afaf00",
            emergency="#ffffff",
            urgent="#ffff00",
            routine="#d7d75f",
            level_text="#000000",
            sentence="#262626",
            word="#ffffff",
            word_text="#000000",
            shape="#878700",
            mark="#ffffff",
        ),
        few=in_sixteen("#ffff55", word="#ffffff"),
    ),
    _row(  # for visitors who are sensitive to glare
        "soft",
        label="Soft colors",
        ratio=(4.5, 8.0),
        colours=Colours(
            ground="#333330",
            text="#c8c8c0",
            title="#d8b878",
            heading="#a8c8c0",
            band="#45453f",
            band_text="#d6d6cc",
            focus="#d8b878",
            focus_text="#26261f",
            frame="#8f8f86",
            emergency="#e0a090",
            urgent="#d8b878",
            routine="#a8c8d0",
            level_text="#26261f",
            sentence="#45453f",
            word="#d8b878",
            word_text="#26261f",
            shape="#7f8f9f",
            mark="#d8b878",
        ),
        few=in_sixteen("#00aaaa", focus="#00aaaa", word="#00aaaa", levels=("#00aaaa",) * 3),
    ),
)
"""In the order of the contrast key; a visit starts with the first. The last one is also used out of hours."""


def themes_for(color_system: str | None, env: Mapping[str, str]) -> tuple[Contrast, ...]:
    """Return the contrasts as a terminal can show them, in the order of `THEMES`.

    `color_system` is Rich's name of how many colours it has; None if it has none.
    """
    if color_system in ("truecolor", "256"):
        return THEMES
    # No bold text: such terminals draw it in another colour.
    if is_console(env):
        return tuple(_drawn_in(on_console(), "none", theme, console_palette(theme.colours)) for theme in THEMES)
    return tuple(_drawn_in(theme.few, "none", theme) for theme in THEMES)
