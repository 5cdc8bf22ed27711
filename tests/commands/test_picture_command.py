"""`kiosk picture` adds a picture of the clinic, and says in plain words if it will not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.pictures.own import own_file
from tests.commands.clinic_calls import call
from tests.content.sample_clinic import SIGNS, ClinicFolder
from tests.pictures.test_image import BLACK, RED, WHITE, png


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "Our-Door.png"
    path.write_bytes(png(80, 80, lambda x, _: RED if 30 <= x < 50 else BLACK if 10 <= x < 70 else WHITE))
    return path


def test_it_is_added_shown_in_both_small_sizes_and_can_be_named_then(folder: ClinicFolder, file: Path):
    done = call(folder, "picture", str(file), "our-door")
    assert done.exit_code == 0, done.output
    assert own_file(folder.path, "our-door").exists()
    for told in ("by 12 characters:", "by 8 characters:", "█", "It reads well", "picture: our-door", "picture-says:"):
        assert told in done.output
    says = "picture: our-door\npicture-says: Our door.\nlast-changed:"
    folder.write("en/signs.yaml", SIGNS.replace("last-changed:", says))
    assert call(folder, "check").exit_code == 0


def test_without_a_name_it_has_that_of_its_file(folder: ClinicFolder, file: Path):
    assert call(folder, "picture", str(file)).exit_code == 0
    assert own_file(folder.path, "our-door").exists()


def test_lines_that_are_too_thin_are_told_in_plain_words(folder: ClinicFolder, tmp_path: Path):
    thin = tmp_path / "thin.png"
    thin.write_bytes(png(200, 200, lambda x, y: BLACK if x in (0, 199) or y in (0, 199) or x == y else WHITE))
    done = call(folder, "picture", str(thin))
    assert done.exit_code == 0
    assert "At 24 by 12 characters the picture will not be clear" in done.output
    assert "At 16 by 8 characters the picture will not be clear" in done.output
    assert "Draw every line, and every gap, at least 1/16 of the picture's height thick." in done.output


@pytest.mark.parametrize(
    ("name", "status", "told"),
    [("Our Door", 2, "cannot be the name"), ("body", 2, "a picture of the kiosk"), ("../x", 2, "cannot be the name")],
)
def test_a_name_that_cannot_be_is_refused(folder: ClinicFolder, file: Path, name: str, status: int, told: str):
    done = call(folder, "picture", str(file), name)
    assert done.exit_code == status
    assert told in done.output
    assert not (folder.path / "pictures").exists()


def test_what_is_no_picture_or_an_empty_one_is_refused(folder: ClinicFolder, tmp_path: Path):
    for data, told in ((b"GIF89a", "not a PNG"), (png(9, 9, lambda x, y: WHITE), "empty")):
        wrong = tmp_path / "wrong.png"
        wrong.write_bytes(data)
        done = call(folder, "picture", str(wrong))
        assert done.exit_code == 1
        assert told in done.output
