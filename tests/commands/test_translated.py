"""`translated`: a translation matches its original again, and nobody types a hash."""

from __future__ import annotations

import shlex
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.approval.edit_translation import with_translation
from kiosk.content.model.library import Library
from kiosk.content.reader import read_content
from tests.commands.clinic_calls import BY, call, in_spanish_too, topic
from tests.conftest import ROOT
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder

NEWER = SIGNS.replace("Pain that stays", "Pain that lasts")
BY_HER = ("--by", "B. Other", "--role", "medical translator")


@pytest.fixture
def outdated(folder: ClinicFolder) -> ClinicFolder:
    """A clinic whose English page has changed since it was translated."""
    in_spanish_too(folder)
    text = (folder.path / "es/signs.yaml").read_text("utf-8")
    compared = "  reviewer: C. Example\n  reviewer-role: nurse\n  reviewed: 2026-11-21\n"
    text = text.replace("translation:\n", "translation:\n  # Ask B. first.\n")
    folder.write("es/signs.yaml", text.replace("  translator: A. Example\n", "  translator: A. Example\n" + compared))
    folder.write("en/signs.yaml", NEWER)
    assert topic(folder, language="es").newer_in == "en"
    return folder


def spanish(folder: ClinicFolder) -> str:
    return (folder.path / "es/signs.yaml").read_text("utf-8")


class TestTranslated:
    """`kiosk translated es/signs --by NAME`."""

    @pytest.mark.parametrize("name", ["es/signs", "es/signs.yaml", "content/es/signs.yaml", "./content/es/signs"])
    def test_it_records_who_when_and_from_which_text(self, outdated: ClinicFolder, name: str):
        done = call(outdated, "translated", name, *BY_HER)
        assert done.exit_code == 0, done.output
        assert done.output == "es/signs matches en/signs as it is now. Translated by B. Other, medical translator.\n"
        found = topic(outdated, language="es")
        assert found.newer_in == ""
        assert found.translation is not None
        assert found.translation.made_from == topic(outdated).written
        assert found.translation[1:4] == ("B. Other", "medical translator", date.today())
        assert found.translation.reviewer == "", "nobody has compared the present text yet"
        assert "  # Ask B. first.\n" in spanish(outdated)

    def test_only_the_lines_of_the_translation_change(self, outdated: ClinicFolder):
        before = spanish(outdated)
        outdated.write("es/signs.yaml", before.replace("\n", "\r\n").encode("utf-8-sig"))
        assert call(outdated, "translated", "es/signs", *BY_HER).exit_code == 0
        after = (outdated.path / "es/signs.yaml").read_bytes().decode("utf-8-sig")
        assert after.count("\n") == after.count("\r\n")
        old, new = before.splitlines(), after.splitlines()
        assert [line for line in old if line not in new][1:] == [
            "  translator: A. Example", "  reviewer: C. Example", "  reviewer-role: nurse", "  reviewed: 2026-11-21",
        ]  # fmt: skip
        assert [line for line in new if line not in old][1:] == [
            "  translator: B. Other", "  role: medical translator", f"  translated: {date.today()}",
        ]  # fmt: skip

    def test_a_typing_error_in_the_original_moves_only_the_hash(self, outdated: ClinicFolder):
        before = spanish(outdated)
        old = topic(outdated, language="es").translation
        done = call(outdated, "translated", "es/signs", "--typing-error")
        assert done.exit_code == 0, done.output
        assert done.output == "es/signs matches en/signs as it is now. Translated by A. Example.\n"
        found = topic(outdated, language="es").translation
        assert old is not None
        assert found == old._replace(made_from=topic(outdated).written)
        assert spanish(outdated) == before.replace(old.made_from, found.made_from)

    def test_who_says_so_of_a_typing_error_does_not_become_the_translator(self, outdated: ClinicFolder):
        assert call(outdated, "translated", "es/signs", *BY_HER, "--typing-error").exit_code == 0
        made = topic(outdated, language="es").translation
        assert made is not None
        assert made.translator == "A. Example"

    def test_a_comparison_with_this_very_text_stays(self, outdated: ClinicFolder):
        call(outdated, "translated", "es/signs", "--typing-error")
        call(outdated, "translated", "es/signs", *BY_HER)
        made = topic(outdated, language="es").translation
        assert made is not None
        assert made.reviewer == "C. Example"

    def test_the_same_translator_keeps_the_profession(self, outdated: ClinicFolder):
        call(outdated, "translated", "es/signs", *BY_HER)
        outdated.write("en/signs.yaml", SIGNS)
        call(outdated, "translated", "es/signs", *BY_HER[:2])
        made = topic(outdated, language="es").translation
        assert made is not None
        assert made.role == "medical translator"
        call(outdated, "translated", "es/signs", "--by", "D. New")
        made = topic(outdated, language="es").translation
        assert made is not None
        assert (made.translator, made.role) == ("D. New", "")

    def test_a_file_that_named_no_original_gets_one(self, outdated: ClinicFolder):
        text = spanish(outdated)
        start, end = text.index("translation:"), text.index("review:\n")
        outdated.write("es/signs.yaml", (text[:start] + text[end:]).rstrip("\n"))
        assert call(outdated, "translated", "es/signs", *BY_HER).exit_code == 0
        assert topic(outdated, language="es").translation is not None
        assert [p for p in outdated.read().diagnostics if p.file == "es/signs.yaml" and p.code != "no-line-end"] == []

    def test_an_approval_stays(self, outdated: ClinicFolder):
        newer = (outdated.path / "en/signs.yaml").read_text("utf-8")
        outdated.write("en/signs.yaml", SIGNS)
        assert call(outdated, "approve", "es/signs", *BY).exit_code == 0
        outdated.write("en/signs.yaml", newer)
        assert call(outdated, "translated", "es/signs", *BY_HER).exit_code == 0
        assert topic(outdated, language="es").approved

    @pytest.mark.parametrize("name", ['O\'Neil: "Pat" # 1', "no", "Ünal Ærø", "1e5", "a: b", "*"])
    def test_any_name_is_kept_as_it_is(self, outdated: ClinicFolder, name: str):
        assert call(outdated, "translated", "es/signs", "--by", name).exit_code == 0
        made = topic(outdated, language="es").translation
        assert made is not None
        assert made.translator == name

    def test_every_shipped_translation_can_be_recorded(self, library: Library):
        for name, found in library.topics["es"].items():
            path = ROOT / "content/es" / f"{name}.yaml"
            after = with_translation(
                path.read_bytes(), found, library.topics["en"][name], "the authors of the kiosk", "", date(2026, 12, 1)
            )
            assert after is not None
            old, new = path.read_bytes().splitlines(), after.splitlines()
            assert [line for line in new if line not in old] == [b"  translated: 2026-12-01"]
            assert [line for line in old if line not in new] == []


