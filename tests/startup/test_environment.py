"""The first start: what is said when it cannot be done, and that nothing is done twice."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import venv
from collections.abc import Callable
from errno import EROFS
from pathlib import Path
from threading import Event, Thread, current_thread
from typing import NoReturn

import pytest

from kiosk.startup import building, environment
from kiosk.startup.packages import _from_files as from_files
from kiosk.startup.packages import clean_variables, explain
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


def plain() -> dict[str, str]:
    """Return the environment variables without any for Python."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


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
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=False, env=plain())
    assert done.returncode == 1
    assert "venv module is missing" in done.stderr


def test_nobody_elses_settings_of_python_are_obeyed(checkout: Path):
    code = (
        f"import os, runpy, sys; sys.path.insert(0, {str(checkout)!r});"
        "import kiosk.startup.environment as environment;"
        "environment.ready_python = lambda small: 'python';"
        "os.execv = lambda program, command: (print(*command), sys.exit());"
        f"sys.argv = ['run_kiosk.py', 'check']; runpy.run_path({str(checkout / 'run_kiosk.py')!r}, run_name='__main__')"
    )
    variables = plain()
    command = (sys.executable, "-c", code)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=variables)
    assert done.stdout == "python -I -m kiosk check\n"
    variables["PYTHONSTARTUP"] = "somebody's.py"
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=variables)
    assert done.stdout == f"{sys.executable} -I {checkout / 'run_kiosk.py'} check\n"


