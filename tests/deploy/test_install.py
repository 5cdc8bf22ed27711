"""`deploy/install.sh`: into a folder twice, with the clinic's own changes kept, and away again, leaving nothing."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.terminal.virtual_screen import require

INSTALL = ROOT / "deploy" / "install.sh"
SCRIPTS = [INSTALL, *sorted((ROOT / "deploy" / "bin").iterdir())]


def install(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run((str(INSTALL), *options), capture_output=True, text=True, check=False)


def state(folder: Path) -> dict[str, str]:
    """Every path below `folder` with what it is."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = f"-> {os.readlink(path)}"
        elif path.is_dir():
            found[name] = "folder"
        else:
            found[name] = f"{path.stat().st_mode:o} {hashlib.sha256(path.read_bytes()).hexdigest()}"
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tree into which it was installed once; not to be changed."""
    folder = tmp_path_factory.mktemp("root")
    done = install("--root", str(folder), "--stack", "wayland")
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def root(fresh: Path, tmp_path: Path) -> Path:
    """A copy of it to be changed."""
    return Path(shutil.copytree(fresh, tmp_path / "root", symlinks=True))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_are_plain_shell_without_a_remark(script: Path):
    require("shellcheck", "dash")
    assert os.access(script, os.X_OK)
    assert script.read_text("utf-8").startswith("#!/bin/sh\n")
    subprocess.run(("dash", "-n", script), check=True)
    done = subprocess.run(("shellcheck", script), capture_output=True, text=True, check=False)
    assert done.stdout == ""


def test_the_part_that_install_reads_is_plain_shell_too():
    require("shellcheck", "dash")
    part = ROOT / "deploy" / "files.sh"
    subprocess.run(("dash", "-n", part), check=True)
    done = subprocess.run(("shellcheck", part), capture_output=True, text=True, check=False)
    assert done.stdout == ""


def test_everything_is_where_the_scripts_look_for_it(fresh: Path):
    for name in (
        "opt/kiosk/run_kiosk.py",
        "opt/kiosk/requirements.lock",
        "opt/kiosk/kiosk/__main__.py",
        "srv/kiosk/content/clinic.yaml",
        "etc/kiosk/device.yaml",
        "etc/kiosk/alacritty.toml",
        "etc/systemd/system/kiosk.service",
        "etc/systemd/system/kiosk.service.d/terminal.conf",
        "etc/sysctl.d/90-kiosk.conf",
    ):
        assert (fresh / name).is_file(), name
    for script in ("session", "terminal", "x-client"):
        assert os.access(fresh / "usr/local/lib/kiosk" / script, os.X_OK)
    assert os.access(fresh / "usr/local/bin/kiosk", os.X_OK)
    assert (fresh / "etc/kiosk/device.yaml").stat().st_mode & 0o777 == 0o640
    assert list((fresh / "etc/udev/hwdb.d").glob("*.hwdb")) != []


@pytest.mark.parametrize(
    "unit", ["ctrl-alt-del.target", "getty@tty1.service", "autovt@.service", "swap.target", "suspend.target"]
)
def test_ways_out_are_closed(fresh: Path, unit: str):
    assert os.readlink(fresh / "etc/systemd/system" / unit) == "/dev/null"


def test_a_second_time_changes_nothing(root: Path):
    before = state(root)
    done = install("--root", str(root), "--stack", "wayland")
    assert done.returncode == 0, done.stderr
    assert state(root) == before


def test_what_the_clinic_has_changed_stays(root: Path):
    clinic = root / "srv/kiosk/content/clinic.yaml"
    clinic.write_text("name: Ours\n")
    done = install("--root", str(root), "--stack", "wayland")
    assert "kept, for you have changed it: /srv/kiosk/content/clinic.yaml" in done.stdout
    assert clinic.read_text() == "name: Ours\n"
    done = install("--root", str(root), "--uninstall")
    assert done.returncode == 0
    assert [str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()] == [
        "srv/kiosk/content/clinic.yaml"
    ]


TEXTS_ONLY = """\
set -eu
tell() { printf '%s\\n' "$1"; }
run() { "$@"; }
root=$1 record=/installed new=$1/new
: >"$new"
. "$2"
put_tree c "$3" /srv/kiosk/content
[ ! -f "$root$record" ] || take_away "$root$record" "$new"
mv "$new" "$root$record"
"""
"""What install.sh does with the texts, and nothing else."""


def test_texts_of_a_newer_release_come_beside_and_what_the_clinic_has_deleted_stays_deleted(tmp_path: Path):
    release, clinics, newer = tmp_path / "release", tmp_path / "srv/kiosk/content", tmp_path / "srv/kiosk/newer"
    release.mkdir()

    def upgrade(**texts: str) -> list[str]:
        for name, text in texts.items():
            (release / name).write_text(text)
        command = ("sh", "-c", TEXTS_ONLY, "sh", str(tmp_path), str(ROOT / "deploy" / "files.sh"), str(release))
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()

    assert upgrade(signs="as it was", about="us", help="yes") == []
    (clinics / "about").unlink()
    told = upgrade(signs="as it is now", added="a topic")
    assert told == [
        "left out, for you have deleted it: /srv/kiosk/content/about",
        "kept, and the text of this release is beside it: diff /srv/kiosk/content/signs /srv/kiosk/newer/signs",
    ]
    assert {path.name: path.read_text() for path in clinics.iterdir()} == {
        "signs": "as it was",
        "help": "yes",
        "added": "a topic",
    }
    assert [path.read_text() for path in newer.iterdir()] == ["as it is now"]
    assert upgrade() == told, "it is said until it is settled"
    shutil.copy(newer / "signs", clinics / "signs")
    assert upgrade() == told[:1]
    assert not newer.exists(), "it was taken over"


def test_a_spoilt_file_of_the_program_is_mended_and_one_that_is_no_part_any_more_goes(root: Path):
    program = root / "opt/kiosk/run_kiosk.py"
    program.write_text("spoilt")
    record = root / "usr/local/lib/kiosk/installed"
    old = root / "opt/kiosk/kiosk/old.py"
    old.write_text("")
    record.write_text(record.read_text() + "p - /opt/kiosk/kiosk/old.py\n")
    assert install("--root", str(root), "--stack", "wayland").returncode == 0
    assert program.read_bytes() == (ROOT / "run_kiosk.py").read_bytes()
    assert not old.exists()


def test_the_other_terminal_takes_the_place_of_the_first(root: Path):
    assert install("--root", str(root), "--stack", "x11").returncode == 0
    assert "session x11" in (root / "etc/systemd/system/kiosk.service.d/terminal.conf").read_text()
    assert (root / "etc/X11/xorg.conf.d/90-kiosk.conf").is_file()
    assert install("--root", str(root), "--stack", "wayland").returncode == 0
    assert not (root / "etc/X11").exists()


def test_it_goes_away_and_leaves_nothing(root: Path):
    (root / "opt/kiosk/kiosk/__pycache__").mkdir()
    (root / "opt/kiosk/kiosk/__pycache__/x.pyc").touch()
    (root / "opt/kiosk/.venv").mkdir()
    (root / "var/lib/kiosk").mkdir()
    done = install("--root", str(root), "--uninstall")
    assert done.returncode == 0, done.stderr
    assert state(root) == {}


def test_what_was_there_before_is_there_afterwards(tmp_path: Path):
    (tmp_path / "etc/systemd/system").mkdir(parents=True)
    (tmp_path / "etc/systemd/system/swap.target").write_text("[Unit]\n")
    (tmp_path / "etc/os-release").write_text('VERSION_ID="12"\n')
    before = state(tmp_path)
    done = install("--root", str(tmp_path))
    assert "left alone, for there is something else: /etc/systemd/system/swap.target" in done.stdout
    assert "session x11" in (tmp_path / "etc/systemd/system/kiosk.service.d/terminal.conf").read_text()
    assert install("--root", str(tmp_path), "--uninstall").returncode == 0
    assert state(tmp_path) == before


def test_only_looking_changes_nothing(tmp_path: Path):
    done = install("--root", str(tmp_path), "--stack", "wayland", "--dry-run")
    assert done.returncode == 0
    assert "would write: /etc/systemd/system/kiosk.service" in done.stdout
    assert done.stdout.endswith("Nothing was changed.\n")
    assert state(tmp_path) == {}


def test_only_looking_at_taking_away_changes_nothing(root: Path):
    before = state(root)
    assert install("--root", str(root), "--uninstall", "--dry-run").returncode == 0
    assert state(root) == before


@pytest.mark.parametrize(
    ("options", "status", "sentence"),
    [
        (("--nonsense",), 2, "There is no option --nonsense."),
        (("--stack", "vt100"), 2, "wayland or x11, not vt100"),
        (("--root",), 2, "needs a folder"),
        (("--root", "/no/such/folder"), 1, "There is no folder /no/such/folder."),
        (("--root", "/"), 2, "leave --root out"),
        (("--root", "/proc", "--uninstall"), 1, "is not installed here"),
        (("--root", "/proc"), 1, "Say which terminal you want"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(options: tuple[str, ...], status: int, sentence: str):
    done = install(*options)
    assert done.returncode == status
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_help_tells_the_options():
    done = install("--help")
    assert done.returncode == 0
    for option in ("--stack", "--dry-run", "--uninstall", "--root"):
        assert option in done.stdout


@pytest.mark.parametrize("mark", [True, False])
def test_the_session_ends_with_0_only_when_staff_have_ended_the_kiosk(tmp_path: Path, mark: bool):
    """With a stand-in for the display server, which leaves what the kiosk in it would leave."""
    programs = tmp_path / "bin"
    programs.mkdir()
    stand_in = programs / "cage"
    stand_in.write_text(
        f"#!/bin/sh\n{'touch $RUNTIME_DIRECTORY/ended-by-staff' if mark else ':'}\n"
        'echo a fault >"$RUNTIME_DIRECTORY/errors"\n'
    )
    stand_in.chmod(0o755)
    (tmp_path / "ended-by-staff").touch()
    done = subprocess.run(
        (ROOT / "deploy" / "bin" / "session", "wayland"),
        env={
            "PATH": f"{programs}:{os.environ['PATH']}",
            "RUNTIME_DIRECTORY": str(tmp_path),
            "KIOSK_WAIT_FOR_SOUND": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (0 if mark else 1)
    assert done.stderr == "a fault\n"
