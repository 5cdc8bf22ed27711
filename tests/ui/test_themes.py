"""Every piece of a page has enough contrast in every theme, and nothing is told by colour alone."""

from __future__ import annotations

import pytest
from rich.style import Style

from kiosk.ui.page_view import PageView
from kiosk.ui.themes import THEMES
from tests.ui.one_page import page_view

RATIOS = {theme.name: theme.ratio for theme in THEMES}
"""Least and greatest ratio of text to its ground."""
LINES = 3.0
"""Least ratio of lines, and of the ground of the focus, to the page."""
HEADS = 7.0
"""Least ratio of text that has a ground of its own, where the theme is not a soft one."""
SOFT_HEADS = 4.5
BANDS = {"title", "place", "key", "more", "heading", "status"}
"""Bands from edge to edge, and text in the colour of headings."""
LEVELS = {"emergency", "urgent", "routine"}
GROUNDS = {"focus", "focus-cap", "word", "cap", "lens-focus", "lens-word", "lens-text", "sentence"} | BANDS | LEVELS
GROUNDS |= {f"{level}-edge" for level in LEVELS}
SHAPES = {"frame", "edge", "track", "progress", "shape", "mark"}
"""Lines and pictures, which are no text."""
BESIDE = {"mark-on-shape"}
"""Cells of a picture that hold two of its colours, each of which is measured on the page's ground."""
LOOKS = sorted(name.removeprefix("page-view--") for name in PageView.COMPONENT_CLASSES)


def style_of(view: PageView, *looks: str) -> Style:
    """As `PageView` puts styles together."""
    style = view.rich_style
    for look in looks:
        style += view.get_component_rich_style(f"page-view--{look}", partial=True)
    return style


Colour = tuple[int, int, int]


def colours(style: Style) -> tuple[Colour, Colour]:
    """Text and ground as they are seen."""
    assert style.color
    assert style.bgcolor
    text, ground = tuple(style.color.get_truecolor()), tuple(style.bgcolor.get_truecolor())
    return (ground, text) if style.reverse else (text, ground)


def luminance(colour: Colour) -> float:
    """Relative luminance (WCAG 2.x)."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_the_ratios_are_measured_as_wcag_measures_them():
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", RATIOS)
async def test_all_text_has_its_contrast(theme: str):
    least, greatest = RATIOS[theme]
    async with page_view(theme) as view:
        for looks in [(look,) for look in LOOKS if look not in {"code", *BESIDE}] + [
            ("text", "sentence"),
            ("text", "sentence", "word"),
        ]:
            ratio = contrast(*colours(style_of(view, *looks)))
            if SHAPES & {*looks}:
                assert ratio >= LINES - (0.5 if theme == "soft" else 0), f"{theme} {looks}: {ratio:.2f}"
            elif GROUNDS & {*looks}:
                assert ratio >= (SOFT_HEADS if theme == "soft" else HEADS), f"{theme} {looks}: {ratio:.2f}"
            else:
                assert least <= round(ratio, 6) <= greatest, f"{theme} {looks}: {ratio:.2f}"


@pytest.mark.parametrize("theme", RATIOS)
async def test_a_code_for_phones_is_black_on_white_whatever_the_colours(theme: str):
    async with page_view(theme) as view:
        assert colours(style_of(view, "code")) == ((0, 0, 0), (255, 255, 255))


@pytest.mark.parametrize("theme", RATIOS)
async def test_the_focus_and_the_lit_word_stand_out_from_the_page(theme: str):
    async with page_view(theme) as view:
        _, page = colours(style_of(view, "text"))
        for look in ("focus", "word", "emergency"):
            _, ground = colours(style_of(view, look))
            assert contrast(ground, page) >= LINES
        assert contrast(*colours(style_of(view, "frame"))) >= LINES


async def test_nothing_is_told_by_colour_alone():
    async with page_view(THEMES[0].name) as view:

        def attributes(*looks: str) -> tuple[bool, bool, bool]:
            style = style_of(view, *looks)
            return bool(style.bold), bool(style.underline), bool(style.reverse)

        assert attributes("focus") != attributes("choice")
        for level in LEVELS:
            assert attributes(level) != attributes("text")
        # The sentence has a ground of its own; without colours, the word in it tells where the voice is.
        assert attributes("text", "sentence", "word") != attributes("text")


async def test_no_letter_is_slanted_or_dimmed_or_blinks():
    async with page_view(THEMES[0].name) as view:
        for look in LOOKS:
            style = style_of(view, look)
            assert True not in (style.italic, style.dim, style.blink, style.blink2), look


def test_the_first_theme_is_light_on_dark_and_there_are_four():
    assert [theme.name for theme in THEMES] == ["light-on-dark", "dark-on-light", "yellow-on-black", "soft"]
