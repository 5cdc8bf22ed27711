"""Every message is written for somebody at a reception desk."""

import re
from pathlib import Path

import pytest

from kiosk.content.problem import Problem
from tests.content.sample_clinic import FILES, sample
from tests.content.test_faulty_files import FAULTS, WARNED
from tests.content.test_whole_files import WRONG
from tests.content.test_whole_set import CLINICS

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
    return problems


def our_words(text: str) -> str:
    """`text` without what it quotes from the file."""
    return re.sub(r"“[^”]*”|: [\"'].*|[\w/-]+\.yaml", "", text)


def test_there_are_many(every_problem: list[Problem]):
    assert len({problem.code for problem in every_problem}) > 35


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
    written = "".join(path.read_text("utf-8") for path in content.glob("*.py"))
    known = set(re.findall(r'^\s+"([a-z]+(?:-[a-z0-9]+)+)",$', written, re.MULTILINE))
    known |= set(re.findall(r'(?:_at|warn|Fault|_refuse|add)\([^"]*?"([a-z]+(?:-[a-z0-9]+)+)"', written))
    tests = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    names = {"menu-label", "last-changed", "how-soon", "warn-after", "emergency-number", "whole-word"}
    missing = {code for code in known - names if f'"{code}"' not in tests}
    assert missing == set()
