"""The first start: what is said when it cannot be done, and that nothing is done twice."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from kiosk.startup import environment
from tests.conftest import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that a first start needs."""
    folder = tmp_path / "kiosk checkout"
    shutil.copytree(ROOT / "kiosk", folder / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("run_kiosk.py", "requirements.lock", "requirements-natural.lock", "requirements-test.lock"):
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
        "environment.ready_python = lambda small: 'python'; os.execv = lambda program, command: print(*command);"
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
    for name in ("requirements.lock", "requirements-natural.lock", "requirements-test.lock"):
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
    monkeypatch.setattr(environment, "_make", lambda kind, small: made.append(kind))
    (tmp_path / ".venv").mkdir()
    for name in ("requirements.lock", "requirements-natural.lock", "requirements-fleet.lock"):
        (tmp_path / name).write_text("as it was")
    (tmp_path / ".venv" / "kiosk-fleet.stamp").write_bytes(environment._wanted(environment.LOCKS["fleet"]))
    (tmp_path / ".venv" / "kiosk-natural.stamp").write_bytes(environment._wanted((environment.NATURAL,)))
    environment.ready_python()
    environment.ready_python("fleet")
    assert made == []
    (tmp_path / "requirements.lock").write_text("renewed")
    environment.ready_python()
    assert made == ["fleet"]


class Setup:
    """A folder with locks, in which pip is a script that notes how it was called, and whether it fails."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.calls = folder / "calls"
        pip = folder / "python"
        pip.write_text(
            f'#!/bin/sh\necho "$@" >> {self.calls}\necho Collecting something\n'
            'case "$*" in *requirements-natural.lock*) ;; *) exit 0 ;; esac\n'
            f"[ ! -f {folder}/refuses ] || {{ cat {folder}/refuses; exit 1; }}\n"
        )
        pip.chmod(0o700)
        for name in ("requirements.lock", "requirements-natural.lock", "requirements-fleet.lock"):
            (folder / name).write_text("something==1\n")
        monkeypatch.setattr(environment, "ROOT", str(folder))
        monkeypatch.setattr(environment, "FOLDER", str(folder / ".venv"))
        monkeypatch.setattr(environment, "PYTHON", str(pip))
        monkeypatch.setattr(environment, "_point_to_root", lambda: None)
        monkeypatch.setattr(venv.EnvBuilder, "create", self.create)

    def create(self, folder: str) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        Path(folder).mkdir()

    def start(self, small: bool = False) -> list[str]:
        """The locks that this start installs, in their order."""
        self.calls.write_text("")
        environment.ready_python("run", small)
        found = (re.search(r"requirements(?:-(\w+))?\.lock", call) for call in self.calls.read_text().splitlines())
        return [match[1] or "run" for match in found if match]


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setup:
    return Setup(tmp_path, monkeypatch)


def test_the_first_start_installs_the_natural_voice_too_and_the_next_one_nothing(
    setup: Setup, capsys: pytest.CaptureFixture[str]
):
    assert setup.start() == ["run", "natural"]
    assert "The first start: fetching the natural voice (120 MB), part 1 of 1 …" in capsys.readouterr().err
    assert setup.start() == []


def test_a_small_set_up_has_no_natural_voice_and_stays_small(setup: Setup):
    assert setup.start(small=True) == ["run"]
    assert setup.start() == []
    assert setup.start(small=True) == []
    (setup.folder / "requirements.lock").write_text("something==2\n")
    assert setup.start() == ["run"]
    (setup.folder / "requirements-natural.lock").write_text("something==2\n")
    assert setup.start() == []


def test_a_large_set_up_becomes_small_when_that_is_asked_for(setup: Setup):
    setup.start()
    assert setup.start(small=True) == ["run"]
    assert setup.start() == []


def test_a_kiosk_from_before_the_natural_voice_is_given_it_and_nothing_else(setup: Setup):
    setup.start()
    (setup.folder / ".venv" / "kiosk-natural.stamp").unlink()
    assert setup.start() == ["natural"]
    (setup.folder / "requirements-natural.lock").write_text("something==2\n")
    assert setup.start() == ["natural"]
    assert setup.start() == []


@pytest.mark.parametrize(
    ("output", "why"),
    [
        (
            "ERROR: No matching distribution found for onnxruntime",
            "there are no parts for this machine and this Python",
        ),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "a downloaded part is not the one that was reviewed"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("something else", "pip failed"),
    ],
)
def test_where_the_natural_voice_cannot_be_installed_the_kiosk_starts_and_says_so_once(
    setup: Setup, capsys: pytest.CaptureFixture[str], output: str, why: str
):
    (setup.folder / "refuses").write_text(output + "\n")
    assert setup.start() == ["run", "natural"]
    told = capsys.readouterr().err
    assert f"The natural voice could not be installed ({why}), so eSpeak NG speaks." in told
    assert told.endswith("The kiosk is set up.\n")
    assert setup.start() == []


def test_the_option_for_a_small_set_up_is_not_handed_on_to_the_kiosk(checkout: Path):
    python = checkout / "python"
    python.write_text('#!/bin/sh\necho "$@"\n')
    python.chmod(0o700)
    code = (
        "import runpy, sys\n"
        f"sys.path.insert(0, {str(checkout)!r})\n"
        "from kiosk.startup import environment as e\n"
        f"e.ready_python = lambda small: {str(python)!r} if small else sys.exit('not small')\n"
        "sys.argv = ['run_kiosk.py', '--small', 'check']\n"
        f"runpy.run_path({str(checkout / 'run_kiosk.py')!r}, run_name='__main__')\n"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["-E", "-P", "-m", "kiosk", "check"]


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
        "e._make = lambda kind, small: e._install(e.LOCKS[kind])\n"
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
