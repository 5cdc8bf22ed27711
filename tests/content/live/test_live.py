"""A running kiosk takes over what staff change, and nothing that is half or wrong."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from kiosk.content.history.generations import History
from kiosk.content.live.at_start import AtStart, ContentSource, content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.live.live import LiveContent
from kiosk.content.live.watch import ContentWatch
from kiosk.content.model.library import Library
from kiosk.content.reader import Reading, read_content
from tests.content.sample_clinic import CLINIC, FILES, SIGNS, ClinicFolder


@pytest.fixture
def last_good(tmp_path: Path) -> LastGood:
    return LastGood(tmp_path / "state")


@pytest.fixture
def live(clinic_folder: ClinicFolder, last_good: LastGood) -> LiveContent:
    return LiveContent(clinic_folder.path, content_at_start(clinic_folder.path, last_good), last_good)


def title(library: Library | None) -> str | None:
    return None if library is None else library.topic("signs", "en").title


def change(folder: ClinicFolder, words: str = "Other signs") -> None:
    folder.write("en/signs.yaml", SIGNS.replace("title: The signs", f"title: {words}"))


def test_nothing_happens_while_nothing_changes(live: LiveContent):
    assert [live.poll() for _ in range(3)] == [None] * 3


def test_a_change_is_taken_over_at_the_second_look(clinic_folder: ClinicFolder, live: LiveContent):
    change(clinic_folder)
    assert live.poll() is None
    assert title(live.poll()) == "Other signs"
    assert live.poll() is None
    assert title(live.library) == "Other signs"


def test_a_file_that_is_still_being_saved_is_left_alone(clinic_folder: ClinicFolder, live: LiveContent):
    whole = SIGNS.replace("The signs", "Other signs").encode()
    for length in range(100, len(whole), 50):
        clinic_folder.write("en/signs.yaml", whole[:length])
        assert live.poll() is None
    clinic_folder.write("en/signs.yaml", whole)
    assert live.poll() is None
    assert title(live.poll()) == "Other signs"


def test_a_file_that_changes_while_it_is_read_is_looked_at_again(
    clinic_folder: ClinicFolder, live: LiveContent, last_good: LastGood
):
    def disturbed(folder: Path, *_: object) -> Reading:
        reading = read_content(folder)
        change(clinic_folder, "Last signs")
        return reading

    disturbed_live = LiveContent(
        clinic_folder.path, content_at_start(clinic_folder.path, last_good), last_good, disturbed
    )
    change(clinic_folder)
    assert [title(disturbed_live.poll()) for _ in range(4)] == [None, None, None, "Last signs"]


def test_a_fault_changes_nothing_for_patients_and_shows_staff_a_number(clinic_folder: ClinicFolder, live: LiveContent):
    before = live.library
    clinic_folder.write("en/signs.yaml", SIGNS.replace("title:", "titel:").replace("how-soon: Today", "how-soon: # 1"))
    assert [live.poll() for _ in range(4)] == [None] * 4
    assert live.library is before
    assert live.error_count == 2
    change(clinic_folder)
    live.poll()
    assert title(live.poll()) == "Other signs"
    assert live.error_count == 0


def test_a_fault_that_is_taken_back_clears_the_sign(clinic_folder: ClinicFolder, live: LiveContent):
    clinic_folder.write("en/signs.yaml", "titel: x\n")
    live.poll()
    live.poll()
    assert live.error_count > 0
    clinic_folder.write("en/signs.yaml", SIGNS)
    assert [live.poll(), live.poll()] == [None, None]
    assert live.error_count == 0


def test_a_file_saved_again_with_the_same_date_and_length_is_noticed(clinic_folder: ClinicFolder, live: LiveContent):
    path = clinic_folder.path / "en/signs.yaml"
    state = path.stat()
    change(clinic_folder, "The sighs")
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert path.stat().st_size == state.st_size
    live.poll()
    assert title(live.poll()) == "The sighs"


def test_a_share_that_goes_and_comes_back(clinic_folder: ClinicFolder, live: LiveContent):
    away = clinic_folder.path.with_name("away")
    before = live.library
    clinic_folder.path.rename(away)
    for _ in range(3):
        assert live.poll() is None
    assert live.error_count == 1
    assert live.library is before
    away.rename(clinic_folder.path)
    live.poll()
    live.poll()
    assert live.error_count == 0


def a_folder(path: Path) -> None:
    path.mkdir()


def a_loop(path: Path) -> None:
    path.symlink_to(path)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("thing", [a_folder, a_loop, a_pipe], ids=["folder", "loop of links", "pipe"])
@pytest.mark.parametrize("file", ["clinic.yaml", "en/signs.yaml", "en/feel-unwell.yaml"])
def test_something_else_in_place_of_a_file(clinic_folder: ClinicFolder, live: LiveContent, file: str, thing):
    before = live.library
    (clinic_folder.path / file).unlink()
    thing(clinic_folder.path / file)
    for _ in range(3):
        assert live.poll() is None
    assert live.error_count == 1
    assert live.library is before


def test_what_was_taken_over_is_the_last_good_copy(clinic_folder: ClinicFolder, live: LiveContent, last_good: LastGood):
    change(clinic_folder)
    live.poll()
    live.poll()
    shutil.rmtree(clinic_folder.path)
    started = content_at_start(clinic_folder.path, last_good)
    assert (title(started.library), started.source) == ("Other signs", ContentSource.LAST_GOOD)
    assert [diagnostic.code for diagnostic in started.diagnostics] == ["missing-folder"]


class TestPronunciations:
    """An error in words.yaml is shown to staff; patients hear what they heard, and texts are taken over meanwhile."""

    SPOILT = FILES["words.yaml"].replace("- write: MBC", "- wrote: MBC").replace("say: C T", "say: cat scan")

    def said(self, library: Library) -> dict[str, str]:
        return {rule.write: rule.say for rule in library.words}

    def test_an_error_keeps_the_word_and_gives_staff_a_number(self, clinic_folder: ClinicFolder, live: LiveContent):
        clinic_folder.write("words.yaml", self.SPOILT)
        change(clinic_folder)
        live.poll()
        assert title(live.poll()) == "Other signs"
        assert self.said(live.library) == {"MBC": "metastatic breast cancer", "CT": "cat scan"}
        assert live.error_count == len(live.diagnostics) > 0
        clinic_folder.write("words.yaml", FILES["words.yaml"])
        live.poll()
        live.poll()
        assert (live.error_count, self.said(live.library)["CT"]) == (0, "C T")

    def test_so_does_a_kiosk_that_starts_with_it(self, clinic_folder: ClinicFolder, last_good: LastGood):
        content_at_start(clinic_folder.path, last_good)
        clinic_folder.write("words.yaml", b"PK")
        for _ in range(2):
            started = content_at_start(clinic_folder.path, last_good)
            assert self.said(started.library) == {"MBC": "metastatic breast cancer", "CT": "C T"}
            assert started.source is ContentSource.LIVE
            assert {diagnostic.file for diagnostic in started.diagnostics} == {"words.yaml"}

    def test_an_approval_that_covers_the_word_holds_meanwhile(self, clinic_folder: ClinicFolder, live: LiveContent):
        clinic_folder.write("en/signs.yaml", SIGNS.replace("Pain in a bone", "MBC"))
        fingerprint = clinic_folder.read().library.topic("signs", "en").fingerprint
        clinic_folder.write("words.yaml", self.SPOILT)
        live.poll()
        live.poll()
        assert live.library.topic("signs", "en").fingerprint == fingerprint


class TestAtStart:
    """Live, then the last good copy, then what is built in."""

    def test_right_files_are_used_and_kept(self, clinic_folder: ClinicFolder, last_good: LastGood):
        first = content_at_start(clinic_folder.path, last_good)
        assert (first.source, first.diagnostics, title(first.library)) == (ContentSource.LIVE, (), "The signs")
        assert last_good.load(clinic_folder.path) == (first.made_from, first.library)
        assert content_at_start(clinic_folder.path, last_good) == first

    def test_files_with_a_fault_leave_what_was_there(self, clinic_folder: ClinicFolder, last_good: LastGood):
        content_at_start(clinic_folder.path, last_good)
        clinic_folder.write("en/signs.yaml", "titel: x\n")
        started = content_at_start(clinic_folder.path, last_good)
        assert (started.source, title(started.library)) == (ContentSource.LAST_GOOD, "The signs")
        assert {diagnostic.file for diagnostic in started.diagnostics} == {"en/signs.yaml"}

    def test_without_any_the_page_that_is_built_in(self, clinic_folder: ClinicFolder, last_good: LastGood):
        clinic_folder.write("en/signs.yaml", "titel: x\n")
        started = content_at_start(clinic_folder.path, last_good)
        assert started.source is ContentSource.BUILT_IN
        assert started.diagnostics
        for language in started.library.clinic.languages:
            page = started.library.topic("disclaimer", language)
            assert page.language == language
            assert started.library.topic("feel-unwell", language).groups("cards")
        assert started.library.topic("disclaimer", "en").title == "Please ask a member of staff"

    def test_a_kiosk_that_started_without_content_takes_it_when_it_comes(self, tmp_path: Path, last_good: LastGood):
        from tests.content.sample_clinic import sample

        place = tmp_path / "later"
        place.mkdir()
        live = LiveContent(place / "content", content_at_start(place / "content", last_good), last_good)
        assert live.error_count == 1
        sample(place)
        assert live.poll() is None
        assert title(live.poll()) == "The signs"
        assert live.error_count == 0


class TestWatch:
    """The thread around it."""

    def test_it_tells_of_a_change_and_of_a_fault(self, clinic_folder: ClinicFolder, live: LiveContent):
        changed, faulty = Event(), Event()
        told: list[Library] = []
        signs: list[int] = []

        def on_library(library: Library) -> None:
            told.append(library)
            changed.set()

        def on_error_count(sign: int) -> None:
            signs.append(sign)
            faulty.set()

        watch = ContentWatch(live, lambda news: news(), on_library, on_error_count, period=0.01)
        watch.start()
        try:
            change(clinic_folder)
            assert changed.wait(30)
            clinic_folder.write("en/signs.yaml", "title: The signs\n")
            assert faulty.wait(30)
        finally:
            watch.stop(30)
        assert title(told[-1]) == "Other signs"
        assert signs[0] > 0

    def test_what_is_still_a_sample_counts_for_staff_too(self, clinic_folder: ClinicFolder, last_good: LastGood):
        clinic_folder.write("clinic.yaml", CLINIC.replace("Harbor", "Example").replace("212-444-0100", "555-0100"))
        live = LiveContent(clinic_folder.path, content_at_start(clinic_folder.path, last_good), last_good)
        counts: list[int] = []
        none_left = Event()

        def on_problem_count(count: int) -> None:
            counts.append(count)
            if count == 0:
                none_left.set()

        watch = ContentWatch(live, lambda news: news(), lambda library: None, on_problem_count, period=0.01)
        watch.start()
        try:
            clinic_folder.write("clinic.yaml", CLINIC)
            assert none_left.wait(30)
        finally:
            watch.stop(30)
        assert counts == [2, 0]
        assert live.error_count == 0

    def test_nothing_is_told_after_the_end(self, clinic_folder: ClinicFolder, live: LiveContent):
        handed_over = Event()
        waiting = []

        def deliver(news) -> None:
            waiting.append(news)
            handed_over.set()

        told: list[Library] = []
        watch = ContentWatch(live, deliver, told.append, told.append, period=0.01)
        watch.start()
        change(clinic_folder)
        assert handed_over.wait(30)
        watch.stop(30)
        for news in waiting:
            news()
        assert told == []

    def test_it_ends_with_a_share_that_hangs(self, clinic_folder: ClinicFolder, last_good: LastGood):
        reached, free = Event(), Event()

        def hanging(folder: Path, *_: object) -> Reading:
            reached.set()
            free.wait(60)
            return read_content(folder)

        start = content_at_start(clinic_folder.path, last_good)
        watch = ContentWatch(
            LiveContent(clinic_folder.path, start, last_good, hanging), lambda news: news(), print, print, period=0.01
        )
        watch.start()
        change(clinic_folder)
        assert reached.wait(30)
        watch.stop(0.01)
        free.set()

    def test_a_screen_that_has_ended_ends_it(self, clinic_folder: ClinicFolder, live: LiveContent):
        asked = Event()

        def gone(news) -> None:
            asked.set()
            raise RuntimeError("the app has ended")

        watch = ContentWatch(live, gone, print, print, period=0.01)
        watch.start()
        change(clinic_folder)
        assert asked.wait(30)
        watch._thread.join(30)
        assert not watch._thread.is_alive()


def test_a_start_while_somebody_saves_uses_no_half_of_it(clinic_folder: ClinicFolder, last_good, monkeypatch):
    content_at_start(clinic_folder.path, last_good)
    change(clinic_folder, "First half")
    count = 0

    def disturbed(folder: Path, **more: Any) -> Reading:
        nonlocal count
        reading = read_content(folder, **more)
        count += 1
        change(clinic_folder, f"Half {count}")
        return reading

    monkeypatch.setattr("kiosk.content.reader.read_content", disturbed)
    started: AtStart = content_at_start(clinic_folder.path, last_good)
    assert (started.source, title(started.library)) == (ContentSource.LAST_GOOD, "The signs")


class TestHistory:
    """Each right state that patients get is kept."""

    def titles(self, live: LiveContent, folder: ClinicFolder, state: Path) -> list[str]:
        """The titles of the kept states, as lines of their files."""
        kept = History(folder.path, state).all()
        return [each.read("en/signs.yaml").decode().split("\n")[0] for each in kept]

    def test_the_state_at_the_start_and_each_that_is_taken_over(
        self, live: LiveContent, clinic_folder: ClinicFolder, tmp_path: Path
    ):
        live.keep()
        change(clinic_folder)
        for _ in range(3):
            live.poll()
            live.keep()
        assert self.titles(live, clinic_folder, tmp_path / "state") == ["title: The signs", "title: Other signs"]

    def test_no_state_with_an_error_and_none_that_is_being_changed(
        self, live: LiveContent, clinic_folder: ClinicFolder, tmp_path: Path
    ):
        change(clinic_folder, "While the kiosk starts")
        live.keep()
        clinic_folder.write("en/signs.yaml", SIGNS.replace("title:", "titel:"))
        for _ in range(3):
            live.poll()
            live.keep()
        assert self.titles(live, clinic_folder, tmp_path / "state") == []

    def test_what_a_killed_command_has_left_half_is_finished(
        self, live: LiveContent, clinic_folder: ClinicFolder, tmp_path: Path
    ):
        live.keep()
        (kept,) = History(clinic_folder.path, tmp_path / "state").all()
        (kept.place.parent / "pending.json").write_text(
            f'{{"generation": "{kept.place.name}", "before": "", "names": null}}'
        )
        clinic_folder.write("en/signs.yaml", "half of")
        for _ in range(3):
            live.poll()
            live.keep()
        assert (clinic_folder.path / "en/signs.yaml").read_text() == SIGNS

    def test_a_disk_that_cannot_be_written_is_no_trouble(self, live: LiveContent, tmp_path: Path):
        (tmp_path / "state" / "history").write_text("in its way")
        live.keep()
        assert live.poll() is None
