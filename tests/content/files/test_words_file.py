"""An error costs one pronunciation; staff get an error, and the kiosk goes on, with what patients heard before."""

import re

import pytest

from kiosk.content.files.words_file import read_words
from kiosk.content.model.word_rules import WordRule
from kiosk.content.parsing.diagnostic import Diagnostic, Level, errors
from kiosk.content.parsing.yaml_events import fastest_reader
from tests.conftest import ROOT
from tests.content.sample_clinic import FILES, ClinicFolder

SHIPPED = (ROOT / "content/words.yaml").read_text("utf-8")


def rules(folder: ClinicFolder) -> tuple[WordRule, ...]:
    """The pronunciations that are used."""
    reading = folder.read()
    assert reading.library is not None
    return reading.library.words


def test_they_are_read(clinic_folder: ClinicFolder):
    assert rules(clinic_folder) == (
        WordRule("MBC", "metastatic breast cancer"),
        WordRule("CT", "C T", language="en", anywhere=True),
    )


def test_the_file_may_be_missing(clinic_folder: ClinicFolder):
    (clinic_folder.path / "words.yaml").unlink()
    assert rules(clinic_folder) == ()
    assert clinic_folder.read().diagnostics == ()


@pytest.mark.parametrize(
    ("line", "typed", "code"),
    [
        (2, "  - wriet: MBC", "unknown-key"),
        (3, "", "missing-key"),
        (3, "    say: breast: cancer", "colon-in-text"),
        (3, "    say: cancer # 1", "words-after-hash"),
        (3, "    say: cancer\x07", "control-character"),
        (3, "    say: *cancer*", "starts-with-sign"),
        (3, "    say:", "empty-value"),
        (3, "\tsay: cancer", "tab"),
        (3, "    say: [cancer", "unclosed-bracket"),
        (3, "      say: cancer", "wrong-indent"),
        (3, "cancer", "cannot-read"),
        (2, "- write: MBC", "wrong-indent"),
        (2, "    write: MBC", "missing-dash"),
        (2, "  - MBC: metastatic", "word-in-one-line"),
    ],
)
def test_an_error_costs_the_word_it_is_in_and_no_other(clinic_folder: ClinicFolder, line: int, typed: str, code: str):
    clinic_folder.change_line("words.yaml", line, typed)
    assert [rule.write for rule in rules(clinic_folder)] == ["CT"]
    assert code in {diagnostic.code for diagnostic in errors(clinic_folder.read().diagnostics)}


def test_a_last_line_without_an_end_costs_nothing(clinic_folder: ClinicFolder):
    clinic_folder.write("words.yaml", FILES["words.yaml"].rstrip("\n"))
    assert len(rules(clinic_folder)) == 2
    assert [(p.code, p.level) for p in clinic_folder.read().diagnostics] == [("no-line-end", Level.WARNING)]


def test_the_second_of_two_is_left_out(clinic_folder: ClinicFolder):
    clinic_folder.write("words.yaml", FILES["words.yaml"] + "  - write: MBC\n    say: other\n")
    assert len(rules(clinic_folder)) == 2


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"words", b"words: [", b"\xff\xfe", b"- a\n"])
def test_a_spoilt_file_is_an_error_but_the_texts_are_shown(clinic_folder: ClinicFolder, raw: bytes):
    clinic_folder.write("words.yaml", raw)
    assert rules(clinic_folder) == ()
    assert {p.file for p in errors(clinic_folder.read().diagnostics)} == {"words.yaml"}


def test_what_patients_heard_is_kept_where_an_error_would_lose_it(clinic_folder: ClinicFolder):
    before = rules(clinic_folder)
    changed = FILES["words.yaml"].replace("say: C T", "say: cat scan").replace("- write: MBC", "- wrote: MBC")
    clinic_folder.write("words.yaml", changed)
    kept, _ = read_words(clinic_folder.path, fastest_reader(), before)
    assert {(rule.write, rule.say) for rule in kept} == {("CT", "cat scan"), ("MBC", "metastatic breast cancer")}


