"""The pictures that topics and their sections name: they exist, they have words, and they are part of the approval."""

from __future__ import annotations

from kiosk.content.files.hashes import content_hash
from kiosk.content.model.library import Topic
from kiosk.fleet.bundle import as_tar
from kiosk.fleet.bundle_names import belongs
from kiosk.pictures.own import own_file, own_picture, reduced
from kiosk.pictures.png import read_png, written_png
from tests.content.sample_clinic import SIGNS, ClinicFolder
from tests.pictures.test_image import BLACK, WHITE, png

SAYS = "Two dark bars."
IN_TOPIC = ("last-changed:", "picture: {name}\npicture-says: Two dark bars.\nlast-changed:")
IN_SECTION = ("    facts:", "    picture: {name}\n    picture-says: Two dark bars.\n    facts:")


def add(folder: ClinicFolder, name: str, bar: int = 10) -> None:
    """Adds a picture of the clinic: bars that are `bar` pixels wide."""
    data = written_png(reduced(read_png(png(60, 60, lambda x, _: BLACK if x // bar % 2 == 0 else WHITE))))
    own_file(folder.path, name).parent.mkdir(exist_ok=True)
    own_file(folder.path, name).write_bytes(data)


def name_picture(folder: ClinicFolder, name: str, place: tuple[str, str] = IN_SECTION) -> None:
    before, after = place
    assert SIGNS.count(before) == 1
    folder.write("en/signs.yaml", SIGNS.replace(before, after.format(name=name)))


def told(folder: ClinicFolder) -> list[tuple[str, int, str]]:
    """Code, line and fix of what is wrong."""
    return [(each.code, each.line, each.fix) for each in folder.read().diagnostics if each.file == "en/signs.yaml"]


def signs(folder: ClinicFolder) -> Topic:
    everything = folder.read().everything
    assert everything is not None, folder.read().diagnostics
    return everything.topics["en"]["signs"]


def test_a_section_may_have_a_picture_of_the_kiosk(clinic_folder: ClinicFolder):
    name_picture(clinic_folder, "body")
    assert signs(clinic_folder).text("sections/0/picture") == "body"
    assert signs(clinic_folder).text("sections/0/picture-says") == SAYS


def test_a_picture_that_does_not_exist_is_an_error_with_the_nearest_name(clinic_folder: ClinicFolder):
    for place in (IN_TOPIC, IN_SECTION):
        name_picture(clinic_folder, "bodi", place)
        ((code, line, fix),) = told(clinic_folder)
        text = (clinic_folder.path / "en/signs.yaml").read_text().splitlines()
        assert (code, text[line - 1].strip(), fix) == ("unknown-picture", "picture: bodi", "Did you mean “body”?")


def test_the_nearest_name_may_be_that_of_a_picture_of_the_clinic(clinic_folder: ClinicFolder):
    add(clinic_folder, "our-entrance")
    name_picture(clinic_folder, "our-entrence")
    assert told(clinic_folder)[0][2] == "Did you mean “our-entrance”?"


def test_a_picture_without_words_is_an_error(clinic_folder: ClinicFolder):
    clinic_folder.write("en/signs.yaml", SIGNS.replace("    facts:", "    picture: body\n    facts:"))
    ((code, _, fix),) = told(clinic_folder)
    assert code == "missing-key"
    assert "picture-says" in fix


def test_a_picture_of_the_clinic_is_in_what_patients_get(clinic_folder: ClinicFolder):
    add(clinic_folder, "bars")
    name_picture(clinic_folder, "bars")
    assert told(clinic_folder) == []
    assert signs(clinic_folder).text("sections/0/picture") == own_picture(clinic_folder.path, "bars")


def test_a_file_that_cannot_be_used_is_an_error_that_says_what_to_call(clinic_folder: ClinicFolder):
    add(clinic_folder, "bars")
    own_file(clinic_folder.path, "bars").write_bytes(b"GIF89a")
    name_picture(clinic_folder, "bars")
    assert told(clinic_folder)[0][::2] == ("unfit-picture", "Add it again: kiosk picture FILE bars")


def test_another_picture_under_the_same_name_voids_the_approval_and_is_noticed(clinic_folder: ClinicFolder):
    add(clinic_folder, "bars")
    name_picture(clinic_folder, "bars")
    before, hashed = signs(clinic_folder), content_hash(clinic_folder.path)
    add(clinic_folder, "bars", bar=12)
    assert signs(clinic_folder).fingerprint != before.fingerprint
    assert signs(clinic_folder).written == before.written  # no translation needs another look
    assert content_hash(clinic_folder.path) != hashed


def test_pictures_of_the_clinic_go_to_all_its_kiosks(clinic_folder: ClinicFolder):
    add(clinic_folder, "bars")
    assert b"pictures/bars.png" in as_tar(clinic_folder.path)
    assert belongs("pictures/our-entrance.png")
    assert not belongs("pictures/../clinic.png")
    assert not belongs("pictures/a.svg")
