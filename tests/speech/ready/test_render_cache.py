"""The render cache: whole entries or none, whatever happens to the writer and to the disk."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.speech.engines import ENGINES
from kiosk.speech.ready.render_cache import CacheBusyError, RenderCache
from kiosk.speech.ready.rendered import Rendered, Wanted
from kiosk.speech.voice_config import VoiceConfig
from kiosk.speech.voice_process.voice_factory import name_of

KILLS = 40
HELLO = Wanted("hello", "en", 122)
WRITER = """
import sys
from array import array
from pathlib import Path
from kiosk.speech.ready.render_cache import RenderCache
from kiosk.speech.ready.rendered import Rendered, Wanted

cache = RenderCache(Path(sys.argv[1]), "voice")
with cache.writing():
    print("ready", flush=True)
    while True:
        for number in range(20):
            cache.save(Wanted(f"text {number}", "en", 122), Rendered(array("h", bytes(100_000)), 22_050))
"""


def sound(value: int = 1, count: int = 1000) -> Rendered:
    return Rendered(array("h", [0] * count), 22_050, ((0, 5, value),))


def heard(cache: RenderCache, wanted: Wanted) -> Rendered | None:
    """What is found, as samples: silence comes back as it was."""
    stored = cache.load(wanted)
    return stored and Rendered(sum(stored.pieces(), array("h")), stored.sample_rate, stored.words)


@pytest.fixture
def cache(tmp_path: Path) -> RenderCache:
    cache = RenderCache(tmp_path / "speech", "voice")
    with cache.writing():
        pass
    return cache


def test_what_was_saved_is_found_again(cache: RenderCache):
    assert cache.load(HELLO) is None
    assert not cache.has(HELLO)
    cache.save(HELLO, sound())
    assert heard(cache, HELLO) == sound()
    assert cache.has(HELLO)


@pytest.mark.parametrize("other", [Wanted("hello!", "en", 122), Wanted("hello", "es", 122), Wanted("hello", "en", 155)])
def test_another_text_language_or_rate_is_another_entry(cache: RenderCache, other: Wanted):
    cache.save(HELLO, sound())
    assert cache.load(other) is None


def test_another_voice_has_entries_of_its_own(cache: RenderCache, tmp_path: Path):
    cache.save(HELLO, sound())
    assert RenderCache(tmp_path / "speech", "another").load(HELLO) is None


def test_a_damaged_entry_is_none_and_goes(cache: RenderCache, tmp_path: Path):
    cache.save(HELLO, sound())
    (path,) = (tmp_path / "speech").glob("*.spoken")
    path.write_bytes(path.read_bytes()[:-1])
    assert cache.load(HELLO) is None
    assert not cache.has(HELLO), "so it is made again"


def test_the_text_can_not_be_read_from_the_folder(cache: RenderCache, tmp_path: Path):
    cache.save(Wanted("a very special text", "en", 122), sound())
    for path in (tmp_path / "speech").iterdir():
        assert b"special" not in path.read_bytes() + path.name.encode()


def test_a_writer_that_is_killed_at_any_moment_leaves_whole_entries_only(tmp_path: Path):
    folder = tmp_path / "speech"
    cache = RenderCache(folder, "voice")
    for kill in range(KILLS):
        writer = subprocess.Popen((sys.executable, "-P", "-c", WRITER, str(folder)), stdout=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        try:
            writer.wait(timeout=0.0007 * kill)
        except subprocess.TimeoutExpired:
            writer.kill()
        assert writer.wait() == -signal.SIGKILL
        writer.stdout.close()
        found = 0
        for number in range(20):
            wanted = Wanted(f"text {number}", "en", 122)
            if cache.has(wanted):
                assert heard(cache, wanted) == Rendered(array("h", bytes(100_000)), 22_050)
                found += 1
    assert found
    with cache.writing():
        assert not list(folder.glob("*.new")), "what the killed writers left is cleared away"


def test_what_an_older_kiosk_kept_in_another_form_goes(cache: RenderCache, tmp_path: Path):
    old = tmp_path / "speech" / "0123.speech"
    old.write_bytes(b"kiosk-speech-1")
    with cache.writing():
        assert not old.exists()


def test_two_writers_do_not_write_at_the_same_time(cache: RenderCache, tmp_path: Path):
    with cache.writing(), pytest.raises(CacheBusyError), RenderCache(tmp_path / "speech", "another").writing():
        pass


def test_the_oldest_entries_make_room(cache: RenderCache, tmp_path: Path):
    wanted = [Wanted(f"text {number}", "en", 122) for number in range(4)]
    for age, each in enumerate(wanted):
        before = set((tmp_path / "speech").glob("*.spoken"))
        cache.save(each, sound())
        (new,) = set((tmp_path / "speech").glob("*.spoken")) - before
        os.utime(new, (1000 + age, 1000 + age))
    size = cache.size // 4 + 10  # the size of a file varies by some bytes
    assert size < cache.make_room(2 * size, keep=[wanted[0]]) <= 2 * size
    assert [cache.has(each) for each in wanted] == [True, False, False, True]
    assert size < cache.make_room(0, keep=wanted) <= 2 * size


def test_a_full_disk_is_told_and_leaves_nothing_behind(
    cache: RenderCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    folder = tmp_path / "speech"
    cache.save(HELLO, sound())
    (entry,) = folder.glob("*.spoken")
    entry.unlink()
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        cache.save(HELLO, sound())
    assert cache.load(HELLO) is None
    assert not list(folder.glob("*.new"))


def test_a_folder_that_cannot_be_made_or_read_holds_nothing(tmp_path: Path):
    (tmp_path / "file").write_text("")
    cache = RenderCache(tmp_path / "file" / "speech", "voice")
    assert cache.load(HELLO) is None
    assert not cache.has(HELLO)
    assert cache.size == 0
    with pytest.raises(OSError, match="Not a directory"), cache.writing():
        pass


def test_what_an_older_driver_rendered_is_not_taken_for_its_successors(monkeypatch: pytest.MonkeyPatch):
    before = name_of(VoiceConfig("hibari"))
    monkeypatch.setitem(ENGINES, "hibari", replace(ENGINES["hibari"], revision=ENGINES["hibari"].revision + 1))
    assert name_of(VoiceConfig("hibari")) != before
