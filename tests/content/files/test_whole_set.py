"""What must hold between the files of a clinic."""

import pytest

from kiosk.content.reader import Reading
from tests.content.sample_clinic import CLINIC, DISCLAIMER, FEEL_UNWELL, SIGNS, ClinicFolder, translated


def found(reading: Reading) -> list[tuple[str, int, str]]:
    """File, line and code of each problem."""
    return [(diagnostic.file, diagnostic.line, diagnostic.code) for diagnostic in reading.diagnostics]


def test_a_right_set_has_no_problems(clinic_folder: ClinicFolder):
    reading = clinic_folder.read()
    assert reading.diagnostics == ()
    assert reading.library is not None
    assert reading.library.clinic.menu == ("signs", "feel-unwell")
    assert set(reading.library.topics["en"]) == {"signs", "disclaimer", "feel-unwell"}


# line of clinic.yaml, what is typed there, the problem, whether the kiosk starts all the same
CLINICS = [
    (1, "name:", "empty-value", False),
    (1, "naem: Harbor Clinic", "unknown-key", False),
    (2, "phone: call us", "wrong-form", False),
    (3, "", "missing-key", False),
    (4, "languages: en", "needs-list", False),
    (4, "languages: [english]", "wrong-form", False),
    (4, "languages: [en, en]", "listed-twice", False),
    (5, "menu: [sings, feel-unwell]", "unknown-topic", False),
    (5, "menu: [signs, Feel unwell]", "wrong-form", False),
    (5, "menu: []", "too-few", False),
    (5, "menu: [a, b, c, d, e, f, g, h, i, j]", "too-many", False),
    (7, "  warn-after: 0", "bad-number", False),
    (7, "  warn-after: 3601", "bad-number", False),
    (7, "  warn-after: two minutes", "bad-number", False),
    (7, "  warn-after: 1e2", "bad-number", False),
    (7, "  warn-after: 90", "unusual-number", True),
    (8, "  countdown: 19", "unusual-number", True),
    (8, "  countdown: 601", "bad-number", False),
    (9, "state: Puerto Rico", "unknown-state", False),
    (9, "offers: [vi]", "unknown-offer", False),
]


@pytest.mark.parametrize(("line", "typed", "code", "starts"), CLINICS, ids=[case[1] for case in CLINICS])
def test_the_clinic_file_is_checked(clinic_folder: ClinicFolder, line: int, typed: str, code: str, starts: bool):
    clinic_folder.change_line("clinic.yaml", line, typed)
    reading = clinic_folder.read()
    assert found(reading) == [("clinic.yaml", 1 if code == "missing-key" else line, code)]
    assert (reading.library is not None) is starts


def test_a_misspelt_topic_in_the_menu_is_answered_with_the_right_name(clinic_folder: ClinicFolder):
    clinic_folder.change_line("clinic.yaml", 5, "menu: [sings]")
    (diagnostic,) = clinic_folder.read().diagnostics
    assert diagnostic.fix == "Did you mean “signs”?"
    assert diagnostic.column == 8


@pytest.mark.parametrize("name", ["disclaimer", "feel-unwell"])
def test_no_kiosk_without_the_topics_that_protect_patients(clinic_folder: ClinicFolder, name: str):
    clinic_folder.change_line("clinic.yaml", 5, "menu: [signs]")
    (clinic_folder.path / f"en/{name}.yaml").unlink()
    assert found(clinic_folder.read()) == [(f"en/{name}.yaml", 0, "missing-topic")]


def test_feeling_unwell_needs_cards(clinic_folder: ClinicFolder):
    clinic_folder.write("en/feel-unwell.yaml", DISCLAIMER)
    assert found(clinic_folder.read()) == [("en/feel-unwell.yaml", 1, "missing-key")]


def test_a_topic_that_is_spoilt_is_not_called_missing_too(clinic_folder: ClinicFolder):
    clinic_folder.write("en/feel-unwell.yaml", b"PK\x03\x04")
    assert found(clinic_folder.read()) == [("en/feel-unwell.yaml", 1, "other-program")]


def test_all_problems_of_all_files_come_at_once(clinic_folder: ClinicFolder):
    clinic_folder.change_line("clinic.yaml", 7, "  warn-after: 0")
    clinic_folder.write("en/disclaimer.yaml", DISCLAIMER.replace("title: For", "titel: For"))
    spoilt = SIGNS.replace("title:", "title").replace("- Pain in a bone", "- *Pain*: in a bone")
    spoilt = spoilt.replace("- A new pain", "- 'Don't wait'").replace("how-soon: Today", "how-soon: # 1")
    clinic_folder.write("en/signs.yaml", spoilt.replace("- A question", "- Call us: now"))
    assert found(clinic_folder.read()) == [
        ("clinic.yaml", 7, "bad-number"),
        ("en/disclaimer.yaml", 1, "unknown-key"),
        ("en/signs.yaml", 1, "missing-colon"),
        ("en/signs.yaml", 18, "starts-with-sign"),
        ("en/signs.yaml", 23, "words-after-hash"),
        ("en/signs.yaml", 25, "quote-inside"),
        ("en/signs.yaml", 30, "colon-in-text"),
    ]