def test_the_kiosk_is_compiled_even_where_python_may_not_do_so_by_itself(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    building.compile_kiosk(sys.executable, str(checkout))
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
    (tmp_path / ".venv" / "pyvenv.cfg").write_text("home = /usr/bin\n")
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
        self.refused = "requirements-natural.lock"
        for name in ("requirements.lock", "requirements-natural.lock", "requirements-fleet.lock"):
            (folder / name).write_text("something==1\n")
        monkeypatch.setattr(environment, "ROOT", str(folder))
        for name, end in (("FOLDER", ""), ("BESIDE", ".part"), ("BEFORE", ".old")):
            monkeypatch.setattr(environment, name, str(folder / f".venv{end}"))
        self.venv = folder / ".venv"
        monkeypatch.setattr(environment, "PYTHON", str(self.venv / "bin" / "python"))
        monkeypatch.setattr(building, "_packages", lambda folder: f"{folder}/packages")
        monkeypatch.setattr(venv.EnvBuilder, "create", lambda _, folder: self.create(Path(folder)))

    def create(self, folder: Path) -> None:
        (folder / "bin").mkdir(parents=True)
        (folder / "packages").mkdir()
        (folder / "packages" / "something.py").write_text("SOMETHING = 1\n")
        (folder / "packages" / "of_use_later.py").write_text("LATER = 1\n")
        (folder / "pyvenv.cfg").write_text(f"command = python -m venv {folder}\n")
        pip = folder / "bin" / "python"
        pip.write_text(
            f'#!/bin/sh\necho "$@" >> {self.calls}\necho Collecting something\n'
            'echo "$(cd "${0%/*}/../packages" && pwd)/something.py"\n'
            f'case "$*" in *{self.refused}*) ;; *) exit 0 ;; esac\n'
            f"[ ! -f {self.folder}/refuses ] || {{ cat {self.folder}/refuses; exit 1; }}\n"
        )
        pip.chmod(0o700)

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


def zero(venv: Path) -> None:
    (venv / "packages" / "something.py").write_bytes(b"")


def lose_a_package(venv: Path) -> None:
    (venv / "packages" / "something.py").unlink()


def lose_the_settings(venv: Path) -> None:
    (venv / "pyvenv.cfg").unlink()


def lose_python(venv: Path) -> None:
    (venv / "bin" / "python").unlink()


@pytest.mark.parametrize("damage", [zero, lose_a_package, lose_the_settings, lose_python])
def test_an_environment_that_is_damaged_is_made_again(setup: Setup, damage: Callable[[Path], None]):
    setup.start()
    damage(setup.venv)
    assert setup.start() == ["run", "natural"]
    assert setup.start() == []


def test_damage_that_no_start_needs_to_see_is_noted_after_the_first_page_and_the_next_start_makes_it_good(
    setup: Setup, monkeypatch: pytest.MonkeyPatch
):
    setup.start()
    (setup.venv / "packages" / "of_use_later.py").write_bytes(b"")
    assert setup.start() == []
    assert not environment.note_damage(), "another Python looks after its own files"
    monkeypatch.setattr(sys, "prefix", str(setup.venv))
    assert environment.note_damage()
    assert setup.start() == ["run", "natural"]
    assert not environment.note_damage()


@pytest.mark.parametrize("later", [False, True])
def test_the_natural_voice_is_among_the_files_that_are_looked_at(
    setup: Setup, monkeypatch: pytest.MonkeyPatch, later: bool
):
    install = environment._install

    def installing(python: str, locks: tuple[str, ...], what: str = "") -> str:
        (Path(python).parents[1] / "packages" / f"{locks[-1]}.bin").write_text("sound")
        return install(python, locks, what)

    if later:
        setup.start()
        (setup.venv / "kiosk-natural.stamp").unlink()
    monkeypatch.setattr(environment, "_install", installing)
    setup.start()
    (setup.venv / "packages" / f"{environment.NATURAL}.bin").unlink()
    monkeypatch.setattr(sys, "prefix", str(setup.venv))
    assert environment.note_damage()


def test_without_a_network_an_environment_from_before_is_used_as_it_is(
    setup: Setup, capsys: pytest.CaptureFixture[str]
):
    setup.refused = "requirements"
    setup.start()
    before = sorted(setup.venv.rglob("*"))
    (setup.folder / "requirements.lock").write_text("something==2\n")
    (setup.folder / "refuses").write_text("NewConnectionError\n")
    assert setup.start() == ["run"]
    told = capsys.readouterr().err
    assert "connect this machine to the internet" in told
    assert told.endswith("Until then, the kiosk starts with the parts of before.\n")
    assert sorted(setup.venv.rglob("*")) == before
    assert not (setup.folder / ".venv.part").exists()
    (setup.folder / "refuses").unlink()
    assert setup.start() == ["run", "natural"], "it is tried again at each start"
    (setup.folder / "refuses").write_text("NewConnectionError\n")
    zero(setup.venv)
    with pytest.raises(SystemExit, match="connect this machine"):
        setup.start()


@pytest.mark.parametrize("small", [False, True])
@pytest.mark.parametrize("kind", ["run", "fleet"])
def test_a_start_that_was_cut_off_between_two_renames_goes_back_and_stays_what_it_was(
    setup: Setup, kind: str, small: bool
):
    environment.ready_python(kind, small)
    setup.venv.rename(setup.folder / ".venv.old")
    assert setup.start() == []
    assert (setup.venv / "bin" / "python").exists()
    setup.venv.rename(setup.folder / ".venv.old")
    (setup.folder / "requirements.lock").write_text("something==2\n")
    setup.start()
    stamps = {path.stem.removeprefix("kiosk-") for path in setup.venv.glob("*.stamp")}
    assert stamps == {kind, "small" if small else "natural"}


def read_only(*_: object) -> NoReturn:
    raise OSError(EROFS, os.strerror(EROFS))


def test_on_a_disk_that_is_read_only_the_environment_is_used_as_it_is(
    setup: Setup, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    setup.start()
    monkeypatch.setattr(building, "open", read_only, raising=False)
    monkeypatch.setattr(venv.EnvBuilder, "create", read_only)
    monkeypatch.setattr(os, "rename", read_only)
    assert setup.start() == []
    (setup.folder / "requirements.lock").write_text("something==2\n")
    assert setup.start() == []
    assert capsys.readouterr().err.endswith(
        "Read-only file system. Make the folder writable and start again. "
        "Until then, the kiosk starts with the parts of before.\n"
    )
    zero(setup.venv)
    with pytest.raises(SystemExit, match="Read-only file system"):
        setup.start()


def test_of_two_users_at_once_one_makes_the_environment_and_the_other_waits_for_it(
    setup: Setup, monkeypatch: pytest.MonkeyPatch
):
    """The second may read the folder, and write nothing in it."""
    building_now, waiting = Event(), Event()
    first, said = current_thread(), []
    create = setup.create

    def creating(_: object, folder: str) -> None:
        assert current_thread() is first, "the other user has nothing to make"
        create(Path(folder))
        building_now.set()
        assert waiting.wait(60)

    def opening(path: str, mode: str = "r", **more: object) -> object:
        if current_thread() is not first and mode != "rb":
            raise PermissionError(path)
        return open(path, mode, **more)  # type: ignore[call-overload]

    def say(text: str, last: bool = False) -> None:
        if current_thread() is not first:
            said.append(text)
            waiting.set()

    def second() -> None:
        assert building_now.wait(60)
        said.append(environment.ready_python())

    monkeypatch.setattr(venv.EnvBuilder, "create", creating)
    monkeypatch.setattr(building, "open", opening, raising=False)
    monkeypatch.setattr(environment, "_say", say)
    other = Thread(target=second)
    other.start()
    assert setup.start() == ["run", "natural"]
    other.join(60)
    assert said == ["The kiosk is being set up by another start; waiting for it …", environment.PYTHON]


def test_what_a_cut_off_start_has_built_is_not_taken_for_whole(setup: Setup):
    setup.create(setup.folder / ".venv.part")
    assert setup.start() == ["run", "natural"]
    assert str(setup.folder / ".venv.part") not in (setup.venv / "pyvenv.cfg").read_text(), (
        "scripts name the final place"
    )


def test_the_kiosks_own_user_can_read_what_a_careful_administrator_has_set_up(setup: Setup):
    before = os.umask(0o077)
    try:
        setup.start()
    finally:
        os.umask(before)
    assert all(path.stat().st_mode & 0o044 == 0o044 for path in (setup.venv, *setup.venv.glob("*.stamp")))


def test_of_what_pip_is_told_by_variables_and_files_only_the_network_counts():
    network = {"PIP_INDEX_URL": "https://clinic/simple", "PIP_PROXY": "http://proxy", "HTTPS_PROXY": "http://proxy"}
    habits = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_DRY_RUN", "PIP_REQUIRE_VIRTUALENV", "PIP_CONSTRAINT")
    others = ("PYTHONPATH", "PYTHONHOME", "PYTHONUSERBASE", "VIRTUAL_ENV", "CONDA_PREFIX")
    assert clean_variables({**network, **dict.fromkeys((*habits, *others), "x")}) == network
    listed = (
        "global.index-url='https://clinic/simple'\nglobal.user='true'\nglobal.cert='/a.pem'\n"
        "install.cert='/b.pem'\ninstall.target='/x'\ninstall.trusted-host='a\\nb'\n:env:.prefix='/y'\n"
    )
    assert from_files(listed) == {
        "PIP_INDEX_URL": "https://clinic/simple",
        "PIP_CERT": "/b.pem",
        "PIP_TRUSTED_HOST": "a b",
    }


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
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=True, env=plain())
    assert done.stdout.split() == ["-I", "-m", "kiosk", "check"]


def test_a_first_start_that_is_stopped_says_so_and_ends_what_it_began(tmp_path: Path):
    """Only this process is told to stop, as by a window that is closed: pip must not go on without it."""
    pip = tmp_path / "python"
    listed = 'case "$*" in *config*) exit 0 ;; esac'
    pip.write_text(f"#!/bin/sh\n{listed}\necho $$ > {tmp_path}/pid\necho Collecting click\nexec sleep 600\n")
    pip.chmod(0o700)
    code = (
        "import signal\n"
        "from kiosk.startup import environment as e\n"
        # Where the tests run in a shell's background, the shell has SIGINT ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        f"e.PYTHON = {str(pip)!r}\n"
        "e._is_ready = lambda kind: False\n"
        "e._make = lambda kind, small: e._install(e.PYTHON, e.LOCKS[kind])\n"
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
        ("ImportError: x.so: failed to map segment from shared object", "mounted with “noexec”"),
        ("ProxyError('Cannot connect to proxy.')", "the proxy http://proxy.clinic:3128: correct its address"),
    ],
)
def test_what_pip_says_becomes_a_sentence_on_what_to_do(output: str, sentence: str):
    proxy = {"HTTPS_PROXY": "http://user:secret@proxy.clinic:3128"}
    told = explain(f"{output}\nERROR: Could not find a version\n" if "Error" in output else output, proxy)
    assert sentence in told
    assert "\n" not in told
