"""Where things are looked for: what may be there but cannot be looked at counts as there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.machine import paths


class _Shut(type(Path())):  # type: ignore[misc]
    """A path in a folder that another user has shut."""

    def stat(self, *, follow_symlinks: bool = True) -> None:  # type: ignore[override]
        raise PermissionError(13, "Permission denied", str(self))


def test_content_in_a_folder_that_may_not_be_entered_is_not_left_out_for_the_sample(monkeypatch: pytest.MonkeyPatch):
    """It is told then; patients must not get the sample's telephone number because of it."""
    monkeypatch.setattr(paths, "HOME", _Shut("/shut"))
    monkeypatch.setattr(paths, "INSTALLED", True)
    assert paths.content_folder() == Path("/shut/content")


def test_settings_in_such_a_folder_are_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    there = tmp_path / "device.yaml"
    there.write_text("")
    monkeypatch.setattr(paths, "device_files", lambda: (tmp_path / "nowhere", _Shut("/shut/device.yaml"), there))
    assert paths.own_device_file() == Path("/shut/device.yaml")
    monkeypatch.setattr(paths, "device_files", lambda: (tmp_path / "nowhere", there))
    assert paths.own_device_file() == there
    monkeypatch.setattr(paths, "device_files", lambda: (tmp_path / "nowhere",))
    assert paths.own_device_file() is None


def test_the_first_folder_that_is_there_of_those_that_are_named_has_the_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    received, own = tmp_path / "received", tmp_path / "own"
    monkeypatch.setenv("KIOSK_CONTENT", f"{received}{os.pathsep}{own}")
    assert paths.content_folder() == own, "the last, also if there is none"
    received.mkdir()
    assert paths.content_folder() == received