class TestRefusals:
    """What is not recorded, and the one sentence that says why."""

    @pytest.mark.parametrize(
        ("arguments", "status", "said"),
        [
            (("es", "signs", *BY_HER), 2, "Write the language and the topic as one word: es/signs."),
            (("signs", *BY_HER), 2, "Name the language too: es/signs."),
            (("signs.yaml", *BY_HER), 2, "Name the language too: es/signs."),
            (("en/signs", *BY_HER), 1, "en/signs is an original, not a translation. Name the translation: es/signs."),
            (("en/feel-unwell", *BY_HER), 1, "en/feel-unwell is an original, not a translation."),
            (("es/sings", *BY_HER), 2, "There is no topic “sings” in “es”. Did you mean “signs”?"),
            (("fr/signs", *BY_HER), 2, "The folder “fr” is not a language. There is content in: en, es."),
            (("es/signs",), 2, "Give --by a name of 1 to 80 letters."),
            (("es/signs", "--by", "NAME"), 2, "Type the real words in place of NAME after --by."),
            (("es/signs", "--by", "x" * 81), 2, "Give --by a name of 1 to 80 letters."),
        ],
    )
    def test_wrong_usage(self, outdated: ClinicFolder, arguments: tuple[str, ...], status: int, said: str):
        before = spanish(outdated)
        done = call(outdated, "translated", *arguments)
        assert (done.exit_code, done.output) == (status, said + "\n")
        assert spanish(outdated) == before

    def test_a_copy_of_the_original(self, folder: ClinicFolder):
        in_spanish_too(folder)
        (folder.path / "es/signs.yaml").unlink()
        call(folder, "new", "signs", "--language", "es")
        before = spanish(folder)
        for more in (BY_HER, ("--typing-error",)):
            done = call(folder, "translated", "es/signs", *more)
            said = "es/signs is still the English text, word for word. Translate it first.\n"
            assert (done.exit_code, done.output) == (1, said)
        folder.write("es/signs.yaml", before.replace("In the bones", "En los huesos"))
        done = call(folder, "translated", "es/signs", "--typing-error")
        assert done.exit_code == 1
        assert "does not say who translated it" in done.output

    def test_most_of_a_copy_is_recorded_with_a_remark(self, folder: ClinicFolder):
        in_spanish_too(folder)
        (folder.path / "es/signs.yaml").unlink()
        call(folder, "new", "signs", "--language", "es")
        folder.write("es/signs.yaml", spanish(folder).replace("In the bones", "En los huesos"))
        done = call(folder, "translated", "es/signs", *BY_HER)
        assert done.exit_code == 0
        assert "But most of it is still the English text. Please look at it again." in done.output

    def test_a_file_with_an_error(self, outdated: ClinicFolder):
        broken = spanish(outdated).replace("title:", "titel:")
        outdated.write("es/signs.yaml", broken)
        done = call(outdated, "translated", "es/signs", *BY_HER)
        assert done.exit_code == 1
        assert done.output.startswith("Please fix the content first.\n")
        assert "Did you mean “title”?" in done.output
        assert spanish(outdated) == broken

    def test_a_translation_whose_original_is_not_here(self, outdated: ClinicFolder):
        (outdated.path / "en/signs.yaml").unlink()
        done = call(outdated, "translated", "es/signs", *BY_HER)
        assert done.exit_code == 1
        assert "is not here, so there is nothing to compare it with" in done.output

    def test_lines_that_cannot_be_changed_are_left_alone(self, outdated: ClinicFolder):
        text = spanish(outdated)
        start, end = text.index("translation:"), text.index("review:\n")
        flat = text[:start] + 'translation: {from: "0123456789abcdef", translator: A}\n' + text[end:]
        outdated.write("es/signs.yaml", flat)
        done = call(outdated, "translated", "es/signs", *BY_HER)
        assert done.exit_code == 1
        assert spanish(outdated) == flat

    def test_where_it_cannot_be_written_nothing_changes(self, outdated: ClinicFolder, monkeypatch: pytest.MonkeyPatch):
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        before = spanish(outdated)
        monkeypatch.setattr("kiosk.commands.review.translated.rewrite", full)
        done = call(outdated, "translated", "es/signs", *BY_HER)
        assert done.exit_code == 1
        assert "No space left" in done.output
        assert spanish(outdated) == before


