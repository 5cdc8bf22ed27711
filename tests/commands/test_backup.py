"""`backup` and `restore FILE`: all that belongs to a clinic, in one file."""

from __future__ import annotations

import gzip
import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.commands.history.backups import packed
from kiosk.content.history.own_files import LIMITS, own_files
from kiosk.machine.archive import members, tar_of
from tests.commands.clinic_calls import BY, call
from tests.content.sample_clinic import SIGNS, ClinicFolder, sample

SETTINGS = "sound: off\n"
KEYS = "about: The hall.\nkeys:\n  next: {press: [down]}\n  choose: {press: [enter]}\n"


@pytest.fixture
def device(tmp_path: Path) -> Path:
    path = tmp_path / "device.yaml"
    path.write_text(SETTINGS)
    return path


@pytest.fixture
def backup(folder: ClinicFolder, device: Path, tmp_path: Path) -> Path:
    """A backup of a clinic with an approval, a score sheet and a picture."""
    folder.write("scores/en/signs.yaml", "x")
    folder.write("pictures/door.png", b"\x89")
    call(folder, "approve", "signs", *BY)
    done = call(folder, "backup", str(tmp_path / "b.tar.gz"), "--device", str(device))
    assert done.exit_code == 0, done.output
    return tmp_path / "b.tar.gz"


def restored(file: Path, content: Path, device: Path) -> Result:
    return CliRunner().invoke(main, ["restore", str(file), "--content", str(content), "--device", str(device)])


def test_on_a_new_machine_everything_is_there_again(backup: Path, folder: ClinicFolder, tmp_path: Path):
    new = tmp_path / "new"
    new.mkdir()
    done = restored(backup, new / "content", new / "device.yaml")
    assert done.exit_code == 0, done.output
    assert own_files(new / "content") == own_files(folder.path)
    assert (new / "device.yaml").read_text() == SETTINGS
    assert CliRunner().invoke(main, ["check", str(new / "content")]).exit_code == 0


def test_a_backup_that_was_brought_back_can_be_undone_with_the_settings(
    backup: Path, folder: ClinicFolder, device: Path
):
    approved = (folder.path / "en/signs.yaml").read_text()
    folder.write("en/signs.yaml", SIGNS.replace("The signs", "Other signs"))
    device.write_text("sound: loudspeaker\n")
    assert restored(backup, folder.path, device).exit_code == 0
    assert (folder.path / "en/signs.yaml").read_text() == approved
    assert device.read_text() == SETTINGS
    call(folder, "undo")
    assert "Other signs" in (folder.path / "en/signs.yaml").read_text()
    assert device.read_text() == "sound: loudspeaker\n"


def test_settings_that_were_changed_since_stay(backup: Path, folder: ClinicFolder, device: Path):
    folder.write("en/signs.yaml", SIGNS.replace("The signs", "Other signs"))
    restored(backup, folder.path, device)
    device.write_text("sound: headphones-only\n")
    call(folder, "undo")
    assert device.read_text() == "sound: headphones-only\n"


def test_settings_come_back_where_the_texts_are_the_same(backup: Path, folder: ClinicFolder, device: Path):
    device.write_text("sound: loudspeaker\n")
    assert restored(backup, folder.path, device).exit_code == 0
    assert device.read_text() == SETTINGS


def with_a_key_map(folder: ClinicFolder, device: Path, named: Path | str, at: Path) -> Path:
    """A backup of a clinic with a key map of its own at `at`, named so in the settings."""
    at.write_text(KEYS)
    device.write_text(f"keys: {named}\n")
    file = device.with_name("with-keys.tar.gz")
    done = call(folder, "backup", str(file), "--device", str(device))
    assert (done.exit_code, str(at) in done.output) == (0, True), done.output
    return file


