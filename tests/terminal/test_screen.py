"""The width of the picture: the device file first, then the monitor's own word, if it can be believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.terminal.screen import edid_width_mm, picture_width_mm


def edid(width: int, height: int, centimetres: int) -> bytes:
    block = bytearray(128)
    block[:8] = bytes.fromhex("00ffffffffffff00")
    block[21] = centimetres
    block[54:56] = (14850).to_bytes(2, "little")
    block[66], block[67], block[68] = width & 255, height & 255, (width >> 8) << 4 | height >> 8
    return bytes(block)


def test_the_exact_width_of_a_monitor_is_read():
    assert edid_width_mm(edid(476, 268, 48)) == 476


@pytest.mark.parametrize(
    "wrong",
    [b"", b"\0" * 128, edid(16, 9, 48), edid(0, 0, 0), edid(1600, 900, 48), edid(476, 268, 48)[:100]],
)
def test_what_contradicts_itself_is_not_believed(wrong: bytes):
    assert edid_width_mm(wrong) is None


def test_the_device_file_comes_first_and_two_monitors_tell_nothing(tmp_path: Path):
    for name in ("card0-HDMI-A-1", "card0-DP-1", "card0-DP-2"):
        (tmp_path / name).mkdir()
    (tmp_path / "card0-DP-2" / "edid").write_bytes(b"")  # nothing plugged in
    assert picture_width_mm(None, tmp_path) is None
    (tmp_path / "card0-HDMI-A-1" / "edid").write_bytes(edid(476, 268, 48))
    assert picture_width_mm(None, tmp_path) == 476
    assert picture_width_mm(300, tmp_path) == 300
    (tmp_path / "card0-DP-1" / "edid").write_bytes(edid(344, 193, 34))
    assert picture_width_mm(None, tmp_path) is None
