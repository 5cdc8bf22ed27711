"""Every message is written for somebody at a reception desk."""

import re
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.advice.no_answer import NO_ANSWER
from kiosk.content.approval.new_topic import new_topic
from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.content.reader import read_content
from kiosk.content.schema import fields
from kiosk.speech.doubts import doubts
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
SECTIONS = (
    "sections:\n  - text: You are not alone. We can help. Please call us.\n",
    "sections:\n  - heading: Call us about\n    points:\n      - Worry about your health\n",
    "sections:\n  - heading: Call us about\n    text: You can also come here.\n",
    "sections:\n  - points:\n" + "      - We can look at the sign and you can rest for a bit at home in bed\n" * 7,
)
"""Sections that sound clipped or torn."""


@pytest.fixture(scope="module")
def every_diagnostic(tmp_path_factory: pytest.TempPathFactory) -> list[Diagnostic]:
    """All problems of all faulty files that these tests know."""
    clinic_folder = sample(tmp_path_factory.mktemp("clinic"))
    diagnostics: list[Diagnostic] = []
    for line, typed, _, _ in FAULTS + WARNED:
        clinic_folder.change_line("en/signs.yaml", line, typed)
        diagnostics += clinic_folder.read().diagnostics
    for raw, _, _ in WRONG.values():
        clinic_folder.write("en/signs.yaml", raw)
        diagnostics += clinic_folder.read().diagnostics
    clinic_folder.write("en/signs.yaml", FILES["en/signs.yaml"])
    for line, typed, _, _ in CLINICS:
        clinic_folder.change_line("clinic.yaml", line, typed)
        diagnostics += clinic_folder.read().diagnostics
    return diagnostics + remarks(clinic_folder)


def remarks(clinic_folder: ClinicFolder) -> list[Diagnostic]:
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
    found: list[Diagnostic] = []
    for typed in (f"- {LONG}", "- Have a tonsillectomy", "- A mammogram", "- One. Two. Three. Four.",
                  "- Immediate multidisciplinary consultation necessitates examination",
                  "- Call 212-444-0100", "- Call 1-212-555-3434", "- A test called XYZ",
                  "- Bone &amp; **joint** pain, [NAME]<br/>", "- A sign ∑"):  # fmt: skip
        clinic_folder.write("en/signs.yaml", signs.replace("- Pain in a bone", typed))
        found += read_content(clinic_folder.path, advice_for=date(2020, 1, 1), listen=doubts).diagnostics
    for section in SECTIONS:
        clinic_folder.write("en/disclaimer.yaml", FILES["en/disclaimer.yaml"].split("sections:")[0] + section)
        found += read_content(clinic_folder.path, advice_for=date(2026, 11, 22)).diagnostics
    clinic_folder.write("en/signs.yaml", signs)
    for today in (date(2020, 1, 1), date(2027, 11, 1), date(2029, 1, 1)):
        found += read_content(clinic_folder.path, advice_for=today).diagnostics
    clinic_folder.write("en/signs.yaml", "show-from: 2026-12-02\nshow-until: 2026-12-01\n" + signs)
    clinic_folder.write("en/disclaimer.yaml", "show-from: 2026-12-02\n" + FILES["en/disclaimer.yaml"])
    clinic_folder.write("notice.yaml", NOTICE.replace("until: 2026-11-24", "until: soon") + "translations: [x]\n")
    found += clinic_folder.read().diagnostics
    clinic_folder.write("clinic.yaml", languages + HOURS.replace("17:30", "7:30"))
    found += clinic_folder.read().diagnostics
    return [*found, NO_ANSWER, *of_a_clinic_that_is_not_ready(clinic_folder)]


def of_a_clinic_that_is_not_ready(clinic_folder: ClinicFolder) -> list[Diagnostic]:
    """All that is told of samples, of numbers that nobody dialed, and of emergency cards."""
    for file in ("notice.yaml", "es/disclaimer.yaml", "scores/en/signs.yaml", "scores/en/other.yaml"):
        (clinic_folder.path / file).unlink()
    for file, text in FILES.items():
        clinic_folder.write(file, text)
    sample_clinic = FILES["clinic.yaml"].replace("Harbor", "Sample").replace("212-444-0100", "555-0142")
    clinic_folder.write("clinic.yaml", sample_clinic.replace("answered: day and night\n", "crisis-line: 000-0000\n"))
    clinic_folder.write("en/extra.yaml", new_topic(clinic_folder.path, "en", "extra", None, date(2026, 11, 22)) or "")
    signs = FILES["en/signs.yaml"]
    clinic_folder.write("en/signs.yaml", signs.replace("Call <phone>", "Call 911"))
    card = FILES["en/feel-unwell.yaml"]
    clinic_folder.write("en/feel-unwell.yaml", card.replace("level: emergency", "level: urgent"))
    clinic_folder.write("words.yaml", "words:\n  - write: 555\n    say: nine\n")
    found = [*read_content(clinic_folder.path, advice_for=date(2026, 11, 22)).diagnostics]
    clinic_folder.write("words.yaml", FILES["words.yaml"])
    clinic_folder.write("en/signs.yaml", signs)
    clinic_folder.write("en/feel-unwell.yaml", card)
    copied = translated(clinic_folder, "signs", signs, copied=True)
    clinic_folder.write(
        "clinic.yaml", FILES["clinic.yaml"].replace("[en]", "[en, es]").replace("212-444-0100", "212-444-0101")
    )
    clinic_folder.write("es/signs.yaml", copied)
    return [*found, *read_content(clinic_folder.path, advice_for=date(2026, 11, 22)).diagnostics]


def our_words(text: str) -> str:
    """`text` without what it quotes from the file."""
    return re.sub(r"“[^”]*”|: [\"'].*|[\w/-]+\.yaml", "", text)


def test_there_are_many(every_diagnostic: list[Diagnostic]):
    assert len({diagnostic.code for diagnostic in every_diagnostic}) > 60


def test_no_message_speaks_as_programmers_do(every_diagnostic: list[Diagnostic]):
    for diagnostic in every_diagnostic:
        found = PROGRAMMERS_WORDS.search(our_words(diagnostic.message) + " " + our_words(diagnostic.fix))
        assert not found, diagnostic


def test_message_and_fix_are_one_sentence_each(every_diagnostic: list[Diagnostic]):
    for diagnostic in every_diagnostic:
        assert re.fullmatch(r"[A-Z0-9“][^\n]*\.", diagnostic.message), diagnostic
        assert re.fullmatch(r"[A-Z][^\n]*[.?\"']", diagnostic.fix), diagnostic
        for words in (our_words(diagnostic.message), our_words(diagnostic.fix)):
            assert len(words.split()) <= 28, diagnostic
            assert not re.search(r"[.!?] [A-Z]", words), diagnostic


def test_the_line_itself_is_shown(every_diagnostic: list[Diagnostic]):
    shown = [diagnostic for diagnostic in every_diagnostic if diagnostic.line and diagnostic.code != "empty-file"]
    assert sum(bool(diagnostic.excerpt) for diagnostic in shown) > 0.9 * len(shown)


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
