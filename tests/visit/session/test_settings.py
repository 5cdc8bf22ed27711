"""The visitor's settings stay within their limits."""

import pytest

from kiosk.visit.session.settings import START_VOLUME, VOLUME_STEPS, Settings, Volumes

VOLUMES = [Volumes(), Volumes(5, 2, 9), Volumes(3, 3, 4), Volumes(9, 9, 9)]


def settings(volumes: Volumes) -> Settings:
    return Settings("en", volume=volumes.start - 1, volumes=volumes)


def test_the_volume_at_the_start_is_that_of_the_limits():
    assert Volumes().start == START_VOLUME + 1
    assert Settings("en") == settings(Volumes())


@pytest.mark.parametrize("volumes", VOLUMES)
def test_the_volume_key_stays_within_the_limits_and_is_never_silent(volumes: Volumes):
    now = settings(volumes)
    for by, end in ((-1, volumes.least), (1, volumes.most)):
        for _ in range(VOLUME_STEPS + 2):
            now = now.stepped("volume", by)
            assert volumes.least <= now.volume + 1 <= volumes.most
            assert -24 <= now.gain_db <= 0
        assert now.volume + 1 == end


@pytest.mark.parametrize(
    ("volumes", "told"), [(Volumes(), (7, 9)), (Volumes(5, 2, 9), (4, 8)), (Volumes(3, 3, 4), (1, 2))]
)
def test_the_visitor_is_told_the_volume_among_those_there_are(volumes: Volumes, told: tuple[int, int]):
    assert settings(volumes).volume_of == told


def test_the_limits_do_not_touch_the_rate():
    now = settings(Volumes(9, 9, 9))
    assert now.stepped("rate", 1).rate == now.rate + 1
