"""The player that feeds a program: in step with the clock, and silent at once."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.speech.players import SoundError
from kiosk.speech.players.pipe_player import AHEAD_S, DELAY_S, PipePlayer

RATE = 8000
SECOND = array("h", [1000] * RATE)
PIECE = array("h", [1000] * (RATE // 50))


def wait_for(true: Callable[[], bool], seconds: float = 5.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.002)


@pytest.fixture
def loudspeaker(tmp_path: Path) -> Path:
    """What a stand-in for aplay has taken."""
    return tmp_path / "taken"


@pytest.fixture
def player(loudspeaker: Path) -> Iterator[PipePlayer]:
    player = PipePlayer(RATE, {"sh": ("-c", f"exec cat >> {loudspeaker}")})
    yield player
    player.close()


def taken(path: Path) -> array[int]:
    samples = array("h")
    data = path.read_bytes()
    samples.frombytes(data[: len(data) // 2 * 2])
    return samples


def test_all_that_is_written_is_played(player: PipePlayer, loudspeaker: Path):
    for _ in range(10):
        player.write(PIECE)
    wait_for(lambda: player.played == player.written == 10 * len(PIECE))
    wait_for(lambda: len(taken(loudspeaker)) == 10 * len(PIECE))


def test_it_is_fed_little_ahead_of_what_is_heard(player: PipePlayer, loudspeaker: Path):
    for _ in range(50):
        player.write(PIECE)
    wait_for(lambda: player.played > 0)
    time.sleep(0.1)
    most = player.played + (DELAY_S + AHEAD_S) * RATE + 3 * len(PIECE)
    assert len(taken(loudspeaker)) <= most


def test_the_volume_counts_from_now_on(player: PipePlayer, loudspeaker: Path):
    player.gain = 0.5
    player.write(PIECE)
    wait_for(lambda: len(taken(loudspeaker)) == len(PIECE))
    assert set(taken(loudspeaker)) == {500}


def test_a_flush_is_final(player: PipePlayer, loudspeaker: Path):
    for _ in range(200):
        player.write(PIECE)
    wait_for(lambda: player.played > 0)
    player.flush()
    assert player.written == player.played
    before = len(taken(loudspeaker))
    time.sleep(0.1)
    assert len(taken(loudspeaker)) == before
    assert player.written == player.played < 2 * RATE


def test_after_a_flush_it_plays_again(player: PipePlayer, loudspeaker: Path):
    player.write(SECOND)
    player.flush()
    start = player.written
    before = len(taken(loudspeaker))
    player.write(PIECE)
    wait_for(lambda: player.played == start + len(PIECE))
    wait_for(lambda: len(taken(loudspeaker)) == before + len(PIECE))
    assert not player.stalled


def test_a_flush_while_the_pipe_is_full_is_no_fault():
    player = PipePlayer(RATE, {"sleep": ("60",)})
    try:
        for _ in range(5):
            player.write(SECOND * 10)
            time.sleep(0.02)
            player.flush()
            time.sleep(0.02)
            assert not player.stalled
    finally:
        player.close()


def test_a_program_that_ends_is_told():
    player = PipePlayer(RATE, {"sleep": ("1.3",)})
    try:
        assert not player.stalled
        wait_for(lambda: player.stalled)
    finally:
        player.close()


def test_the_first_program_that_stays_up_is_taken():
    player = PipePlayer(RATE, {"no-such-program": (), "false": (), "cat": ()})
    assert player.name.endswith("cat")
    player.close()


def test_without_any_it_says_so():
    with pytest.raises(SoundError, match="false"):
        PipePlayer(RATE, {"no-such-program": (), "false": ()})
