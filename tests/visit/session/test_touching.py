"""Touch: the first tap on a choice says it, the second opens it, one on a key does that key, any other hushes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.model.library import Library
from kiosk.terminal.lettering import LENS_ROWS
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.keys import Keys
from kiosk.visit.terms.sheet import Choice, Verb
from kiosk.visit.terms.target import MORE_CHOICES, Spot, Target
from tests.visit.visitor import Visitor

AGAIN = "Touch it again to choose."
GRIDS = [
    *(Grid(20, 6), Grid(46, 13), Grid(80, 24), Grid(120, 34), Grid(20, 6, lens=4, button_rows=4)),
    *(Grid(80, 24, lens=LENS_ROWS), Grid(64, 18, button_rows=2)),
]


class Toucher(Visitor):
    """A visitor who taps what is on the screen."""

    told: Choice | None = None
    """The choice that was heard last at this place."""

    def taps(self, target: Target | None) -> list[str]:
        """Taps; returns what is said then."""
        self.take(self.attendant.tap(target, self.now))
        return self.said

    def taps_choice(self, label: str) -> list[str]:
        (target,) = {
            spot.target
            for spot in self.attendant.page.spots
            if spot.target.choice >= 0 and self.attendant.page.choices[spot.target.choice].label == label
        }
        return self.taps(target)

    def taps_key(self, action: Action) -> list[str]:
        assert Target(action=action) in [spot.target for spot in self.attendant.page.spots]
        return self.taps(Target(action=action))


def at_the_menu(library: Library, grid: Grid | None = None) -> Toucher:
    visitor = Toucher(library, grid)
    visitor.presses(Action.OTHER, Action.CHOOSE)
    assert visitor.page == "menu"
    visitor.hears_all()
    return visitor


@pytest.fixture
def signs(library: Library) -> str:
    """What the menu calls the symptoms."""
    return library.topics["en"]["signs"].menu_label


def test_the_first_touch_only_wakes_and_greets(library: Library):
    visitor = Toucher(library)
    said = visitor.taps_choice("Agree, no sound")
    assert visitor.page == "disclaimer"
    assert visitor.attendant.visit.settings.sound
    assert not visitor.attendant.at_rest
    assert said == Toucher(library).presses(Action.OTHER)


def test_the_first_touch_on_help_or_i_feel_unwell_does_it_at_once(library: Library):
    for action, page in ((Action.HELP, "help"), (Action.UNWELL, "feel-unwell")):
        visitor = Toucher(library)
        visitor.taps_key(action)
        assert visitor.page == page


def test_the_first_touch_on_another_key_only_wakes(library: Library):
    visitor = Toucher(library)
    visitor.taps_key(Action.BACK)
    assert visitor.page == "disclaimer"
    assert visitor.said == Toucher(library).presses(Action.OTHER)


def test_the_first_tap_on_a_choice_says_it_and_the_second_opens_it(library: Library, signs: str):
    visitor = at_the_menu(library)
    said = visitor.taps_choice(signs)
    assert said[0].startswith(signs)
    assert (visitor.page, visitor.focus) == ("menu", signs)
    visitor.taps_choice(signs)
    assert visitor.page == "signs"


def test_that_a_second_tap_chooses_is_said_once_in_a_visit_and_shown_each_time(library: Library, signs: str):
    visitor = at_the_menu(library)
    assert visitor.taps_choice(signs)[-1] == AGAIN
    assert AGAIN not in visitor.taps_choice("Treatments")
    assert AGAIN.rstrip(".") in visitor.screen


def test_a_tap_on_another_choice_chooses_nothing(library: Library, signs: str):
    visitor = at_the_menu(library)
    for label in (signs, "Treatments", signs):
        assert visitor.taps_choice(label)[0].startswith(label)
        assert visitor.page == "menu"


def test_the_choice_in_focus_that_was_not_told_yet_is_said_first(library: Library, signs: str):
    visitor = at_the_menu(library)
    visitor.taps_choice(signs)
    visitor.taps_choice(signs)
    visitor.hears()  # the title sounds, not yet the choice in focus
    focus = visitor.focus
    assert visitor.taps_choice(focus)[0].startswith(focus)
    assert (visitor.page, visitor.attendant.page.number) == ("signs", 1)
    assert focus == "Next page"
    visitor.taps_choice(focus)
    assert (visitor.page, visitor.attendant.page.number) == ("signs", 2)


def test_without_sound_too_a_second_tap_chooses(library: Library, signs: str):
    visitor = at_the_menu(library)
    visitor.attendant.set_voice(works=False)
    visitor.taps_choice(signs)
    assert visitor.page == "menu"
    visitor.taps_choice(signs)
    assert visitor.page == "signs"


def test_enter_chooses_what_was_tapped(library: Library):
    visitor = at_the_menu(library)
    visitor.taps_choice("Treatments")
    visitor.presses(Action.CHOOSE)
    assert visitor.page == "treatments"


def test_a_tap_on_a_key_does_that_key(library: Library):
    visitor = at_the_menu(library)
    visitor.taps_key(Action.HELP)
    assert visitor.page == "help"
    visitor.taps_key(Action.BACK)
    assert visitor.page == "menu"
    visitor.taps_key(Action.UNWELL)
    assert visitor.page == "feel-unwell"


def test_a_tap_beside_everything_hushes_and_changes_nothing(library: Library, signs: str):
    visitor = at_the_menu(library)
    visitor.taps_choice(signs)
    before = visitor.attendant.page
    assert visitor.taps(None) == []
    assert visitor.attendant.page == before
    assert not visitor.attendant.visit.tells


def test_a_tap_where_a_choice_no_longer_is_changes_nothing(library: Library):
    visitor = at_the_menu(library)
    before = visitor.focus
    visitor.taps(Target(99))
    assert (visitor.page, visitor.focus) == ("menu", before)


def test_every_choice_of_a_list_can_be_reached_by_the_words_for_more(library: Library):
    visitor = at_the_menu(library, Grid(20, 6))
    seen: set[str] = set()
    for _ in range(4):
        page = visitor.attendant.page
        seen |= {page.choices[spot.target.choice].label for spot in page.spots if spot.target.choice >= 0}
        visitor.taps(MORE_CHOICES)
    assert seen == {choice.label for choice in visitor.attendant.page.choices}
    assert visitor.page == "menu"


def test_a_choice_below_a_text_that_is_not_shown_can_be_reached_too(library: Library):
    visitor = at_the_menu(library, Grid(20, 6))
    visitor.presses(Action.PICK_2)
    first = visitor.focus
    assert MORE_CHOICES in [spot.target for spot in visitor.attendant.page.spots]
    said = visitor.taps(MORE_CHOICES)
    assert visitor.focus != first
    assert said[0].startswith(visitor.focus)


def test_any_touch_answers_are_you_still_there_and_does_nothing_else(library: Library):
    visitor = at_the_menu(library)
    visitor.waits(121)
    assert visitor.page == "still-there"
    visitor.taps(None)
    assert (visitor.page, visitor.focus) == ("menu", "I feel unwell")


def test_a_machine_with_touch_tells_of_it_in_help_and_before_it_ends_a_visit(library: Library):
    visitor = Toucher(library, machine=Machine(keys=Keys(touch=True)))
    visitor.presses(Action.HELP)
    assert "touch a choice to hear it" in " ".join(visitor.screen.split())
    visitor.presses(Action.BACK, Action.CHOOSE)
    visitor.waits(121)
    assert "touch the screen" in visitor.screen


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("tap"), st.integers(0, 40)),
        st.tuples(st.just("beside"), st.just(0)),
        st.tuples(st.just("hear"), st.integers(1, 9)),
        st.tuples(st.just("key"), st.sampled_from([0, 1])),
    ),
    max_size=14,
)


@settings(max_examples=150)
@given(grid=st.sampled_from(GRIDS), steps=STEPS)
def test_whatever_is_tapped_enter_does_what_was_last_announced(library: Library, grid: Grid, steps: list[tuple]):  # type: ignore[type-arg]
    visitor = Toucher(library, grid)
    place = ""
    for what, number in [*steps, ("hear", 1)]:
        page = visitor.attendant.page
        if what == "tap" and page.spots:
            visitor.taps(page.spots[number % len(page.spots)].target)
        elif what == "beside":
            visitor.taps(None)
        elif what == "key":
            visitor.presses((Action.DOWN, Action.UP)[number])
        for _ in range(number if what == "hear" else 1):  # a voice begins at once
            if visitor.attendant.page.sheet != place:
                place, visitor.told = visitor.attendant.page.sheet, None
            if visitor.queue:
                note_choice(visitor, visitor.hears().text)
    page, told = visitor.attendant.page, visitor.told
    if told is None or page.focus < 0 or visitor.attendant.at_rest:
        return
    visitor.presses(Action.CHOOSE)
    after = visitor.attendant.page
    if told.does != page.choices[page.focus].does:  # it is gone: what has taken its place is only said
        assert (after.sheet, after.number, after.focus) == (page.sheet, page.number, page.focus)
    elif told.verb is Verb.OPEN:
        assert after.sheet == told.opens
    elif told.verb in (Verb.MENU, Verb.AGREE, Verb.AGREE_SILENT):
        assert after.sheet == "menu"
    elif told.verb is Verb.NEXT_PAGE:
        assert (after.sheet, after.number) == (page.sheet, page.number + 1)


def note_choice(visitor: Toucher, text: str) -> None:
    """Takes note of a choice that is heard."""
    page = visitor.attendant.page
    reader = visitor.attendant.visit.state.reader
    for number, choice in enumerate(page.choices):
        if reader.item(page, number).text == text:
            visitor.told = choice


def test_spots_are_one_rectangle_for_each_choice_on_the_page_and_for_each_key(library: Library):
    for grid in GRIDS:
        page = at_the_menu(library, grid).attendant.page
        spots = page.spots
        choices = [spot for spot in spots if spot.target.choice >= 0 and spot.row not in page.lens]
        assert sorted(spot.target.choice for spot in choices) == list(page.on_page)
        assert all(spot.rows >= grid.button_rows for spot in choices)
        assert [(a, b) for a in spots for b in spots if a is not b and overlap(a, b)] == []
        keys = {spot.target.action for spot in spots if spot.row == len(page.rows) - 1} - {None}
        assert keys >= {Action.HELP, Action.UNWELL}


def overlap(a: Spot, b: Spot) -> bool:
    across = a.column < b.column + b.columns and b.column < a.column + a.columns
    return across and a.row < b.row + b.rows and b.row < a.row + a.rows