def test_what_staff_took_out_is_gone(clinic_folder: ClinicFolder):
    before = rules(clinic_folder)
    clinic_folder.write("words.yaml", "words:\n  - write: CT\n    say: C T\n")
    kept, _ = read_words(clinic_folder.path, fastest_reader(), before)
    assert [rule.write for rule in kept] == ["CT"]


def followed(text: str, found: Diagnostic) -> str:
    """`text` after somebody did to the letter what the advice says."""
    lines = text.split("\n")
    if moved := re.fullmatch(
        r"(Type|Delete) (\d) (?:more )?spaces? at the start of (?:this line|the lines (\d+) to (\d+))\.", found.fix
    ):
        first, last = int(moved[3] or found.line), int(moved[4] or found.line)
        for number in range(first - 1, last):
            add = moved[1] == "Type"
            lines[number] = " " * int(moved[2]) + lines[number] if add else lines[number][int(moved[2]) :]
    else:
        lines[found.line - 1 : found.line] = re.findall("“([^”]*)”", found.fix)
    return "\n".join(lines)


NGUYEN = "  - write: Nguyen\n    say: nwin\n    language: en\n"
TYPED = {
    "at the margin": NGUYEN.replace("\n  ", "\n").removeprefix("  "),
    "only its first line at the margin": NGUYEN.removeprefix("  "),
    "two spaces too deep": "".join(f"  {line}\n" for line in NGUYEN.splitlines()),
    "one space too deep below": NGUYEN.replace("    say", "     say").replace("    language", "     language"),
    "the dash lost": NGUYEN.replace("- ", "  "),
    "the dash and its space lost": NGUYEN.replace("- ", ""),
    "one line": "Nguyen: nwin\n",
    "one line below the others": "  Nguyen: nwin\n",
    "one line with a dash": "  - Nguyen: nwin\n",
    "one line in the last word": "    Nguyen: nwin\n",
}


@pytest.mark.parametrize("place", ["at the end", "in the middle"])
@pytest.mark.parametrize("case", TYPED)
def test_the_advice_followed_to_the_letter_gives_a_right_file_in_one_round(
    clinic_folder: ClinicFolder, case: str, place: str
):
    at = len(SHIPPED) if place == "at the end" else SHIPPED.index("  - write: conjugate")
    clinic_folder.write("words.yaml", SHIPPED[:at] + TYPED[case] + SHIPPED[at:])
    without, about = read_words(clinic_folder.path, fastest_reader())
    assert len(without) == SHIPPED.count("- write:"), "the other words apply meanwhile"
    text = SHIPPED[:at] + TYPED[case] + SHIPPED[at:]
    for found in reversed(errors(about.report())):
        text = followed(text, found)
    clinic_folder.write("words.yaml", text)
    found_now, about = read_words(clinic_folder.path, fastest_reader())
    assert about.report() == ()
    assert {*found_now} == {*without, WordRule("Nguyen", "nwin", "en")}


@pytest.mark.parametrize("word", ["MBC", "live", "Enter", "Sample Breast Care Clinic"])
def test_a_lost_dash_of_any_word_is_found_where_it_was(clinic_folder: ClinicFolder, word: str):
    line = f"  - write: {word}\n"
    clinic_folder.write("words.yaml", SHIPPED.replace(line, line.replace("- ", "  ")))
    _, about = read_words(clinic_folder.path, fastest_reader())
    (found,) = about.report()
    assert (found.code, found.excerpt.strip()) == ("missing-dash", f"write: {word}")
    assert followed(SHIPPED.replace(line, line.replace("- ", "  ")), found) == SHIPPED


def test_a_list_without_spaces_before_its_dashes_is_as_right(clinic_folder: ClinicFolder):
    clinic_folder.write("words.yaml", SHIPPED.replace("\n  ", "\n").replace("\n  - ", "\n- "))
    found, about = read_words(clinic_folder.path, fastest_reader())
    assert (len(found), about.report()) == (SHIPPED.count("- write:"), ())


def test_a_text_over_several_lines_is_no_mistake(clinic_folder: ClinicFolder):
    clinic_folder.write("words.yaml", "words:\n  - write: MBC\n    say: >\n      Note: one\n      write: two\n")
    found, about = read_words(clinic_folder.path, fastest_reader())
    assert (found, about.report()) == ((WordRule("MBC", "Note: one write: two"),), ())
