"""A topic can be read by itself while somebody edits it."""

from datetime import date

from kiosk.content.reader import read_topic
from tests.content.sample_clinic import ClinicFolder


def test_it_borrows_the_words_of_the_clinic_around_it(clinic_folder: ClinicFolder):
    reading = read_topic(clinic_folder.path / "en/signs.yaml")
    library = clinic_folder.read().library
    assert library is not None
    assert reading.topic == library.topic("signs", "en")


def test_without_a_clinic_placeholders_stay(clinic_folder: ClinicFolder):
    (clinic_folder.path / "clinic.yaml").unlink()
    topic = read_topic(clinic_folder.path / "en/signs.yaml").topic
    assert topic is not None
    assert "Call <phone> if you can." in topic.texts("sections/0/text")


def test_problems_name_the_file_and_the_line(clinic_folder: ClinicFolder):
    clinic_folder.change_line("en/signs.yaml", 1, "title The signs")
    reading = read_topic(clinic_folder.path / "en/signs.yaml")
    assert reading.topic is None
    assert [(each.file, each.line, each.code) for each in reading.diagnostics] == [("signs.yaml", 1, "missing-colon")]


def test_a_missing_file_is_a_problem(clinic_folder: ClinicFolder):
    reading = read_topic(clinic_folder.path / "en/nothing.yaml")
    assert (reading.topic, reading.diagnostics[0].code) == (None, "missing-file")


def test_remarks_are_made_for_whoever_asks_for_a_day(clinic_folder: ClinicFolder):
    path = clinic_folder.path / "en/signs.yaml"
    assert read_topic(path).diagnostics == ()
    found = read_topic(path, advice_for=date(2026, 11, 1))
    assert ("future-date", 3) in [(each.code, each.line) for each in found.diagnostics]
    assert found.topic == read_topic(path).topic


def test_a_folder_that_is_no_language_is_taken_for_the_first_one(clinic_folder: ClinicFolder):
    clinic_folder.write("drafts/signs.yaml", (clinic_folder.path / "en/signs.yaml").read_bytes())
    topic = read_topic(clinic_folder.path / "drafts/signs.yaml").topic
    assert topic is not None
    assert topic.language == "en"
