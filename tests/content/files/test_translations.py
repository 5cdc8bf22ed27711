"""A translation names the text that it was made from; once that has changed, its readers keep what matched last."""

from __future__ import annotations

import re
import shutil
from itertools import permutations
from pathlib import Path

import pytest

from kiosk.content.model.library import Library, Topic
from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.content.reader import read_content
from tests.conftest import ROOT
from tests.content.sample_clinic import CLINIC, FEEL_UNWELL, SIGNS, ClinicFolder, translated

IN_SPANISH = "es/signs.yaml"
MORE = "Pain that stays", "Pain that lasts"


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


def told(folder: ClinicFolder) -> list[Diagnostic]:
    return [p for p in folder.read().diagnostics if p.code != "not-translated"]


def remarks(folder: ClinicFolder) -> list[tuple[str, str, int]]:
    return [(p.file, p.code, p.line) for p in told(folder)]


def with_line(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def without_cards(text: str) -> str:
    return text[: text.index("cards:")]


def test_a_translation_of_the_present_text_is_shown(spanish: ClinicFolder):
    topic = library(spanish).topic("signs", "es")
    assert (topic.language, topic.newer_in) == ("es", "")
    assert topic.translation is not None
    assert topic.translation.translator == "A. Example"
    assert remarks(spanish) == []


@pytest.mark.parametrize(("old", "new"), [MORE, ("how-soon: Today", "how-soon: Now"), ("title: The signs", "title: S")])
def test_a_changed_original_leaves_its_readers_the_text_that_matched_last(spanish: ClinicFolder, old: str, new: str):
    before = library(spanish).topic("signs", "es")
    spanish.write("en/signs.yaml", with_line(SIGNS, old, new))
    topic = library(spanish).topic("signs", "es")
    assert (topic.language, topic.newer_in) == ("es", "en")
    assert topic.blocks == before.blocks
    assert remarks(spanish) == [(IN_SPANISH, "cards-outdated", 5)]


def test_staff_are_told_which_readers_keep_which_older_text(spanish: ClinicFolder):
    for file in ("en/signs.yaml", IN_SPANISH):
        spanish.write(file, without_cards((spanish.path / file).read_text("utf-8")))
    newer = (spanish.path / "en/signs.yaml").read_text("utf-8").replace("2026-11-22", "2026-11-28").replace(*MORE)
    spanish.write("en/signs.yaml", newer)
    (found,) = told(spanish)
    assert found.code == "translation-outdated"
    assert found.message == (
        "This no longer matches the English text, last changed on 2026-11-28: readers of Spanish keep this older text "
        "of 2026-11-22."
    )
    assert found.fix == (
        'Translate the change, then run “kiosk translated es/signs --by "NAME"” with the translator\'s name; for a '
        "mere typing error in the English text, run “kiosk translated es/signs --typing-error”."
    )


def test_of_care_cards_they_are_told_in_stronger_words(spanish: ClinicFolder):
    spanish.write("en/signs.yaml", SIGNS.replace(*MORE))
    (found,) = told(spanish)
    assert "in an emergency, readers of Spanish get this older advice of 2026-11-22" in found.message
    assert found.fix.startswith("Have a clinician compare them today")


@pytest.mark.parametrize(
    ("old", "new"),
    [("last-changed: 2026-11-22", "last-changed: 2026-11-23"), ("https://www.cancer.org/", "https://example.org/")],
)
def test_what_is_not_translated_changes_nothing(spanish: ClinicFolder, old: str, new: str):
    spanish.write("en/signs.yaml", SIGNS.replace(old, new))
    assert library(spanish).topic("signs", "es").newer_in == ""
    assert remarks(spanish) == []


def test_another_phone_number_changes_nothing(spanish: ClinicFolder):
    spanish.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]").replace("212-444-0100", "212-444-0199"))
    topic = library(spanish).topic("signs", "es")
    assert (topic.language, topic.newer_in) == ("es", "")
    assert "212-444-0199" in topic.text("sections/0/text/1")


def test_who_translated_must_be_named(spanish: ClinicFolder):
    text = (spanish.path / IN_SPANISH).read_text("utf-8")
    spanish.write(IN_SPANISH, text.replace("  translator: A. Example\n", ""))
    assert [(p.code, p.level) for p in spanish.read().diagnostics if p.file == IN_SPANISH] == [("missing-key", "error")]


