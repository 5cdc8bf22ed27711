"""Every reader keeps the own language: an edit of the original takes no page, and no sentence, from the others."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from kiosk.locale.wordings import wordings
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.sheets import Sheets
from kiosk.visit.places.topic_extras import KINDS
from kiosk.visit.session.view import View, view_of
from kiosk.visit.terms.names import DISCLAIMER, MENU
from kiosk.visit.terms.sheet import Role
from kiosk.visit.terms.trail import Place
from tests.conftest import ROOT

TOPICS = sorted(path.stem for path in (ROOT / "content/en").glob("*.yaml"))
WORDS = re.compile(r"(?<=[a-z] )[a-z]{3,}(?= [a-z])")
NO_TEXT = re.compile(r" *(- )?(source-says:|#)")
"""The beginning of a line that patients do not get."""
NEWER = "La versión en inglés es más nueva."


def spanish(library: Library) -> View[Sheets]:
    return view_of(library, Grid(80, 24), "es", wordings(["en", "es"]))


def notes(view: View[Sheets], name: str) -> list[str]:
    return [part.text for part in view.sheets.sheet(name).parts if part.role is Role.NOTE]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path_factory.mktemp("clinic") / "content"))


@pytest.mark.parametrize("name", TOPICS)
@settings(max_examples=4)
@given(data=st.data())
def test_any_changed_word_of_the_original_leaves_every_page_in_the_readers_language(
    content: Path, name: str, data: st.DataObject
):
    path = content / "en" / f"{name}.yaml"
    before = path.read_text("utf-8")
    start = min(at for at in (before.find("\nsections:"), before.find("\ncards:")) if at > 0)
    words = (each for each in WORDS.finditer(before, start))
    shown = [each for each in words if not NO_TEXT.match(before, before.rfind("\n", 0, each.start()) + 1)]
    word = data.draw(st.sampled_from(shown))
    path.write_text(f"{before[: word.start()]}xylophone{before[word.end() :]}", "utf-8")
    try:
        library = read_content(content).library
    finally:
        path.write_text(before, "utf-8")
    assert library is not None
    assert library.topics["es"][name].newer_in == "en"
    view = spanish(library)
    for place in (DISCLAIMER, MENU, *library.names, *view.sheets.extras.places()):
        assert (place, view.sheets.sheet(place).language) == (place, "es")
    for place in (name, *(f"{name}/{kind}" for kind in KINDS if view.has(f"{name}/{kind}"))):
        for number in range(len(view.cut(place)[1])):
            said = view.reader.everything(view.page(Place(place, number)))
            assert {each.language for each in said} <= ({"es", "en"} if name == DISCLAIMER else {"es"})


@pytest.fixture
def outdated(library: Library) -> Library:
    """The English texts of all topics are newer than the Spanish ones."""
    return replace(
        library,
        topics={**library.topics, "es": {n: replace(t, newer_in="en") for n, t in library.topics["es"].items()}},
    )


def test_one_quiet_note_below_the_text_says_how_old_it_is(outdated: Library):
    (note, _) = notes(spanish(outdated), "signs")
    assert note.endswith(f"Este texto es del 30 de noviembre de 2026. {NEWER}")
    assert spanish(outdated).sheets.sheet("signs").parts[0].role is not Role.NOTE


def test_nothing_on_the_page_of_the_cards_distracts_from_them(library: Library, outdated: Library):
    assert spanish(outdated).sheets.sheet("feel-unwell") == spanish(library).sheets.sheet("feel-unwell")


def test_a_text_that_matches_has_no_such_note(library: Library):
    for name in library.names:
        assert not any(NEWER in note for note in notes(spanish(library), name))


@pytest.mark.parametrize(
    ("language", "said"), [("es", "Por ahora, este texto está en inglés."), ("en", "For now, this text is in Spanish.")]
)
def test_a_missing_text_is_shown_in_another_language_which_is_named(library: Library, language: str, said: str):
    own = {name: topic for name, topic in library.topics[language].items() if name != "signs"}
    view = view_of(replace(library, topics={**library.topics, language: own}), Grid(80, 24), language, wordings(["es"]))
    assert view.sheets.sheet("signs").parts[0].text == said
    assert "signs" in {choice.opens for choice in view.sheets.sheet(MENU).choices}


def test_a_language_without_a_name_in_the_readers_is_named_in_itself(library: Library):
    french = {"fr": {"signs": replace(library.topics["en"]["signs"], language="fr")}, "vi": {}}
    clinic = replace(library.clinic, languages=("fr", "vi"))
    view = view_of(replace(library, clinic=clinic, topics=french), Grid(80, 24), "vi")
    assert view.sheets.sheet("signs").parts[0].text == "For now, this text is in Français."
