"""A translation names the text that it was made from; once that has changed, patients read the first language."""

from __future__ import annotations

import pytest

from kiosk.content.model.library import Library
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder, translated

IN_SPANISH = "es/signs.yaml"


@pytest.fixture
def spanish(clinic_folder: ClinicFolder) -> ClinicFolder:
    """A clinic whose page on the signs is translated."""
    clinic_folder.write(IN_SPANISH, translated(clinic_folder, "signs", SIGNS))
    clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
    return clinic_folder


def library(folder: ClinicFolder) -> Library:
    found = folder.read().library
    assert found is not None
    return found


def remarks(folder: ClinicFolder) -> list[tuple[str, str, int]]:
    return [(p.file, p.code, p.line) for p in folder.read().diagnostics if p.code != "not-translated"]


def test_a_translation_of_the_present_text_is_shown(spanish: ClinicFolder):
    topic = library(spanish).topic("signs", "es")
    assert (topic.language, topic.stale) == ("es", False)
    assert topic.translation is not None
    assert topic.translation.translator == "A. Example"
    assert remarks(spanish) == []


@pytest.mark.parametrize(
    ("old", "new"), [("Pain that stays", "Pain that lasts"), ("how-soon: Today", "how-soon: Now"), ("Signs", "Sign")]
)
def test_a_changed_text_makes_it_stale(spanish: ClinicFolder, old: str, new: str):
    spanish.write("en/signs.yaml", SIGNS.replace(old, new))
    assert library(spanish).topic("signs", "es").language == "en"
    assert library(spanish).topics["es"]["signs"].stale
    assert remarks(spanish) == [(IN_SPANISH, "translation-stale", 5)]


@pytest.mark.parametrize(
    ("old", "new"),
    [("last-changed: 2026-11-22", "last-changed: 2026-11-23"), ("https://www.cancer.org/", "https://example.org/")],
)
def test_what_is_not_translated_leaves_it(spanish: ClinicFolder, old: str, new: str):
    spanish.write("en/signs.yaml", SIGNS.replace(old, new))
    assert library(spanish).topic("signs", "es").language == "es"


def test_another_phone_number_leaves_it(spanish: ClinicFolder):
    spanish.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]").replace("444-0100", "444-0199"))
    topic = library(spanish).topic("signs", "es")
    assert topic.language == "es"
    assert "444-0199" in topic.text("sections/0/text/1")


def test_a_page_that_does_not_say_what_it_was_made_from_is_not_shown(spanish: ClinicFolder):
    spanish.write(IN_SPANISH, SIGNS)
    assert library(spanish).topic("signs", "es").language == "en"
    (remark,) = remarks(spanish)
    assert remark == (IN_SPANISH, "no-translation", 0)


def test_what_to_type_is_the_name_of_the_present_text(spanish: ClinicFolder):
    spanish.write("en/signs.yaml", SIGNS.replace("Pain that stays", "Pain that lasts"))
    present = library(spanish).topic("signs", "en").written
    (stale,) = (p for p in spanish.read().diagnostics if p.code == "translation-stale")
    assert f"from: {present}" in stale.fix
    text = (spanish.path / IN_SPANISH).read_text("utf-8")
    old = next(line for line in text.splitlines() if "from: " in line)
    spanish.write(IN_SPANISH, text.replace(old, f"  from: {present}"))
    assert library(spanish).topic("signs", "es").language == "es"


def test_who_translated_must_be_named(spanish: ClinicFolder):
    text = (spanish.path / IN_SPANISH).read_text("utf-8")
    spanish.write(IN_SPANISH, text.replace("  translator: A. Example\n", ""))
    assert [(p.code, p.level) for p in spanish.read().diagnostics if p.file == IN_SPANISH] == [("missing-key", "error")]