class TestOriginals:
    """The language that a text was written in belongs to the text: it is the one without `translation:`."""

    @pytest.mark.parametrize("languages", list(permutations(["en", "es", "fr"])), ids="-".join)
    def test_any_order_of_the_languages_gives_the_same_pages_without_a_remark(
        self, tmp_path: Path, languages: tuple[str, ...]
    ):
        folder = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
        shutil.copytree(folder / "es", folder / "fr")
        clinic = (folder / "clinic.yaml").read_text("utf-8")
        clinic = re.sub(r', es: ("[^"]*"|[^,}]+)', r", es: \1, fr: \1", clinic)  # the names of the groups
        (folder / "clinic.yaml").write_text(clinic.replace("[en, es]", f"[{', '.join(languages)}]"), "utf-8")
        reading = read_content(folder)
        assert reading.diagnostics == ()
        assert reading.library is not None
        assert reading.library.clinic.languages == languages
        for language in languages:
            assert {reading.library.topic(name, language).language for name in reading.library.names} == {language}
            assert not any(topic.newer_in for topic in reading.library.topics[language].values())

    def test_one_language_alone_may_hold_only_translations(self, spanish: ClinicFolder):
        for name, text in (("disclaimer", "en/disclaimer.yaml"), ("feel-unwell", "en/feel-unwell.yaml")):
            spanish.write(f"es/{name}.yaml", translated(spanish, name, (spanish.path / text).read_text("utf-8")))
        spanish.write("clinic.yaml", CLINIC.replace("[en]", "[es]"))
        assert [(p.code, p.file) for p in spanish.read().diagnostics] == [("language-not-listed", "clinic.yaml")]
        assert set(library(spanish).names) == {"signs", "disclaimer", "feel-unwell"}

    def test_of_two_originals_neither_is_hidden_and_staff_are_asked(self, spanish: ClinicFolder):
        text = (spanish.path / IN_SPANISH).read_text("utf-8")
        start, end = text.index("translation:"), text.index("review:")
        spanish.write(IN_SPANISH, text[:start] + text[end:])
        for language in ("en", "es"):
            topic = library(spanish).topic("signs", language)
            assert (topic.language, topic.newer_in) == (language, "")
        (found,) = told(spanish)
        assert (found.file, found.code) == (IN_SPANISH, "two-originals")
        assert "If this one was translated, run “kiosk translated es/signs" in found.fix

    def test_a_page_that_the_first_language_lacks_is_read_in_another(self, clinic_folder: ClinicFolder):
        clinic_folder.write("es/extra.yaml", FEEL_UNWELL)
        clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]").replace("[signs, ", "[extra, signs, "))
        shown = library(clinic_folder)
        assert shown.topic("extra", "en").language == "es"
        assert ("not-translated", "en/extra.yaml") in [(p.code, p.file) for p in clinic_folder.read().diagnostics]

    @pytest.mark.parametrize("name", ["disclaimer", "feel-unwell"])
    def test_a_required_page_may_be_there_in_any_language(self, spanish: ClinicFolder, name: str):
        path = spanish.path / f"en/{name}.yaml"
        spanish.write(f"es/{name}.yaml", translated(spanish, name, path.read_text("utf-8")))
        path.unlink()
        assert library(spanish).topic(name, "en").language == "es"


class TestNotTranslatedYet:
    """A copy of the original is not read by a voice of another language."""

    @pytest.fixture
    def copy(self, clinic_folder: ClinicFolder) -> ClinicFolder:
        """A clinic whose Spanish page is the English text."""
        clinic_folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
        clinic_folder.write(IN_SPANISH, SIGNS)
        return clinic_folder

    def topic(self, folder: ClinicFolder) -> Topic:
        return library(folder).topic("signs", "es")

    def test_an_equal_text_is_read_as_the_original(self, copy: ClinicFolder):
        assert self.topic(copy).language == "en"
        (found,) = told(copy)
        assert (found.file, found.code) == (IN_SPANISH, "not-translated-yet")
        assert found.message == "This is still the English text, so patients read it in English."

    def test_so_is_one_that_claims_a_translator(self, copy: ClinicFolder):
        made_from = self.topic(copy).written
        copy.write(IN_SPANISH, SIGNS.replace("review:", f"translation:\n  from: {made_from}\n  translator: A\nreview:"))
        assert self.topic(copy).language == "en"
        assert remarks(copy) == [(IN_SPANISH, "not-translated-yet", 5)]

    def test_the_order_of_the_languages_does_not_matter(self, copy: ClinicFolder):
        copy.write("clinic.yaml", CLINIC.replace("[en]", "[es, en]"))
        assert self.topic(copy).language == "en"
        assert remarks(copy) == [(IN_SPANISH, "not-translated-yet", 0)]

    def test_one_that_is_mostly_translated_is_shown(self, spanish: ClinicFolder):
        text = (spanish.path / IN_SPANISH).read_text("utf-8")
        spanish.write(IN_SPANISH, text.replace("Dolor de un hueso", "Pain in a bone"))
        assert self.topic(spanish).language == "es"
        assert remarks(spanish) == []

    def test_one_that_is_mostly_the_original_is_asked_about(self, spanish: ClinicFolder):
        text = (spanish.path / IN_SPANISH).read_text("utf-8")
        made = text[text.index("translation:") : text.index("review:")]
        spanish.write(IN_SPANISH, SIGNS.replace("In the bones", "En los huesos").replace("review:", made + "review:"))
        (found,) = told(spanish)
        assert (found.code, found.message) == ("mostly-original", "Most of this is still the English text.")
        assert self.topic(spanish).language == "es"

    def test_a_copy_is_all_there_is_if_its_original_is_gone(self, spanish: ClinicFolder):
        text = (spanish.path / IN_SPANISH).read_text("utf-8")
        spanish.write(IN_SPANISH, text.replace(text.split("from: ")[1][:16], '"0000000000000000"'))
        assert self.topic(spanish).language == "en"
        (spanish.path / "en/signs.yaml").unlink()
        assert self.topic(spanish).language == "es"