class TestTheAdvice:
    """Each command that `check` prints about a translation, typed as it is printed, ends the remark."""

    def followed(self, folder: ClinicFolder, code: str, which: int = 0) -> None:
        (found,) = (p for p in read_content(folder.path).diagnostics if p.code == code)
        printed = found.fix.split("“")[1 + which].split("”")[0].replace("NAME", "A. Example")
        program, *arguments = shlex.split(printed)
        assert program == "kiosk"
        done = call(folder, *arguments)
        assert done.exit_code == 0, done.output
        assert code not in {p.code for p in read_content(folder.path).diagnostics}

    @pytest.mark.parametrize("which", [0, 1])
    def test_of_an_outdated_text(self, outdated: ClinicFolder, which: int):
        for file in ("en/signs.yaml", "es/signs.yaml"):
            text = (outdated.path / file).read_text("utf-8")
            outdated.write(file, text[: text.index("cards:")])
        self.followed(outdated, "translation-outdated", which)

    @pytest.mark.parametrize("which", [0, 1])
    def test_of_outdated_cards(self, outdated: ClinicFolder, which: int):
        self.followed(outdated, "cards-outdated", which)

    def test_of_two_originals(self, outdated: ClinicFolder):
        text = spanish(outdated)
        outdated.write("es/signs.yaml", text[: text.index("translation:")] + text[text.index("review:\n") :])
        self.followed(outdated, "two-originals")

    def test_of_a_missing_text_and_then_of_its_copy(self, folder: ClinicFolder):
        in_spanish_too(folder)
        whole = spanish(folder)
        for name in ("signs", "feel-unwell"):
            (folder.path / f"es/{name}.yaml").unlink(missing_ok=True)
        (folder.path / "en/feel-unwell.yaml").rename(folder.path / "es/feel-unwell.yaml")
        folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]").replace(", feel-unwell]", "]"))
        for missing in [p for p in read_content(folder.path).diagnostics if p.code == "not-translated"]:
            assert call(folder, *shlex.split(missing.fix.split("“")[1].split("”")[0])[1:]).exit_code == 0
        (folder.path / "en/feel-unwell.yaml").unlink()
        waiting = spanish(folder)
        assert {p.code for p in read_content(folder.path).diagnostics} == {"not-translated-yet", "not-translated"}
        own = whole[: whole.index("translation:")] + waiting[waiting.index("translation:") : waiting.index("review:")]
        folder.write("es/signs.yaml", own + whole[whole.index("review:\n") :])
        self.followed(folder, "not-translated-yet")


def test_the_folder_of_an_installed_sample_is_never_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("kiosk.commands.content.topics.SAMPLE", tmp_path)
    folder = ClinicFolder(tmp_path)
    assert "kiosk init" in call(folder, "translated", "es/signs", *BY_HER).output
