"""What a neural engine is told for a speed: between its measured points, and never beyond them."""

from __future__ import annotations

import pytest

from kiosk.speech.drivers import hibari, piper
from kiosk.speech.drivers.calibration import Setting, setting_for
from kiosk.visit.session.settings import RATES_WPM

POINTS = (Setting(60, 4.0, 0.9), Setting(120, 2.0, 1.0))
MEASURED = pytest.mark.parametrize("points", [hibari.CALIBRATION, piper.CALIBRATION], ids=["hibari", "piper"])


@pytest.mark.parametrize(("wpm", "length", "pitch"), [(60, 4.0, 0.9), (120, 2.0, 1.0), (80, 3.0, 0.95)])
def test_a_length_goes_with_the_time_for_a_word(wpm: float, length: float, pitch: float):
    assert setting_for(wpm, POINTS) == pytest.approx((wpm, length, pitch))


@pytest.mark.parametrize(("wpm", "nearest"), [(1, POINTS[0]), (1000, POINTS[1])])
def test_beyond_what_was_measured_it_is_the_nearest_point(wpm: float, nearest: Setting):
    assert setting_for(wpm, POINTS) == pytest.approx(nearest)


@MEASURED
def test_more_words_a_minute_are_shorter_sounds(points: tuple[Setting, ...]):
    lengths = [setting_for(wpm, points).length for wpm in range(30, 300)]
    assert lengths == sorted(lengths, reverse=True)
    assert 0.5 < lengths[-1] < lengths[0] < 5


@MEASURED
def test_every_speed_of_the_kiosk_lies_between_measured_points(points: tuple[Setting, ...]):
    assert points[0].wpm < RATES_WPM[0]
    assert RATES_WPM[-1] < points[-1].wpm


@MEASURED
def test_the_pitch_is_put_right_by_little(points: tuple[Setting, ...]):
    assert all(point.pitch == pytest.approx(1, abs=0.07) for point in points)
