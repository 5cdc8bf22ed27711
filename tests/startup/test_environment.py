"""The first start: what is said when it cannot be done, and that nothing is done twice."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.startup import environment
from tests.conftest import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that a first start needs."""
    folder = tmp_path / "kiosk checkout"
    shutil.copytree(ROOT / "kiosk", folder / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("run_kiosk.py", "requirements.lock", "requirements-test.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def start(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **variables}
    command = (sys.executable, str(folder / "run_kiosk.py"), "check")
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def test_without_a_network_one_sentence_says_what_to_do(checkout: Path):
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_EXTRA_INDEX_URL": "", "PIP_CONFIG_FILE": os.devnull}
    done = start(checkout, **nowhere, PIP_RETRIES="0", PIP_NO_CACHE_DIR="1", PIP_FIND_LINKS="")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == (
        "The parts of the kiosk could not be fetched: connect this machine to the internet for its first start, "
        "and start the kiosk again."
    )
    assert "Traceback" not in done.stderr


def test_a_part_with_another_hash_is_not_installed(checkout: Path):
    (checkout / "requirements.lock").write_text("click==8.5.1 --hash=sha256:" + "0" * 64 + "\n")
    done = start(checkout)
    assert done.returncode == 1
    assert "its hash differs" in done.stderr


def test_an_old_python_is_told_which_one_is_needed(checkout: Path):
    code = (
        "import sys, runpy; sys.version_info = (3, 9, 2, 'final', 0);"
        f"runpy.run_path({str(checkout / 'run_kiosk.py')!r}, run_name='__main__')"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("The kiosk needs Python 3.11 or newer; this is Python 3.9.")


def test_run_kiosk_can_be_read_by_any_python():
    """No syntax that would be an error before the sentence about the version is reached."""
    source = (ROOT / "run_kiosk.py").read_text()
    assert 'f"' not in source
    assert "match " not in source.split('"""', 2)[2]
    assert "->" not in source


def test_a_missing_venv_module_is_named(checkout: Path):
    code = (
        "import sys, runpy; sys.modules['ensurepip'] = None;"
        f"sys.argv = ['run_kiosk.py']; runpy.run_path({str(checkout / 'run_kiosk.py')!r}, run_name='__main__')"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "venv module is missing" in done.stderr


def test_nobody_elses_settings_of_python_are_obeyed(checkout: Path):
    code = (
        f"import os, runpy, sys; sys.path.insert(0, {str(checkout)!r});"
        "import kiosk.startup.environment as environment;"
        "environment.ready_python = lambda: 'python'; os.execv = lambda program, command: print(*command);"
        f"sys.argv = ['run_kiosk.py', 'check']; runpy.run_path({str(checkout / 'run_kiosk.py')!r}, run_name='__main__')"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=False)
    assert done.stdout == "python -E -P -m kiosk check\n"


def test_the_kiosk_is_compiled_even_where_python_may_not_do_so_by_itself(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(environment, "PYTHON", sys.executable)
    monkeypatch.setattr(environment, "ROOT", str(checkout))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    environment._compile()
    sources = list((checkout / "kiosk").rglob("*.py"))
    compiled = list((checkout / "kiosk").rglob("*.pyc"))
    assert len(compiled) == len(sources) > 100


def test_a_ready_environment_is_found_without_loading_much():
    code = (
        "import sys; before = set(sys.modules); from kiosk.startup.environment import ready_python; ready_python();"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True, cwd=ROOT)
    assert set(done.stdout.split()) <= {"kiosk", "kiosk.startup", "kiosk.startup.environment"}


def test_the_locks_name_hashes_and_no_index():
    for name in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / name).read_text()
        assert "://" not in text
        packages = [line for line in text.splitlines() if line and line[0].isalnum()]
        assert packages
        assert all("==" in line for line in packages)
        assert text.count("--hash=sha256:") >= len(packages)


def test_another_lock_makes_the_environment_out_of_date(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    assert environment._is_ready("test")
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    (tmp_path / "requirements-test.lock").write_text("changed")
    monkeypatch.setattr(environment, "ROOT", str(tmp_path))
    assert not environment._is_ready("test")


def test_parts_for_receiving_are_kept_when_the_rest_is_renewed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A kiosk that follows a network must still receive after its program was brought up to date."""
    made: list[str] = []
    monkeypatch.setattr(environment, "ROOT", str(tmp_path))
    monkeypatch.setattr(environment, "FOLDER", str(tmp_path / ".venv"))
    monkeypatch.setattr(environment, "PYTHON", sys.executable)
    monkeypatch.setattr(environment, "_make", made.append)
    (tmp_path / ".venv").mkdir()
    for name in ("requirements.lock", "requirements-fleet.lock"):
        (tmp_path / name).write_text("as it was")
    (tmp_path / ".venv" / "kiosk-fleet.stamp").write_bytes(environment._wanted("fleet"))
    environment.ready_python()
    environment.ready_python("fleet")
    assert made == []
    (tmp_path / "requirements.lock").write_text("renewed")
    environment.ready_python()
    assert made == ["fleet"]


def test_a_first_start_that_is_stopped_says_so_and_ends_what_it_began(tmp_path: Path):
    """Only this process is told to stop, as by a window that is closed: pip must not go on without it."""
    pip = tmp_path / "python"
    pip.write_text(f"#!/bin/sh\necho $$ > {tmp_path}/pid\necho Collecting click\nexec sleep 600\n")
    pip.chmod(0o700)
    code = (
        "import signal\n"
        "from kiosk.startup import environment as e\n"
        # Where the tests run in a shell's background, the shell has SIGINT ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"e.PYTHON = {str(pip)!r}\n"
        "e._is_ready = lambda kind: False\n"
        "e._make = lambda kind: e._install(e.LOCKS[kind])\n"
        "e.ready_python()\n"
    )
    with subprocess.Popen((sys.executable, "-c", code), stderr=subprocess.PIPE, text=True, cwd=ROOT) as starting:
        assert starting.stderr is not None
        assert starting.stderr.readline().startswith("The first start: fetching part 1 of ")
        starting.send_signal(signal.SIGINT)
        assert starting.stderr.read() == "The first start was stopped. Call it again.\n"
        assert starting.wait() == 130
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] …", "certificate is not trusted"),
        ("NewConnectionError: Name or service not known", "connect this machine to the internet"),
        ("ERROR: something else", "ERROR: something else"),
    ],
)
def test_what_pip_says_becomes_a_sentence_on_what_to_do(output: str, sentence: str):
    told = environment._explain(f"{output}\nERROR: Could not find a version\n" if "Error" in output else output)
    assert sentence in told
    assert "\n" not in told
