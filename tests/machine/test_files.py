"""A file is the old one or the new one, whole, wherever its writer is killed; nothing is left beside it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from kiosk.machine.files import clear_remains, put_in_place, rewrite, write_whole

CALLS = ("open", "os.rename", "os.remove", "os.chmod")
OLD, NEW = b"old " * 50_000, b"new " * 70_000

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills processes as POSIX does")


def killed_at(step: int, path: Path) -> bool:
    """A writer that is killed at the call of the system that is number `step`; False where it came to its end."""
    writer = os.fork()
    if writer == 0:
        left = step
        fsync = os.fsync

        def passed() -> None:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

        def seen(handle: int) -> None:
            passed()
            fsync(handle)
            passed()

        os.fsync = seen
        sys.addaudithook(lambda event, _: passed() if event in CALLS else None)
        rewrite(path, NEW)
        os._exit(0)
    _, status = os.waitpid(writer, 0)
    return os.WIFSIGNALED(status)


def test_it_is_never_torn(tmp_path: Path):
    path = tmp_path / "file"
    step = 0
    found = set()
    while True:
        write_whole(path, OLD)
        killed = killed_at(step, path)
        assert path.read_bytes() in (OLD, NEW)
        found.add(path.read_bytes())
        clear_remains(path)
        assert list(tmp_path.iterdir()) == [path]
        step += 1
        if not killed:
            break
    assert found == {OLD, NEW}
    assert step > 4


def test_an_exception_in_the_midst_leaves_the_file_as_it_was(tmp_path: Path):
    path = tmp_path / "file"
    path.write_bytes(OLD)

    def stopped() -> None:
        with put_in_place(path) as file:
            file.write(NEW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert path.read_bytes() == OLD
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_private_was_never_open_to_others(tmp_path: Path):
    with put_in_place(tmp_path / "key", 0o600) as file:
        assert os.fstat(file.fileno()).st_mode & 0o777 == 0o600
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600
    rewrite(tmp_path / "other", b"1", private=True)
    assert (tmp_path / "other").stat().st_mode & 0o777 == 0o600


def test_a_link_is_replaced_by_what_the_kiosk_keeps_and_followed_for_a_persons_own_file(tmp_path: Path):
    (tmp_path / "x").write_bytes(b"1")
    for name in ("kept", "own"):
        (tmp_path / name).symlink_to("x")
    write_whole(tmp_path / "kept", b"2")
    assert not (tmp_path / "kept").is_symlink()
    rewrite(tmp_path / "own", b"3")
    assert (tmp_path / "own").is_symlink()
    assert ((tmp_path / "kept").read_bytes(), (tmp_path / "x").read_bytes()) == (b"2", b"3")


def test_a_writer_that_lives_keeps_what_it_has_begun(tmp_path: Path):
    with put_in_place(tmp_path / "file") as file:
        clear_remains(tmp_path / "file")
        assert Path(file.name).exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_that_root_rewrites_stays_readable_for_its_group(tmp_path: Path):
    path = tmp_path / "device.yaml"
    path.write_text("sound: off")
    os.chown(path, 0, 12)
    path.chmod(0o640)
    rewrite(path, b"sound: loudspeaker")
    assert (path.stat().st_gid, path.stat().st_mode & 0o777) == (12, 0o640)
