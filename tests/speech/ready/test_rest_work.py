"""Sound is made while nobody is there, and never while somebody is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.ready.rest_work import AGAIN_S, QUIET_S, RestWork


class FakeWork:
    def __init__(self) -> None:
        self.status: int | None = None
        self.killed = False

    def kill(self) -> None:
        self.killed = True


class Kiosk:
    """A kiosk with its clock, and the work that was begun."""

    def __init__(self) -> None:
        self.begun: list[FakeWork] = []
        self.can_start = True
        self.now = 0.0
        self.work = RestWork(self._start)

    def _start(self) -> FakeWork:
        if not self.can_start:
            raise OSError("no memory")
        self.begun.append(FakeWork())
        return self.begun[-1]

    def rests(self, seconds: float = QUIET_S) -> None:
        self.work.rests(self.now)
        self.now += seconds
        self.work.rests(self.now)

    @property
    def works(self) -> bool:
        return bool(self.begun) and self.begun[-1].status is None and not self.begun[-1].killed


def test_work_begins_once_it_has_been_quiet_for_a_moment():
    kiosk = Kiosk()
    kiosk.rests(QUIET_S - 0.1)
    assert not kiosk.works
    kiosk.rests(0.1)
    assert kiosk.works


def test_it_stops_at_once_when_somebody_comes_and_goes_on_at_the_next_rest():
    kiosk = Kiosk()
    kiosk.rests()
    kiosk.work.somebody_comes()
    assert not kiosk.works
    kiosk.rests(QUIET_S - 0.1)
    assert len(kiosk.begun) == 1, "the quiet is counted from the end of the visit"
    kiosk.rests(0.1)
    assert kiosk.works


def test_once_nothing_is_missing_it_rests_until_something_else_is_to_be_said():
    kiosk = Kiosk()
    kiosk.rests()
    kiosk.begun[-1].status = 0
    kiosk.rests(10_000)
    assert len(kiosk.begun) == 1
    kiosk.work.renew()
    kiosk.rests(0)
    assert len(kiosk.begun) == 2


def test_changed_texts_are_looked_at_at_once_though_others_are_being_made():
    kiosk = Kiosk()
    kiosk.rests()
    kiosk.work.renew()
    assert kiosk.begun[0].killed
    kiosk.rests(0)
    assert len(kiosk.begun) == 2


def test_work_that_fails_is_tried_again_more_and_more_rarely():
    kiosk = Kiosk()
    kiosk.rests()
    for number, wait in enumerate((*AGAIN_S, AGAIN_S[-1]), 1):
        kiosk.begun[-1].status = 1
        kiosk.rests(wait - 1)
        assert len(kiosk.begun) == number
        kiosk.rests(1)
        kiosk.rests(0)
        assert len(kiosk.begun) == number + 1


def test_a_process_that_cannot_be_started_is_tried_again():
    kiosk = Kiosk()
    kiosk.can_start = False
    kiosk.rests()
    kiosk.can_start = True
    kiosk.rests(AGAIN_S[0])
    assert kiosk.works


@given(st.lists(st.sampled_from(["key", "rest", "renew", "done", "fails"])))
def test_nothing_works_while_somebody_is_there_and_never_two_at_once(happens: list[str]):
    kiosk = Kiosk()
    for what in happens:
        match what:
            case "key":
                kiosk.work.somebody_comes()
                assert not kiosk.works
            case "rest":
                kiosk.rests()
            case "renew":
                kiosk.work.renew()
            case "done" | "fails":
                for work in kiosk.begun[-1:]:
                    work.status = 0 if what == "done" else 1
        assert sum(not work.killed and work.status is None for work in kiosk.begun) <= 1
