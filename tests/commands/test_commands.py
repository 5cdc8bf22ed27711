"""The staff's door: what each command prints, and how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
import wave
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.content.sample_clinic import as_own
from tests.pty.terminal import KIOSK


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run((*KIOSK, *arguments), capture_output=True, text=True, check=False, cwd=cwd)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def test_the_shipped_content_can_be_shown_and_says_that_it_is_a_sample(content: Path):
    done = run("check")
    assert done.returncode == 0
    assert "This is still the sample: “555-0142”." in done.stdout
    assert done.stdout.endswith("The content can be shown. Please look at the warnings above.\n")
    assert run("check", "--strict").returncode == 1
    as_own(content)
    done = run("check", "--strict", str(content))
    assert (done.returncode, done.stdout) == (0, "All content is right.\n")


def test_check_tells_what_to_type(content: Path):
    topic = content / "en" / "signs.yaml"
    right = topic.read_text().splitlines()[2]
    topic.write_text(topic.read_text().replace("title:", "titel:", 1))
    done = run("check", str(content))
    assert done.returncode == 1
    assert "Error in en/signs.yaml, line 3:" in done.stdout
    assert f"Type line 3 like this, without a space at the start: “{right}”" in done.stdout


def test_check_speaks_json(content: Path):
    (content / "en" / "signs.yaml").write_text("title: The signs\ntitle: Twice\n")
    done = run("check", str(content), "--json")
    answer = json.loads(done.stdout)
    assert done.returncode == 1
    assert answer["ok"] is False
    assert {"file", "line", "column", "code", "level", "message", "fix"} == set(answer["problems"][0])


def test_check_of_no_folder_is_a_problem_and_a_wrong_option_a_wrong_call(tmp_path: Path):
    assert run("check", str(tmp_path / "nowhere")).returncode == 1
    assert run("check", "--nonsense").returncode == 2
    assert run("nonsense").returncode == 2


def test_the_transcript_holds_every_page_shown_and_spoken():
    done = run("transcript", "--json")
    answer = json.loads(done.stdout)
    assert done.returncode == 0
    assert answer["language"] == "en"
    names = {page["page"].rstrip("-123456789") for page in answer["pages"]}
    assert names >= {"disclaimer", "menu", "signs", "feel-unwell", "help", "still-there", "where-am-i"}
    assert all(page["shown"] and page["spoken"] for page in answer["pages"])


def test_the_transcript_can_be_had_at_another_size():
    assert len(run("transcript", "--size", "20x6").stdout) > len(run("transcript").stdout)
    assert run("transcript", "--size", "large").returncode == 2
    assert run("transcript", "--language", "xx").returncode == 2


def test_say_writes_what_is_heard(tmp_path: Path):
    path = tmp_path / "signs.wav"
    assert run("say", "The signs. Call 911.", "--wav", str(path)).returncode == 0
    with wave.open(str(path)) as file:
        seconds = file.getnframes() / file.getframerate()
        samples = file.readframes(file.getnframes())
    assert 1.5 < seconds < 6
    assert len(set(samples)) > 50


def test_say_is_slower_at_a_lower_rate(tmp_path: Path):
    lengths = []
    for rate in ("65", "125", "245"):
        path = tmp_path / f"{rate}.wav"
        run("say", "Many people live for years with this cancer.", "--rate", rate, "--wav", str(path))
        lengths.append(path.stat().st_size)
    assert lengths[0] > 1.5 * lengths[1] > 2 * lengths[2]


def test_say_without_a_place_to_write_says_so(tmp_path: Path):
    done = run("say", "Hello", "--wav", str(tmp_path / "nowhere" / "a.wav"))
    assert done.returncode == 1
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_doctor_looks_at_everything():
    answer = json.loads(run("doctor", "--json").stdout)
    names = [check["name"] for check in answer["checks"]]
    assert names == [
        "device.yaml",
        "Voice",
        "Sound made ahead",
        "Sound",
        "Terminal",
        "Text size",
        "Keys",
        "Content",
        "Numbers",
        "Reviews",
    ]
    assert all(check["to_do"] for check in answer["checks"] if check["state"] == "bad")


def test_doctor_names_a_fault_in_device_yaml(tmp_path: Path):
    device = tmp_path / "device.yaml"
    device.write_text("sound: loud\n")
    done = run("doctor", "--device", str(device))
    assert done.returncode == 1
    assert "Line 1" in done.stdout


def test_a_folder_that_is_not_there_is_told_without_a_line(tmp_path: Path):
    nowhere = tmp_path / "nowhere"
    told = run("doctor", "--content", str(nowhere)).stdout
    assert "✗ Content: the content: The folder nowhere could not be opened (No such file or directory)." in told
    assert "line 0" not in told
    assert run("check", str(nowhere)).stdout.startswith(
        "Error in the content:\n  The folder nowhere could not be opened"
    )
    assert f"{nowhere}: This file does not exist." in run("doctor", "--device", str(nowhere)).stdout


def test_help_reads_well():
    done = run("--help")
    assert done.returncode == 0
    for command in ("run", "check", "transcript", "say", "doctor"):
        assert f"  {command} " in done.stdout
        assert run(command, "--help").returncode == 0


def test_run_without_a_subcommand_takes_its_options(tmp_path: Path):
    done = run("--content", str(tmp_path))
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
