"""Who guesses waits ever longer, whatever is started again and whatever the machine's clock says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.staff.lock_out import FIRST_WAIT_S, FREE_TRIES, LONGEST_WAIT_S, LockOut, wait_after
from kiosk.staff.lock_out_file import NAME, LockOutFile, boot_id


def after(tries: int, now: float = 0.0) -> LockOut:
    lock_out = LockOut()
    for _ in range(tries):
        lock_out = lock_out.tried(now)
    return lock_out


def test_two_slips_are_free_and_then_waits_double():
    waits = [after(tries).left_s(0) for tries in range(1, 7)]
    assert waits == [0, 0, FIRST_WAIT_S, 2 * FIRST_WAIT_S, 4 * FIRST_WAIT_S, 8 * FIRST_WAIT_S]


@given(st.integers(0, 10**9))
def test_a_wait_never_shrinks_and_has_an_end(failures: int):
    assert wait_after(failures) <= wait_after(failures + 1) <= LONGEST_WAIT_S


def test_a_thousand_guesses_take_weeks():
    now, lock_out = 0.0, LockOut()
    for _ in range(1000):
        now += lock_out.left_s(now)
        lock_out = lock_out.tried(now)
    assert now > 40 * 24 * 3600


@pytest.fixture
def kept(tmp_path: Path) -> LockOutFile:
    return LockOutFile(tmp_path, boot="a")


def test_it_goes_on_after_a_restart_of_the_app(kept: LockOutFile):
    kept.save(after(4, now=1000))
    assert kept.load(now=1010) == after(4, now=1000)
    assert kept.load(now=1010).left_s(1010) == 50
    assert kept.load(now=1100).left_s(1100) == 0
    assert kept.load(now=1100).failures == 4


def test_it_begins_again_after_a_start_of_the_machine(kept: LockOutFile, tmp_path: Path):
    kept.save(after(4, now=1000))
    assert LockOutFile(tmp_path, boot="b").load(now=5).left_s(5) == 60


def test_where_boots_cannot_be_told_apart_it_begins_again(tmp_path: Path):
    LockOutFile(tmp_path, boot="").save(after(4, now=1000))
    assert LockOutFile(tmp_path, boot="").load(now=1050).left_s(1050) == 60


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(0, 1e9), st.integers(0, 1000))
def test_no_moment_makes_it_longer_than_the_wait(until: float, now: float, failures: int):
    left = LockOut(failures, until).begun_again(same_boot=True, now=now).left_s(now)
    assert 0 <= left <= wait_after(failures) + 1e-3


def test_nothing_kept_is_no_lock_out(tmp_path: Path):
    assert LockOutFile(tmp_path / "nowhere").load(now=5) == LockOut()


@pytest.mark.parametrize(
    "value",
    [
        *("", "{", "[]", "null", '{"made-from": "a"}', '{"made-from": "a", "value": 3}'),
        *(
            json.dumps({"made-from": "a", "value": {"failures": failures, "until": until}})
            for failures, until in [(-1, 0), (10**30, 0), (3, float("nan")), (3, float("inf")), ("x", 0), (None, 0)]
        ),
    ],
)
def test_a_spoilt_file_is_not_a_way_in(kept: LockOutFile, tmp_path: Path, value: str):
    (tmp_path / NAME).write_text(value)
    assert kept.load(now=50).left_s(50) == FIRST_WAIT_S
    assert kept.load(now=50).failures == FREE_TRIES


def test_a_full_disk_is_told(tmp_path: Path):
    (tmp_path / "file").touch()
    assert LockOutFile(tmp_path / "file").save(LockOut()) is False


def test_the_boot_of_this_machine_has_a_number():
    assert len(boot_id()) == 36
