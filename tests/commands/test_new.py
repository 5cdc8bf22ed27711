"""`new`: a template to be filled in."""

from __future__ import annotations

import json
import shlex

import pytest

from kiosk.content.model.samples import TEMPLATE
from kiosk.content.reader import read_content
from tests.commands.clinic_calls import BY, call, in_spanish_too, topic
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder, translated


class TestNew:
    """`kiosk new TOPIC`."""

    def test_the_file_is_right_at_once(self, folder: ClinicFolder):
        done = call(folder, "new", "side-effects")
        assert done.exit_code == 0
        assert "menu:" in done.output
        assert call(folder, "check").exit_code == 0
        text = (folder.path / "en/side-effects.yaml").read_text("utf-8")
        assert text.count("\n#") + text.count("\n    #") >= 7
        assert topic(folder, "side-effects").title == "Side effects"

    def test_it_says_that_it_is_a_sample_until_it_is_filled_in(self, folder: ClinicFolder):
        call(folder, "new", "side-effects")
        problems = json.loads(call(folder, "check", "--json").output)["problems"]
        assert [problem["code"] for problem in problems] == ["sample"] * 6
        assert call(folder, "check", "--strict").exit_code == 1
        done = call(folder, "approve", "side-effects", *BY)
        assert done.exit_code == 1
        assert "“A short heading” is still the sample." in done.output
        path = folder.path / "en/side-effects.yaml"
        text = path.read_text("utf-8")
        for sample in TEMPLATE.values():
            text = text.replace(sample, "You may feel tired.")
        path.write_text(text, "utf-8")
        assert call(folder, "check", "--strict").exit_code == 0
        assert call(folder, "approve", "side-effects", *BY).exit_code == 0

    @pytest.mark.parametrize("name", ["Side effects", "../x", "", "x" * 61, "a/b"])
    def test_a_name_that_cannot_be_is_a_wrong_call(self, folder: ClinicFolder, name: str):
        assert call(folder, "new", name).exit_code == 2

    def test_nothing_is_overwritten(self, folder: ClinicFolder):
        assert call(folder, "new", "signs").exit_code == 1
        assert (folder.path / "en/signs.yaml").read_text("utf-8") == SIGNS

    def test_a_translation_waits_for_its_translator(self, folder: ClinicFolder):
        folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
        folder.write(
            "es/disclaimer.yaml", translated(folder, "disclaimer", (folder.path / "en/disclaimer.yaml").read_text())
        )
        assert call(folder, "new", "signs", "--language", "es").exit_code == 0
        assert topic(folder, language="es").untranslated
        library = read_content(folder.path).library
        assert library is not None
        assert library.topic("signs", "es").language == "en"
        path = folder.path / "es/signs.yaml"
        text = path.read_text("utf-8")
        path.write_text(text.replace("In the bones", "En los huesos"), "utf-8")
        assert topic(folder, language="es").untranslated, "nobody has said yet that it is translated"
        hint = next(line.removeprefix("#   kiosk ") for line in text.splitlines() if line.startswith("#   kiosk "))
        assert call(folder, *shlex.split(hint.replace("NAME", "A. Example"))).exit_code == 0
        assert not topic(folder, language="es").untranslated

    def test_a_page_is_translated_from_the_language_it_was_written_in(self, folder: ClinicFolder):
        in_spanish_too(folder)
        folder.write("clinic.yaml", CLINIC.replace("[en]", "[es, en, fr]"))
        folder.write("fr/notes.txt", "")
        assert call(folder, "new", "signs", "--language", "fr").exit_code == 0
        assert "Patients read the English text" in call(folder, "new", "feel-unwell").output
        assert topic(folder, language="fr").blocks[1:] == topic(folder, language="en").blocks[1:]
        assert topic(folder, "feel-unwell", "es").untranslated

    def test_an_approved_text_makes_no_approved_translation(self, folder: ClinicFolder):
        folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
        folder.write("es/notes.txt", "")
        call(folder, "approve", "signs", *BY)
        call(folder, "new", "signs", "--language", "es")
        assert topic(folder, language="es").review.reviewer == ""

    @pytest.mark.parametrize("review", ["review: {status: not yet approved}", '"review":\n  status: not yet approved'])
    def test_an_original_whose_review_cannot_be_taken_out_makes_no_file(self, folder: ClinicFolder, review: str):
        in_spanish_too(folder)
        (folder.path / "es/signs.yaml").unlink()
        folder.write("en/signs.yaml", SIGNS.replace("review:\n  status: not yet approved", review))
        done = call(folder, "new", "signs", "--language", "es")
        assert done.exit_code == 1
        assert "Write “review:” on its own line, without quotes." in done.output
        assert not (folder.path / "es/signs.yaml").exists()

    def test_what_cannot_be_translated(self, folder: ClinicFolder):
        assert call(folder, "new", "signs", "--language", "French").exit_code == 2
        folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
        folder.write("es/notes.txt", "")
        assert call(folder, "new", "nothing", "--language", "es").exit_code == 1