def test_of_one_file_at_most_twenty_problems_are_told(clinic_folder: ClinicFolder):
    clinic_folder.write("en/signs.yaml", SIGNS + "".join(f"name{number}: x\n" for number in range(50)))
    diagnostics = clinic_folder.read().diagnostics
    assert len(diagnostics) == 20
    assert "there are more problems" in diagnostics[-1].message


def test_topics_are_checked_even_when_the_clinic_file_is_spoilt(clinic_folder: ClinicFolder):
    clinic_folder.write("clinic.yaml", "name\n")
    clinic_folder.change_line("en/signs.yaml", 1, "titel: The signs")
    files = {diagnostic.file for diagnostic in clinic_folder.read().diagnostics}
    assert files == {"clinic.yaml", "en/signs.yaml"}


class TestLanguages:
    """A second language may lag behind the first, but never stops the kiosk by that."""

    @pytest.fixture
    def spanish(self, clinic_folder: ClinicFolder) -> ClinicFolder:
        """A clinic with one Spanish page."""
        clinic_folder.change_line("clinic.yaml", 4, "languages: [en, es]")
        clinic_folder.write("es/signs.yaml", translated(clinic_folder, "signs", SIGNS))
        return clinic_folder

    def test_a_topic_that_is_not_translated_falls_back(self, spanish: ClinicFolder):
        reading = spanish.read()
        assert found(reading) == [
            ("es/disclaimer.yaml", 0, "not-translated"),
            ("es/feel-unwell.yaml", 0, "not-translated"),
        ]
        assert reading.library is not None
        assert reading.library.topic("signs", "es").title == "Las señales (signs)"
        assert reading.library.topic("disclaimer", "es").language == "en"

    def test_a_topic_that_only_the_second_language_has_falls_back_too(self, spanish: ClinicFolder):
        for name in ("disclaimer", "feel-unwell", "extra"):
            original = {"disclaimer": DISCLAIMER, "feel-unwell": FEEL_UNWELL}.get(name)
            spanish.write(f"es/{name}.yaml", translated(spanish, name, original) if original else FEEL_UNWELL)
        reading = spanish.read()
        assert found(reading) == [("en/extra.yaml", 0, "not-translated")]
        assert reading.library is not None
        assert reading.library.topic("extra", "en").language == "es"

    def test_feeling_unwell_needs_cards_in_every_language(self, spanish: ClinicFolder):
        spanish.write("es/feel-unwell.yaml", translated(spanish, "disclaimer", DISCLAIMER))
        assert ("es/feel-unwell.yaml", 1, "missing-key") in found(spanish.read())

    def test_a_language_without_a_folder_is_an_error(self, clinic_folder: ClinicFolder):
        clinic_folder.change_line("clinic.yaml", 4, "languages: [en, fr]")
        assert found(clinic_folder.read()) == [("fr", 0, "missing-folder")]

    def test_a_first_language_without_a_folder_is_one_problem(self, clinic_folder: ClinicFolder):
        clinic_folder.change_line("clinic.yaml", 4, "languages: [fr]")
        assert ("fr", 0, "missing-folder") in found(clinic_folder.read())
        assert len(clinic_folder.read().diagnostics) == 2  # the other says that “en” is not offered

    def test_a_folder_that_is_not_listed_is_noted(self, spanish: ClinicFolder):
        spanish.write("clinic.yaml", CLINIC)
        reading = spanish.read()
        assert found(reading) == [("clinic.yaml", 4, "language-not-listed")]
        assert reading.library is not None


IGNORED = ["en/notes.txt", "en/.~lock.signs.yaml#", "en/signs.yaml~", "en/#signs.yaml#", "en/~$signs.docx",
           "en/.signs.yaml.swp", "README.md", "en/picture.png"]  # fmt: skip
NEARLY = {
    "en/extra.yml": "Rename it to extra.yaml",
    "en/extra.yaml.txt": "Rename it to extra.yaml",
    "en/Extra.yaml": "Rename it to extra.yaml",
    "en/Extra.YAML": "Rename it to extra.yaml",
    "en/my extra topic.yaml": "Rename it to my-extra-topic.yaml",
    "en/extra_topic.yaml": "Rename it to extra-topic.yaml",
    "en/(new) extra!.yml": "Rename it to new-extra.yaml",
    "en/extra.yaml.yml": "Rename it to extra.yaml",
    "en/?.yml": "Rename it to topic.yaml",
    "words.yml": "Rename it to words.yaml",
    "Clinic.yaml": "Rename it to clinic.yaml",
    "extra.yaml": "Move it into the folder of its language",
}


@pytest.mark.parametrize("file", IGNORED)
def test_other_files_do_no_harm(clinic_folder: ClinicFolder, file: str):
    clinic_folder.write(file, b"\x00\xff")
    assert clinic_folder.read().diagnostics == ()


@pytest.mark.parametrize("file", NEARLY)
def test_a_name_that_is_nearly_right_is_noted(clinic_folder: ClinicFolder, file: str):
    if (clinic_folder.path / file).exists():
        pytest.skip("this disk does not tell capitals from small letters")
    clinic_folder.write(file, SIGNS)
    reading = clinic_folder.read()
    assert found(reading) == [(file, 0, "not-read")]
    assert reading.diagnostics[0].fix.startswith(NEARLY[file])
    assert reading.library is not None
