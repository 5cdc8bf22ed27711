"""Each line of each sample file is spoilt in the ways in which staff spoil lines: the blame falls on that line."""

import re
from collections.abc import Callable

import pytest

from tests.content.sample_clinic import FILES, ClinicFolder

SPOILT_FILES = {file: FILES[file] for file in ("clinic.yaml", "en/signs.yaml", "en/feel-unwell.yaml")}
NAMED = re.compile(r"\s*(- )?[a-z-]+:")
WORDS = re.compile(r"(?P<before>\s*(?:- )?(?:[a-z-]+: )?)(?P<words>[A-Za-z].*)")


def on_names(change: Callable[[str], str]) -> Callable[[str], str]:
    """Spoils only lines that have a name."""
    return lambda line: change(line) if NAMED.match(line) else line


def on_words(change: Callable[[str], str]) -> Callable[[str], str]:
    """Spoils only texts that stand on one line with their name or dash; `change` gets the words."""

    def spoil(line: str) -> str:
        found = WORDS.fullmatch(line)
        if not found or not found["before"].strip():
            return line
        return found["before"] + change(found["words"])

    return spoil


SPOIL = {
    "no colon": on_names(lambda line: line.replace(":", "", 1)),
    "no space after the colon": on_names(lambda line: line.replace(": ", ":", 1)),
    "a slip of the finger": on_names(lambda line: re.sub(r"([a-z-]+):", r"\1x:", line, count=1)),
    "a tab": lambda line: "\t" + line,
    "a special space": lambda line: "\u00a0" + line.removeprefix(" "),
    "a hash": on_words(lambda words: words + " # 1"),
    "a colon": on_words(lambda words: words + ": x"),
    "a quote at the start": on_words(lambda words: '"' + words),
    "quotes within quotes": on_words(lambda words: f"'{words}'s'"),
    **{f"{sign} at the start": on_words(lambda words, sign=sign: sign + words) for sign in "*&!%@`>|{["},
}


@pytest.mark.parametrize("damage", SPOIL)
def test_the_blame_falls_on_the_line_that_was_spoilt(clinic_folder: ClinicFolder, damage: str):
    tried = 0
    for file, content in SPOILT_FILES.items():
        for number, line in enumerate(content.splitlines(), start=1):
            spoilt = SPOIL[damage](line)
            if not line or spoilt == line:
                continue
            tried += 1
            clinic_folder.change_line(file, number, spoilt)
            found = {(diagnostic.file, diagnostic.line) for diagnostic in clinic_folder.read().diagnostics}
            assert found == {(file, number)}, spoilt
        clinic_folder.write(file, content)
    assert tried > 20


@pytest.mark.parametrize("spaces", [-2, -1, 1])
def test_a_line_that_is_out_of_line_is_found_next_to_it(clinic_folder: ClinicFolder, spaces: int):
    """Two lines that do not line up: either of them may be the wrong one."""
    for file, content in SPOILT_FILES.items():
        for number, line in enumerate(content.splitlines(), start=1):
            if not line or (spaces < 0 and not line.startswith(" " * -spaces)):
                continue
            clinic_folder.change_line(file, number, " " * spaces + line if spaces > 0 else line[-spaces:])
            diagnostics = [each for each in clinic_folder.read().diagnostics if each.file == file]
            assert all(abs(each.line - number) <= 1 for each in diagnostics), (file, number, diagnostics)
        clinic_folder.write(file, content)
