"""What staff are told of each mistake, word for word.

`tests/golden/told-to-staff.txt` holds all of it. After a change that is meant, write it anew with

    .venv/bin/python -m tests.content.test_told

and read the difference line by line, as somebody at a reception desk would.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kiosk.content.parsing.diagnostic import Diagnostic
from tests.conftest import ROOT
from tests.content.files.test_whole_files import GARBLED, WRONG
from tests.content.files.test_whole_set import CLINICS, NEARLY
from tests.content.model.test_times import HOURS
from tests.content.parsing.test_faulty_files import FAULTS, WARNED
from tests.content.sample_clinic import CLINIC, DISCLAIMER, FEEL_UNWELL, FILES, SIGNS, ClinicFolder, sample, translated
from tests.content.test_messages import remarks

APPROVED = "  status: approved\n  reviewer: A\n  role: nurse\n  text: 0123456789abcdef\n"
MORE = [
    (5, APPROVED + "  reviewed: 2026-11-22\n  due: 2026-11-22"),
    (5, APPROVED + "  reviewed: 2026-11-22\n  due: 2026-11-23"),
    (5, APPROVED + "  reviewed: 2026-11-22"),
    (1, "title: &sign"),
    (4, "review: !!map"),
    (4, "review: &all {status: approved}"),
    (1, "Dear staff,\n\nplease read on.\ntitle: The signs"),
    (2, "All of the\nsigns of it\n"),
    (2, "  All of the\nsigns of it"),
    (9, "sections: All"),
    (9, "sections:\n  - heading: Alone"),
    (9, "sections: []"),
    (10, "  - In the bones"),
    (11, "    facts: []"),
    (11, "    facts: {? a}"),
    (11, "    facts: [signs.a, signs.b"),
    (12, "    text: [a]"),
    (12, "    text: {a: b}"),
    (12, "    text: words\n    text: more\n    when: now"),
    (17, "    points:\n    - name: x"),
    (18, "      - [Pain, in a bone]: yes"),
    (18, '      - "Pain\n\n\n'),
    (18, "      - ' Pain' # a note"),
    (18, '      - "a \\x1 b"'),
    (18, '      - It\'s "a" \\ sign: x'),
    (18, "      - [ok] [no]"),
    (18, "      - ?"),
    (18, '      - ""'),
    (18, "      - We are the\n        best # 1 here"),
    (18, "      - This is a long sentence before its colon: and: more\n      - 'Don't'\n      - Call us: now"),
    (18, "      - Note # 1\n      - *a*\n      - 'Don't'"),
    (18, "      - Pain\n# a note: for staff\n      - *a"),
    (18, "      - [a [b] c] d"),
    (18, "      - {a: {b: c}}"),
    (18, "      - a: [b"),
    (18, "      - 'a' b 'c"),
    (18, "      - Pain\n     More pain"),
    (18, "     Pain\n      - More"),
    (20, "...\ncards:"),
    (20, "title The cards:\ncards:"),
    (20, "card s:"),
    (20, "cards;"),
    (20, "level: urgent"),
    (20, "points:\n  - Pain\ncards:"),
    (28, "    how-soon: >\n      Now\n      points:\n      - x"),
]
"""What else is typed in a line of the signs, by number."""
GOLDEN = ROOT / "tests/golden/told-to-staff.txt"
Spoil = Callable[[ClinicFolder], object]


def without(folder: ClinicFolder, file: str) -> None:
    """A file is gone."""
    (folder.path / file).unlink()


def in_another_language(folder: ClinicFolder) -> None:
    """A second language has a topic of its own, and lacks those of the first."""
    folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
    folder.write("es/signs.yaml", translated(folder, "signs", SIGNS))
    folder.write("es/extra.yaml", DISCLAIMER)
    folder.write("fr/extra.yaml", DISCLAIMER)


CASES: dict[str, Spoil] = {
    **{
        f"{file}, line {line}: {typed!a}": partial(ClinicFolder.change_line, file=file, line=line, new=typed)
        for file, faults in (("en/signs.yaml", FAULTS + WARNED), ("clinic.yaml", CLINICS))
        for line, typed, *_ in faults
    },
    **{f"en/signs.yaml is {name}": partial(ClinicFolder.write, file="en/signs.yaml", content=raw)
       for name, (raw, *_) in WRONG.items()},
    **{f"{name} is there": partial(ClinicFolder.write, file=name, content=SIGNS) for name in NEARLY},
    **{f"{name} is missing": partial(without, file=name) for name in FILES},
    "a file ends inside a letter": partial(ClinicFolder.write, file="en/signs.yaml",
                                           content=GARBLED.encode()[: GARBLED.encode().index(b"\xa9")]),
    "a file ends inside a line": partial(ClinicFolder.write, file="en/signs.yaml", content=SIGNS[:-5]),
    **{f"en/signs.yaml, line {line}: {typed!a}": partial(
        ClinicFolder.change_line, file="en/signs.yaml", line=line, new=typed) for line, typed in MORE},
    "nothing can be read": partial(ClinicFolder.write, file="en/signs.yaml", content='- "a" b\n' * 30),
    "a page has no text": partial(ClinicFolder.write, file="en/signs.yaml",
                                  content=SIGNS[: SIGNS.index("sections:")]),
    "a topic is a folder": lambda folder: (folder.path / "en/extra.yaml").mkdir(),
    "a topic is a link to nothing": lambda folder: (folder.path / "en/extra.yaml").symlink_to("nowhere"),
    "a topic is a pipe": lambda folder: os.mkfifo(folder.path / "en/extra.yaml"),
    "a language has no folder": partial(ClinicFolder.change_line, file="clinic.yaml", line=4, new="languages: [fr]"),
    "a second language lags behind": in_another_language,
    "feeling unwell has no cards": partial(ClinicFolder.write, file="en/feel-unwell.yaml", content=DISCLAIMER),
    "a page that must be there comes and goes": partial(
        ClinicFolder.write, file="en/feel-unwell.yaml", content="show-from: 2026-12-01\n" + FEEL_UNWELL),
    "the clinic closes before it opens": partial(
        ClinicFolder.write, file="clinic.yaml", content=CLINIC + HOURS.replace("17:30", "7:30")),
}  # fmt: skip


def told(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> str:
    """Problems as text: where, what, what to do, and the line itself; days that depend on today are in words."""
    lines = []
    for each in diagnostics:
        lines += [f"{each.file}:{each.line}:{each.column} {each.level} {each.code}", f"  {each.message}"]
        lines += [f"  {_without_today(each.fix)}", *([f"  | {each.excerpt}"] if each.excerpt else [])]
    return "\n".join(lines)


def _without_today(fix: str) -> str:
    for ahead, words in ((0, "(today)"), (1, "(tomorrow)"), (365, "(a year from today)")):
        fix = fix.replace(str(date.today() + timedelta(days=ahead)), words)
    return fix


def each_once(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    return list(dict.fromkeys(diagnostics))


def recorded() -> dict[str, str]:
    """What the golden file says of each case."""
    sections = GOLDEN.read_text("utf-8").removeprefix("# ").removesuffix("\n").split("\n\n# ")
    return {name: text for name, _, text in (section.partition("\n") for section in sections)}


EXPECTED = recorded() if GOLDEN.exists() else {}
ALL_OTHERS = "translations, approvals, wording, days, notices, hours and sign-off sheets"


@pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of Unix")
@pytest.mark.parametrize("case", CASES, ids=range(len(CASES)))
def test_staff_are_told_just_this(clinic_folder: ClinicFolder, case: str):
    CASES[case](clinic_folder)
    assert told(clinic_folder.read().diagnostics) == EXPECTED[case]


def test_so_are_they_of_everything_around_the_texts(clinic_folder: ClinicFolder):
    assert told(each_once(remarks(clinic_folder))) == EXPECTED[ALL_OTHERS]


def test_nothing_is_recorded_that_nobody_tries():
    assert set(EXPECTED) == {*CASES, ALL_OTHERS}


def write() -> None:
    """Writes the golden file anew."""
    sections = []
    for case, spoil in CASES.items():
        with TemporaryDirectory() as place:
            folder = sample(Path(place))
            spoil(folder)
            sections.append(f"# {case}\n{told(folder.read().diagnostics)}")
    with TemporaryDirectory() as place:
        sections.append(f"# {ALL_OTHERS}\n{told(each_once(remarks(sample(Path(place)))))}")
    GOLDEN.write_text("\n\n".join(sections) + "\n", "utf-8")


if __name__ == "__main__":
    write()
