"""The colours as terminals show them: all, 256, 16, and the Linux console's.

Rich takes the nearest colour that there is. xterm and the Linux console have other colours under the 16 numbers.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.color import Color, ColorSystem

from kiosk.terminal.terminal_colours import CONSOLE
from kiosk.ui.colours import Colours
from kiosk.ui.themes import THEMES, Contrast, themes_for
from tests.ui.one_page import page_view
from tests.ui.test_themes import LOOKS, Colour, contrast, style_of

XTERM = (
    *("#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5"),
    *("#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff"),
)
SEEN = ("truecolor", "256", "16 of xterm", "16 of a console", "Linux console")
NAMES = tuple(theme.name for theme in THEMES)
SOFT = THEMES[-1].name
Show = Callable[[str], Colour]


def rgb(colour: str) -> Colour:
    triplet = Color.parse(colour).get_truecolor()
    return triplet.red, triplet.green, triplet.blue


def as_shown(name: str, seen: str) -> tuple[Contrast, Show]:
    """The theme for such a terminal, and how it shows one of its colours."""
    at = NAMES.index(name)
    if seen == "truecolor":
        return themes_for("truecolor", {})[at], rgb
    if seen == "256":
        theme = themes_for("256", {})[at]

        def from_cube(colour: str) -> Colour:
            triplet = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
            return triplet.red, triplet.green, triplet.blue

        return theme, from_cube
    console = seen == "Linux console"
    theme = themes_for("standard", {"TERM": "linux" if console else "xterm"})[at]
    palette = theme.palette if console else XTERM if "xterm" in seen else CONSOLE

    def from_sixteen(colour: str) -> Colour:
        number = Color.parse(colour).downgrade(ColorSystem.STANDARD).number
        assert number is not None
        return rgb(palette[number])

    return theme, from_sixteen


def ratios(name: str, seen: str) -> Callable[[str, str], float]:
    theme, show = as_shown(name, seen)
    return lambda one, other: contrast(show(theme.variables[f"page-{one}"]), show(theme.variables[f"page-{other}"]))


EACH = pytest.mark.parametrize("name", NAMES)
EACH_SEEN = pytest.mark.parametrize("seen", SEEN)
LEVELS = ("emergency", "urgent", "routine")


@EACH
@EACH_SEEN
def test_text_has_the_contrast_that_its_theme_says(name: str, seen: str):
    ratio = ratios(name, seen)
    least, greatest = THEMES[NAMES.index(name)].ratio
    # Of 16 colours none is soft on every terminal.
    assert least <= round(ratio("text", "ground"), 6) <= (greatest + 4 if "16" in seen else greatest)
    assert ratio("text", "sentence") >= (4.5 if name == SOFT else 10)


@EACH
@EACH_SEEN
def test_titles_and_heads_of_care_cards_are_read_easily(name: str, seen: str):
    ratio = ratios(name, seen)
    assert ratio("band-text", "band") >= (4.5 if name == SOFT else 10)
    for text in ("title", "heading"):
        assert ratio(text, "ground") >= (4.5 if name == SOFT else 10)
    for level in LEVELS:
        assert ratio("level-text", level) >= (5.5 if name == SOFT else 7), level
        assert ratio(level, "ground") >= (5.5 if name == SOFT else 7), level


@EACH
@EACH_SEEN
def test_the_focus_and_the_word_that_sounds_stand_out(name: str, seen: str):
    ratio = ratios(name, seen)
    assert ratio("focus-text", "focus") >= (6.5 if name == SOFT else 7)
    assert ratio("word-text", "word") >= (6.5 if name == SOFT else 7)
    for ground in ("ground", "band"):
        assert ratio("focus", ground) >= (4.5 if name == SOFT else 7)
    assert ratio("word", "sentence") >= 4.5
    assert ratio("focus", "band") >= 4.5


@EACH
@EACH_SEEN
def test_frames_keys_and_pictures_are_seen(name: str, seen: str):
    ratio = ratios(name, seen)
    for part in ("frame", "shape", "mark"):
        assert ratio(part, "ground") >= 3, part
    assert ratio("key-text", "key") >= (4.5 if name == SOFT else 10)
    assert ratio("key", "band") >= (4.5 if name == SOFT else 10)
    assert ratio("mark", "shape") >= (1.5 if name == SOFT else 2.9)


@EACH
def test_the_title_of_a_light_page_is_no_dark_strip(name: str):
    for seen in SEEN:
        theme, show = as_shown(name, seen)
        lightness = sum(show(theme.variables["page-band"])) / 3
        assert (lightness > 127) != theme.dark, seen


@EACH
@pytest.mark.parametrize("term", ["xterm", "linux", "vt100"])
def test_no_text_is_bold_where_that_would_change_its_colour(name: str, term: str):
    theme = themes_for("standard", {"TERM": term})[NAMES.index(name)]
    assert theme.variables["page-strong"] == "none"
    assert THEMES[NAMES.index(name)].variables["page-strong"] == "bold"


@pytest.mark.parametrize("term", ["xterm", "linux"])
async def test_so_is_none_on_a_page(term: str):
    async with page_view(NAMES[0], themes_for("standard", {"TERM": term})) as view:
        assert [look for look in LOOKS if style_of(view, look).bold] == []
        assert style_of(view, "focus").reverse


@EACH
def test_the_linux_console_is_told_each_colour_twice_so_that_none_is_brightened(name: str):
    theme, _ = as_shown(name, "Linux console")
    assert len(theme.palette) == 16
    assert theme.palette[:8] == theme.palette[8:]
    for role in Colours._fields:
        colour = theme.variables[f"page-{role.replace('_', '-')}"]
        number = Color.parse(colour).downgrade(ColorSystem.STANDARD).number
        assert number is not None
        assert number < 8, "its grounds have no more"
        if role in ("ground", "text", "focus", "band", *LEVELS):
            assert theme.palette[number] == getattr(theme.colours, role)


def test_every_terminal_has_the_same_contrasts_in_the_same_order():
    for system in ("truecolor", "256", "standard", None):
        for term in ("xterm", "linux"):
            assert tuple(theme.name for theme in themes_for(system, {"TERM": term})) == NAMES
