"""Commands whose input or output is closed, full, or of another alphabet: one sentence, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.content.sample_clinic import sample
from tests.pty.terminal import KIOSK

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell and devices of Unix")


def called(arguments: str, redirected: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    """Calls the kiosk through a shell, which closes or redirects what it is given."""
    script = f'exec "$@" {arguments} {redirected}'
    command = ("sh", "-c", script, "sh", *KIOSK)
    environment = {**os.environ, **variables}
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT, env=environment)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("run", "The kiosk needs a terminal."),
        ("run --language en", "The kiosk needs a terminal."),
        ("pin", "A PIN can only be typed in a terminal."),
        ("keys none-such.yaml", "Keys can only be learned in a terminal."),
    ],
)
@pytest.mark.parametrize("closed", ["<&-", "<&- >&-"])
def test_what_needs_a_terminal_says_so_where_there_is_no_input(arguments: str, told: str, closed: str):
    done = called(arguments, closed)
    assert done.returncode in (1, 2)
    assert done.stderr.decode().startswith(told)
    assert "Traceback" not in done.stderr.decode()


def test_a_preview_without_input_is_printed():
    done = called("preview content/en/signs.yaml", "<&-")
    assert done.returncode == 0
    assert "=== signs-1" in done.stdout.decode()
    assert done.stderr == b""


@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_without_output_only_the_status_is_told(tmp_path: Path, closed: str):
    folder = sample(tmp_path)
    assert called(f"check {folder.path}", closed).returncode == 0
    folder.change_line("en/signs.yaml", 1, "titel: x")
    assert called(f"check {folder.path}", closed).returncode == 1


def test_doctor_looks_at_everything_without_output():
    assert b"Traceback" not in called("doctor", ">&-").stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("arguments", ["check content", "transcript", "--help", "keys --show"])
def test_a_full_disk_is_told_in_one_sentence(arguments: str):
    done = called(arguments, ">/dev/full")
    assert done.returncode == 1
    assert done.stderr.decode() == "The output could not be written: No space left on device.\n"
    assert called(arguments, ">/dev/full 2>/dev/full").returncode == 1


@pytest.mark.parametrize("arguments", ["check --strict content", "transcript", "keys --show number-pad", "say --help"])
def test_a_locale_without_our_letters_gets_question_marks(tmp_path: Path, arguments: str):
    done = called(arguments, "", PYTHONIOENCODING="iso-8859-1")
    assert b"Traceback" not in done.stderr
    assert done.stdout.decode("iso-8859-1")


def test_an_approval_is_told_where_the_locale_lacks_our_letters(tmp_path: Path):
    folder = sample(tmp_path)
    arguments = f"approve signs --by A --role nurse --content {folder.path}"
    done = called(arguments, "", PYTHONIOENCODING="iso-8859-1")
    assert done.returncode == 0
    assert done.stdout.decode("iso-8859-1").startswith("A, nurse, has approved ?The signs? (en/signs)")
