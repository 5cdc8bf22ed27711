"""An evening's own parts: it ends at the first failure, says what it lacks, and reads screen and sound rightly."""

from __future__ import annotations

import os
import stat
import subprocess
from array import array
from pathlib import Path
from typing import cast

import pytest

from acceptance.__main__ import PROGRAMS, STEPS, play
from acceptance.disk import Disk, missing, said
from acceptance.evening import Evening
from acceptance.failed import StepFailedError
from acceptance.loudspeaker import Loudspeaker
from acceptance.machine import BOOT, first_child, wait_for
from acceptance.screen import NUMBER_PAD, plain
from kiosk.terminal.key_map import action_for
from tests.conftest import ROOT
from tests.sound.sound_server import RATE
from tests.terminal.keypad import shipped
from tests.terminal.virtual_screen import require

NOBODY = cast(Evening, None)


def test_the_first_step_that_fails_ends_the_evening():
    lines: list[str] = []

    def fails(_: Evening) -> str:
        raise StepFailedError("nothing is on the screen")

    steps = (("First", lambda _: "seen"), ("Second", fails), ("Third", lambda _: "never"))
    assert play(NOBODY, steps, lines.append) == 1
    assert [line.split("  ", 1)[1].split("\n")[0].strip() for line in lines] == ["First", "Second"]
    assert lines[0].endswith("\n       seen")
    assert "FAILED: nothing is on the screen" in lines[1]


@pytest.mark.parametrize("fault", [AssertionError("a"), OSError("b"), subprocess.CalledProcessError(1, "c")])
def test_any_fault_of_a_step_is_a_failure(fault: Exception):
    def fails(_: Evening) -> str:
        raise fault

    assert play(NOBODY, (("Only", fails),), lambda _: None) == 1


def test_an_evening_without_failure_says_how_many_steps_it_had():
    lines: list[str] = []
    assert play(NOBODY, (("One", lambda _: "seen"),), lines.append) == 0
    assert lines[-1].endswith("The evening is over: 1 steps, nothing failed.")


def test_the_record_in_the_documents_names_the_steps_as_they_are():
    record = (ROOT / "evidence" / "acceptance.txt").read_text("utf-8")
    at = [record.find(title) for title, _ in STEPS]
    assert -1 not in at
    assert at == sorted(at)
    assert "FAILED" not in record


def test_what_is_missing_is_told_in_one_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert missing(("sh", "no-such-program")) == (
        "An evening needs programs that are not installed here: no-such-program."
    )
    assert missing(("sh",)) == ""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert "only root may" in missing(PROGRAMS)


def test_a_program_that_fails_is_told_with_its_last_words():
    with pytest.raises(StepFailedError, match="sh ended with 3: the reason"):
        said("sh", "-c", "echo much; echo the reason >&2; exit 3")


def test_waiting_ends_with_what_is_there_instead():
    with pytest.raises(StepFailedError, match="another page"):
        wait_for(lambda: False, 0.0, lambda: "another page")
    assert wait_for(lambda: True, 0.0, lambda: "") < 1.0


def test_the_first_child_of_a_process_is_found():
    with subprocess.Popen(("sh", "-c", "sleep 60 & wait"), start_new_session=True) as shell:
        try:
            wait_for(lambda: first_child(shell.pid), 20, lambda: "no child")
        finally:
            os.killpg(shell.pid, 9)
    assert first_child(shell.pid) is None


def test_what_was_read_is_compared_without_lines_and_capitals():
    assert plain("Signs,\n\n  as  Published \n") == "signs, as published"


def test_every_key_is_one_of_the_number_pads():
    actions = shipped("number-pad").actions
    for key in NUMBER_PAD:
        name = {"point": "full_stop", "star": "asterisk"}.get(key, key)
        assert action_for(name, None, actions) is not None, key


def test_seconds_of_sound_are_counted(tmp_path: Path):
    speaker = Loudspeaker.__new__(Loudspeaker)
    speaker.samples = array("h", [0] * RATE + [5000, -5000] * RATE + [0] * RATE)
    assert speaker.seconds_of_sound(0) == 2.0
    assert speaker.seconds_of_sound(2 * RATE) == 1.0
    assert not speaker.loud_between(0, RATE)


def test_files_of_a_disk_are_told_apart_by_mode_and_content(tmp_path: Path):
    disk = Disk(tmp_path, "machine", "trixie")
    (disk.tree / "etc").mkdir(parents=True)
    file = disk.tree / "etc" / "device.yaml"
    file.write_text("sound: off\n")
    (disk.tree / "etc" / "x.pyc").touch()
    before = disk.files("etc")
    assert list(before) == ["etc/device.yaml"]
    file.chmod(file.stat().st_mode ^ stat.S_IWUSR)
    assert disk.files("etc") != before


def test_the_start_of_the_machine_is_plain_shell_without_a_remark():
    require("shellcheck")
    assert os.access(BOOT, os.X_OK)
    assert subprocess.run(("shellcheck", BOOT), capture_output=True, text=True, check=False).stdout == ""
