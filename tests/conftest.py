"""What several layers of tests share."""

import os
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import pytest
from hypothesis import settings

from kiosk.content.model.library import Library
from kiosk.content.reader import read_content

ROOT = Path(__file__).parent.parent

os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")  # pages look alike wherever the tests are started
settings.register_profile("kiosk", deadline=None)  # a busy machine is no fault of the kiosk
settings.load_profile("kiosk")

RINGS = {
    "sound": ("sound/",),
    "terminal": (
        "pty/",
        "deploy/test_locked_terminals.py",
        "staff/test_pin_command.py",
        "staff/test_staff_in_a_terminal.py",
        "supervision/test_own_terminal.py",
        "terminal/drawn/test_ocr.py",
        "terminal/test_brltty.py",
        "terminal/text_size/test_app_in_real_terminals.py",
        "terminal/text_size/test_real_terminals.py",
        "terminal/touch/test_touch_in_real_terminals.py",
    ),
    "slow": (
        "commands/test_commands.py",
        "commands/test_render_command.py",
        "commands/test_streams.py",
        "content/approval/test_every_field_approved.py",
        "content/parsing/test_any_bytes.py",
        "content/parsing/test_any_mutation.py",
        "content/parsing/test_each_line.py",
        "deploy/",
        "editor/browser/test_chromium.py",
        "fleet/",
        "locale/test_catalogues.py::test_a_new_language_gets_a_catalogue",
        "locale/test_pseudo_language.py",
        "packaging/",
        "preview/test_app.py",
        "speech/drivers/",
        "speech/ready/test_render_cache.py::test_a_writer_that_is_killed",
        "startup/test_environment.py",
        "terminal/key_maps/test_key_maps.py::test_a_held_key",
        "terminal/test_textual_internals.py",
        "test_documents.py",
        "visit/places/test_take_away.py::TestTheCode",
        "visit/session/test_any_keys.py",
        "visit/session/test_attendant.py::test_the_question_can_be_answered_many_times",
    ),
}
"""What a test needs beside Python and a moment, by the beginning of its name; the first that fits holds."""


ONE_AFTER_THE_OTHER = {
    "sound": ("sound/",),
    "screen": (
        "deploy/test_locked_terminals.py",
        "terminal/drawn/test_ocr.py",
        "terminal/test_brltty.py",
        "terminal/text_size/test_app_in_real_terminals.py",
        "terminal/text_size/test_real_terminals.py",
        "terminal/touch/test_touch_in_real_terminals.py",
    ),
    "packaging": ("packaging/",),
}
"""Tests that share something large, or that listen and look in real time: one worker runs all of a kind."""


def ring_of(item: pytest.Item) -> str:
    """The ring that a test is in; empty for the quick ones."""
    name = item.nodeid.removeprefix("tests/")
    return next((ring for ring, places in RINGS.items() if name.startswith(places)), "")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks each test with its ring; `make quick` runs those that have none."""
    for item in items:
        if ring := ring_of(item):
            item.add_marker(ring)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> object:
    """Deals tests out one by one, but for those of `ONE_AFTER_THE_OTHER`.

    Their groups are told by path, as pytest 9.2 no longer takes the marks of `--dist loadgroup`.
    """
    from xdist.scheduler import LoadScopeScheduling

    class Scheduling(LoadScopeScheduling):  # type: ignore[misc]
        def _split_scope(self, nodeid: str) -> str:
            name = nodeid.removeprefix("tests/")
            kinds = (kind for kind, places in ONE_AFTER_THE_OTHER.items() if name.startswith(places))
            return next(kinds, nodeid)

    return Scheduling(config, log)


@pytest.fixture(scope="session")
def library() -> Library:
    """The content as it is shipped."""
    reading = read_content(ROOT / "content")
    assert reading.library is not None, reading.diagnostics
    return reading.library


@pytest.fixture(scope="session")
def own_number(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The content as it is shipped, of a clinic that has typed its own number."""
    folder = copytree(ROOT / "content", tmp_path_factory.mktemp("own") / "content", ignore=ignore_patterns("scores"))
    clinic = folder / "clinic.yaml"
    clinic.write_text(clinic.read_text("utf-8").replace("phone: 555-0142", "phone: 212-555-1212"), "utf-8")
    reading = read_content(folder)
    assert reading.library is not None, reading.diagnostics
    return reading.library
