"""The login of staff in the app: what is seen and heard, and that a visitor's page is never seen behind it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from kiosk.content.model.library import Library
from kiosk.staff.access import Access
from kiosk.staff.health_check import HealthCheck
from kiosk.staff.lock_out_file import NAME, LockOutFile
from kiosk.staff.pin_hash import PinHash
from kiosk.staff.staff_front import StaffFront
from kiosk.visit.speech_text.utterance import Utterance
from kiosk.visit.terms.target import Target
from tests.app.kiosk_app import kiosk_app
from tests.app.test_app import screen

WARD = ("ctrl+w", "ctrl+a", "ctrl+r", "ctrl+d")


class Voice:
    """Stands in for the narrator and remembers what it is to say."""

    sounding = False
    answers = True

    def __init__(self) -> None:
        self.said: list[str] = []

    def speak(self, utterances: Sequence[Utterance], hush: bool, *_: object) -> None:
        if hush:
            self.said = []
        self.said += [utterance.text for utterance in utterances]

    def __getattr__(self, name: str) -> Any:
        return lambda *_: None


class Staffed:
    """A kiosk with a login, a clock that is set by hand, and a voice that remembers."""

    def __init__(self, library: Library, folder: Path, pin: PinHash) -> None:
        self.now = 100.0
        self.narrator = Voice()
        found = (HealthCheck("Voice", "good", "It speaks.", ""),)
        access = Access(pin, "", LockOutFile(folder), lambda: (), lambda: found)
        self.app = kiosk_app(
            library,
            self.narrator,
            lambda: self.now,
            staff=lambda app: StaffFront(access, app.attendant, lambda: self.now, app.in_background, app.answer),
        )

    async def knock(self, pilot: Pilot[int | None]) -> None:
        """Presses the keys, after a rest."""
        self.now += 2
        await pilot.press(*WARD)

    async def enter(self, pilot: Pilot[int | None], pin: str, until: str) -> None:
        """Types a PIN and waits for what comes of it."""
        await self.press(pilot, *pin, "enter", until=until)

    async def press(self, pilot: Pilot[int | None], *keys: str, until: str) -> None:
        """Presses keys and waits for what comes of it."""
        await pilot.press(*keys)
        for _ in range(500):
            if until in screen(self.app):
                return
            await pilot.pause(0.01)
        pytest.fail(screen(self.app))


def without_remark(drawn: str) -> list[str]:
    """All rows but that of the remark on the last key, which is above the keys."""
    rows = drawn.splitlines()
    return [*rows[:-2], rows[-1]]


@pytest.fixture(scope="module")
def pin() -> PinHash:
    return PinHash.of("482915")


@pytest.fixture
def ended(staffed: Staffed, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Holds something once the kiosk was told to end for good."""
    found: list[bool] = []
    monkeypatch.setattr(staffed.app, "end_for_good", lambda: found.append(True))
    return found


@pytest.fixture
def staffed(library: Library, tmp_path: Path, pin: PinHash) -> Staffed:
    return Staffed(library, tmp_path, pin)


