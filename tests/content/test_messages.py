"""Every message is written for somebody at a reception desk."""

import re
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.parsing.problem import Problem
from kiosk.content.reader import read_content
from kiosk.content.schema import fields
from tests.content.advice.test_scores import sheet
from tests.content.advice.test_wording import GLOSSARY, LONG
from tests.content.approval.test_approval import approve
from tests.content.files.test_whole_files import WRONG
from tests.content.files.test_whole_set import CLINICS
from tests.content.model.test_times import HOURS, NOTICE
from tests.content.parsing.test_faulty_files import FAULTS, WARNED
from tests.content.sample_clinic import FILES, ClinicFolder, sample, translated

PROGRAMMERS_WORDS = re.compile(
    r"\b(scalars?|mappings?|tokens?|pars(e|er|ing)|schema|null|nodes?|sequences?|anchors?|alias(es)?|indent\w*"
    r"|yaml|json|unicode|bytes?|strings?|regex|syntax|exception|none|boolean|codec|key|value|dict|char)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def every_problem(tmp_path_factory: pytest.TempPathFactory) -> list[Problem]:
    """All problems of all faulty files that these tests know."""
    clinic_folder = sample(tmp_path_factory.mktemp("clinic"))
    problems: list[Problem] = []
    for line, typed, _, _ in FAULTS + WARNED:
        clinic_folder.change_line("en/signs.yaml", line, typed)
        problems += clinic_folder.read().problems
    for raw, _, _ in WRONG.values():
        clinic_folder.write("en/signs.yaml", raw)
        problems += clinic_folder.read().problems
    clinic_folder.write("en/signs.yaml", FILES["en/signs.yaml"])
    for line, typed, _, _ in CLINICS:
        clinic_folder.change_line("clinic.yaml", line, typed)
        problems += clinic_folder.read().problems
    return problems + remarks(clinic_folder)


def remarks(clinic_folder: ClinicFolder) -> list[Problem]:
    """All that is told of translations, approvals, wording, days, notices, hours and sign-off sheets."""
    spanish = translated(clinic_folder, "signs", FILES["en/signs.yaml"])
    clinic_folder.write("clinic.yaml", FILES["clinic.yaml"])
    signs = approve(clinic_folder)
    languages = FILES["clinic.yaml"].replace("[en]", "[en, es]") + "show-unapproved: no\n"
    clinic_folder.write("clinic.yaml", languages)
    clinic_folder.write("es/signs.yaml", spanish)
    clinic_folder.write("es/disclaimer.yaml", FILES["en/disclaimer.yaml"])
    clinic_folder.write("glossary.yaml", GLOSSARY + "  - term: x\n")
    clinic_folder.write("notice.yaml", "text: Closed.\nuntil: 2026-11-01\n")
    clinic_folder.write("scores/en/signs.yaml", sheet("0" * 16, no=(1, 2, 3, 4)))
    clinic_folder.write("scores/en/other.yaml", sheet("0" * 16).replace("item: 3\n", "item: 4\n"))
    found: list[Problem] = []
    for typed in (f"- {LONG}", "- Have a tonsillectomy", "- A mammogram", "- One. Two. Three. Four.",
                  "- Immediate multidisciplinary consultation necessitates examination"):  # fmt: skip
        clinic_folder.write("en/signs.yaml", signs.replace("- Pain in a bone", typed))
        found += read_content(clinic_folder.path, advice_for=date(2020, 1, 1)).problems
    clinic_folder.write("en/signs.yaml", signs)
    for today in (date(2020, 1, 1), date(2027, 11, 1), date(2029, 1, 1)):
        found += read_content(clinic_folder.path, advice_for=today).problems
    clinic_folder.write("en/signs.yaml", "show-from: 2026-12-02\nshow-until: 2026-12-01\n" + signs)
    clinic_folder.write("en/disclaimer.yaml", "show-from: 2026-12-02\n" + FILES["en/disclaimer.yaml"])
    clinic_folder.write("notice.yaml", NOTICE.replace("until: 2026-11-24", "until: soon") + "translations: [x]\n")
    found += clinic_folder.read().problems
    clinic_folder.write("clinic.yaml", languages + HOURS.replace("17:30", "7:30"))
    return [*found, *clinic_folder.read().problems]


def our_words(text: str) -> str:
    """`text` without what it quotes from the file."""
    return re.sub(r"“[^”]*”|: [\"'].*|[\w/-]+\.yaml", "", text)


def test_there_are_many(every_problem: list[Problem]):
    assert len({problem.code for problem in every_problem}) > 60


def test_no_message_speaks_as_programmers_do(every_problem: list[Problem]):
    for problem in every_problem:
        found = PROGRAMMERS_WORDS.search(our_words(problem.message) + " " + our_words(problem.fix))
        assert not found, problem


def test_message_and_fix_are_one_sentence_each(every_problem: list[Problem]):
    for problem in every_problem:
        assert re.fullmatch(r"[A-Z0-9“][^\n]*\.", problem.message), problem
        assert re.fullmatch(r"[A-Z][^\n]*[.?\"']", problem.fix), problem
        for words in (our_words(problem.message), our_words(problem.fix)):
            assert len(words.split()) <= 28, problem
            assert not re.search(r"[.!?] [A-Z]", words), problem


def test_the_line_itself_is_shown(every_problem: list[Problem]):
    shown = [problem for problem in every_problem if problem.line and problem.code != "empty-file"]
    assert sum(bool(problem.excerpt) for problem in shown) > 0.9 * len(shown)


def test_every_code_is_tried_by_a_test():
    """A message that no test provokes may be wrong for years."""
    content = Path(__file__).parents[2] / "kiosk/content"
    written = "".join(path.read_text("utf-8") for path in content.rglob("*.py"))
    known = set(re.findall(r'^\s+"([a-z]+(?:-[a-z0-9]+)+)",$', written, re.MULTILINE))
    known |= set(re.findall(r'(?:_at|warn|Fault|_refuse|add)\([^"]*?"([a-z]+(?:-[a-z0-9]+)+)"', written))
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.rglob("test_*.py"))
    names = {"whole-word"}.union(*(kind.group.names() for kind in fields.FILES))
    missing = {code for code in known - names if f'"{code}"' not in tests}
    assert missing == set()