def test_a_clinics_own_key_map_goes_with_it_and_back(folder: ClinicFolder, device: Path, tmp_path: Path):
    file = with_a_key_map(folder, device, "hall.yaml", device.with_name("hall.yaml"))
    new = tmp_path / "new"
    new.mkdir()
    (new / "hall.yaml").write_text("the one before")
    assert restored(file, new / "content", new / "device.yaml").exit_code == 0
    assert (new / "hall.yaml").read_text() == KEYS
    CliRunner().invoke(main, ["undo", "--content", str(new / "content")])
    assert (new / "hall.yaml").read_text() == "the one before"


def test_a_key_map_comes_to_no_other_place_than_beside_the_settings(folder: ClinicFolder, device: Path, tmp_path: Path):
    (tmp_path / "far").mkdir()
    away = tmp_path / "far" / "hall.yaml"
    file = with_a_key_map(folder, device, away, away)
    away.write_text("somebody else's")
    done = restored(file, folder.path, device)
    assert done.exit_code == 0, done.output
    assert "write “keys: hall.yaml”" in done.output
    assert away.read_text() == "somebody else's"
    assert device.with_name("hall.yaml").read_text() == KEYS


def test_only_its_owner_may_read_it(backup: Path):
    assert backup.stat().st_mode & 0o077 == 0


def test_no_other_file_is_overwritten(backup: Path, folder: ClinicFolder):
    before = backup.read_bytes()
    assert call(folder, "backup", str(backup)).exit_code == 1
    assert backup.read_bytes() == before


def in_a_tar(name: str, inside: bytes = b"x", kind: bytes = tarfile.REGTYPE) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        member = tarfile.TarInfo(name)
        member.size, member.type, member.linkname = len(inside), kind, "/etc/passwd"
        tar.addfile(member, io.BytesIO(inside))
    return gzip.compress(out.getvalue())


def with_another_file(good: bytes) -> bytes:
    """A backup in which a file has other bytes than it lists."""
    found = members(gzip.decompress(packed({"clinic.yaml": b"x"})), lambda name: True, LIMITS)
    return gzip.compress(tar_of({**found, "content/clinic.yaml": b"other words"}))


HARMFUL: dict[str, Callable[[bytes], bytes]] = {
    "a way up": lambda good: in_a_tar("content/../../x.yaml"),
    "a whole path": lambda good: in_a_tar("/etc/passwd"),
    "a file of the program": lambda good: in_a_tar("content/en/signs.py"),
    "a link": lambda good: in_a_tar("content/clinic.yaml", b"", tarfile.SYMTYPE),
    "no list": lambda good: in_a_tar("content/clinic.yaml"),
    "other words": with_another_file,
    "a bomb": lambda good: gzip.compress(bytes(65 * 1024 * 1024)),
    "half of it": lambda good: good[: len(good) // 2],
    "one wrong byte": lambda good: good[:200] + bytes([good[200] ^ 1]) + good[201:],
    "no archive": lambda good: b"name: A\n",
}


@pytest.mark.parametrize("name", HARMFUL)
def test_a_harmful_or_damaged_one_is_refused_in_a_sentence(
    name: str, backup: Path, folder: ClinicFolder, device: Path, tmp_path: Path
):
    before = own_files(folder.path)
    file = tmp_path / "harmful"
    file.write_bytes(HARMFUL[name](backup.read_bytes()))
    done = restored(file, folder.path, device)
    assert done.exit_code == 1
    assert "cannot be used as a backup" in done.output
    assert done.output.count("\n") == 1
    assert own_files(folder.path) == before


def test_a_backup_has_no_topic(backup: Path, folder: ClinicFolder):
    assert call(folder, "restore", str(backup), "signs").exit_code == 2


def test_it_holds_the_approvals_of_another_clinic_too(backup: Path, tmp_path: Path, device: Path):
    other = tmp_path / "other"
    other.mkdir()
    clinic = sample(other)
    call(clinic, "approve", "disclaimer", *BY)
    assert restored(backup, clinic.path, device).exit_code == 0
    assert call(clinic, "check").exit_code == 0