async def test_the_question_is_said_and_no_digit_is(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await staffed.knock(pilot)
        assert staffed.narrator.said == ["Staff only. Enter the PIN."]
        staffed.narrator.said = []
        await pilot.press("4", "8", "2")
        assert "●●●" in screen(staffed.app)
        assert not any(character.isdigit() for character in screen(staffed.app))
        assert staffed.narrator.said == []


async def test_the_question_names_the_keys_that_work_there_and_no_other(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await staffed.knock(pilot)
        assert screen(staffed.app).splitlines()[-1].split() == ["Enter", "Done", "Esc", "Leave"]


async def test_the_question_tells_nothing_of_the_visit(staffed: Staffed, library: Library):
    titles = {topic.title for topics in library.topics.values() for topic in topics.values()}
    async with staffed.app.run_test() as pilot:
        await pilot.press("space", "enter", "1")
        assert any(title in screen(staffed.app) for title in titles)
        await staffed.knock(pilot)
        assert not any(title in screen(staffed.app) for title in titles)


async def test_who_only_knocked_gets_the_visit_back(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await pilot.press("space", "enter", "1")
        before = screen(staffed.app)
        await staffed.knock(pilot)
        await pilot.press("escape")
        assert without_remark(screen(staffed.app)) == without_remark(before)


async def test_after_the_pin_nothing_of_the_visit_is_left(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        start = screen(staffed.app)
        await pilot.press("space", "enter", "1", ".")
        await staffed.knock(pilot)
        await staffed.enter(pilot, "482915", "For staff")
        await pilot.press("escape")
        assert screen(staffed.app) == start
        assert staffed.app.attendant.at_rest


async def test_the_pin_is_typed_and_never_tapped(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await staffed.knock(pilot)
        await pilot.press("4", "8")
        before = screen(staffed.app)
        assert staffed.app.view._page is not None
        assert staffed.app.view._page.spots == ()
        for target in (None, Target(0), Target(more=True)):
            staffed.app.answer(staffed.app.front.tap(target, staffed.now))
            assert screen(staffed.app) == before


async def test_staff_pages_are_tapped_as_those_of_patients(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await staffed.knock(pilot)
        await staffed.enter(pilot, "482915", "For staff")
        page = staffed.app.front.visit.page
        other = (page.focus + 1) % len(page.choices)
        for _ in range(2):
            staffed.app.answer(staffed.app.front.tap(Target(other), staffed.now))
        assert staffed.app.front.visit.page.sheet == page.choices[other].opens


async def test_a_voice_that_still_reports_does_not_bring_the_visit_back(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await pilot.press("space", "enter", "1")
        unit = staffed.app.attendant.page.units[0]
        utterance = Utterance(staffed.app.attendant.page.sentence(unit), "en", unit)
        await staffed.knock(pilot)
        staffed.app.started(utterance)
        staffed.app.word(utterance, 0, 2)
        staffed.app.silent()
        staffed.app.headphones(True)
        assert "Staff only" in screen(staffed.app)
        assert staffed.narrator.said == ["Staff only. Enter the PIN."]


async def test_a_new_window_size_keeps_the_question(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await pilot.press("space", "enter", "1")
        await staffed.knock(pilot)
        await pilot.resize_terminal(46, 13)
        await pilot.pause()
        assert "Staff only" in screen(staffed.app)
        assert staffed.narrator.said == ["Staff only. Enter the PIN."]


async def test_half_a_minute_without_a_key_brings_the_visitors_page_back(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        start = screen(staffed.app)
        await staffed.knock(pilot)
        await pilot.press("4")
        staffed.now += 30
        staffed.app._tick()
        assert without_remark(screen(staffed.app)) == without_remark(start)


async def test_a_wrong_pin_is_written_down(staffed: Staffed, tmp_path: Path):
    async with staffed.app.run_test() as pilot:
        await staffed.knock(pilot)
        await staffed.enter(pilot, "111111", "That PIN is wrong")
        assert json.loads((tmp_path / NAME).read_text())["value"]["failures"] == 1
        await staffed.enter(pilot, "482915", "For staff")
        assert json.loads((tmp_path / NAME).read_text())["value"]["failures"] == 0


async def test_what_works_comes_while_the_screen_goes_on(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await staffed.knock(pilot)
        await staffed.enter(pilot, "482915", "For staff")
        await staffed.press(pilot, "1", until="Voice: Right")


async def test_a_curtain_does_not_hide_the_question(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await pilot.press("space", "enter", "s")
        assert screen(staffed.app).strip() == ""
        await staffed.knock(pilot)
        assert "Staff only" in screen(staffed.app)


async def at_the_last_question(staffed: Staffed, pilot: Pilot[int | None]) -> None:
    """Goes as far as staff do who want to end the kiosk, up to the PIN."""
    await staffed.knock(pilot)
    await staffed.enter(pilot, "482915", "For staff")
    await staffed.press(pilot, "4", until="End the kiosk?")
    await staffed.press(pilot, "2", until="Enter the PIN again to end the kiosk.")


async def test_only_the_pin_again_ends_the_kiosk(staffed: Staffed, ended: list[bool]):
    async with staffed.app.run_test() as pilot:
        await at_the_last_question(staffed, pilot)
        await staffed.enter(pilot, "111111", "That PIN is wrong")
        assert ended == []
        await pilot.press(*"482915", "enter")
        while not ended:
            await pilot.pause(0.01)


async def test_who_leaves_the_last_question_ends_nothing_and_has_left_the_pages(staffed: Staffed, ended: list[bool]):
    async with staffed.app.run_test() as pilot:
        start = screen(staffed.app)
        await at_the_last_question(staffed, pilot)
        await pilot.press("escape")
        assert without_remark(screen(staffed.app)) == without_remark(start)
        await staffed.knock(pilot)
        await staffed.enter(pilot, "482915", "For staff")
        assert ended == []


async def test_pages_of_staff_stay_while_they_are_read_aloud(staffed: Staffed):
    async with staffed.app.run_test() as pilot:
        await staffed.knock(pilot)
        await staffed.enter(pilot, "482915", "For staff")
        staffed.narrator.sounding = True
        staffed.now += 45
        staffed.app._tick()
        staffed.narrator.sounding = False
        staffed.now += 29
        staffed.app._tick()
        assert "For staff" in screen(staffed.app)
        staffed.now += 1
        staffed.app._tick()
        assert "For staff" not in screen(staffed.app)
