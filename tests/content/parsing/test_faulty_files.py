"""What staff get wrong, and the line and the name under which they are told.

Each case spoils one line of the sample file `en/signs.yaml` (see `sample_clinic.py`), and nothing else is wrong with
it: so exactly one problem is expected, on the line that a person would point at.
"""

import pytest

from kiosk.content.parsing.yaml_events import Reader
from tests.content.sample_clinic import ClinicFolder, codes

SAME_LINE = 0

# line that is changed, what is typed there, the problem's name, the line that is blamed where it is another
FAULTS = [
    # a colon or its space is missing
    (1, "title The signs", "missing-colon", SAME_LINE),
    (1, "title:The signs", "missing-space", SAME_LINE),
    (1, "title; The signs", "missing-colon", SAME_LINE),
    (1, "title = The signs", "missing-colon", SAME_LINE),
    (2, "menu-label Signs", "missing-colon", SAME_LINE),
    (4, "review", "missing-colon", SAME_LINE),
    (5, "  status not yet approved", "missing-colon", SAME_LINE),
    (6, "sources", "missing-colon", SAME_LINE),
    (7, "  - name American Cancer Society", "missing-colon", SAME_LINE),
    (10, "  - heading In the bones", "missing-colon", SAME_LINE),
    (11, "    facts [signs.bone-pain]", "missing-colon", SAME_LINE),
    (12, "    text >", "missing-colon", SAME_LINE),
    (17, "    points", "missing-colon", SAME_LINE),
    (22, "    contact Call your care team.", "missing-colon", SAME_LINE),
    (23, "    how-soon:Today", "missing-space", SAME_LINE),
    (5, "  no", "needs-entries", SAME_LINE),
    # a colon too many
    (1, "title: The signs: an overview", "colon-in-text", SAME_LINE),
    (7, "  - name: American Cancer Society: Signs", "colon-in-text", SAME_LINE),
    (18, "      - Call us: 212-444-0100", "colon-in-text", SAME_LINE),
    (18, "      - Note: pain in a bone", "colon-in-text", SAME_LINE),
    (18, "      - If you have:", "colon-in-text", SAME_LINE),
    (22, "    contact: Please: call your care team", "colon-in-text", SAME_LINE),
    # words after a hash would vanish
    (1, "title: The signs # 1", "words-after-hash", SAME_LINE),
    (18, "      - Pain in a bone # or in a joint", "words-after-hash", SAME_LINE),
    (18, "      - #Pain in a bone", "words-after-hash", SAME_LINE),
    (18, "      - We are # 1\n        in the county", "words-after-hash", SAME_LINE),
    (22, "    contact: Call extension # 12.", "words-after-hash", SAME_LINE),
    (23, "    how-soon: # Today", "words-after-hash", SAME_LINE),
    # names
    (1, "titel: The signs", "unknown-key", SAME_LINE),
    (1, "Title: The signs", "unknown-key", SAME_LINE),
    (2, "menu label: Signs", "unknown-key", SAME_LINE),
    (2, "menu_label: Signs", "unknown-key", SAME_LINE),
    (2, "colour: pink", "unknown-key", SAME_LINE),
    (2, "title: Signs", "duplicate-key", SAME_LINE),
    (10, "  - headline: In the bones", "unknown-key", SAME_LINE),
    (23, "    how-soon: Today\n    contact: Call us again.", "duplicate-key", 24),
    # sentences that start with a sign
    (18, "      - *Pain* in a bone", "starts-with-sign", SAME_LINE),
    (18, "      - *pain", "starts-with-sign", SAME_LINE),
    (18, "      - & pain in a bone", "starts-with-sign", SAME_LINE),
    (18, "      - &pain in a bone", "starts-with-sign", SAME_LINE),
    (18, "      - !Important pain", "starts-with-sign", SAME_LINE),
    (18, "      - ! Pain", "starts-with-sign", SAME_LINE),
    (18, "      - % of pain", "starts-with-sign", SAME_LINE),
    (18, "      - @clinic", "starts-with-sign", SAME_LINE),
    (18, "      - `pain`", "starts-with-sign", SAME_LINE),
    (18, "      - > 5 weeks of pain", "starts-with-sign", SAME_LINE),
    (18, "      - | pain", "starts-with-sign", SAME_LINE),
    (18, "      - [New] pain", "starts-with-sign", SAME_LINE),
    (18, "      - [New pain]", "starts-with-sign", SAME_LINE),
    (18, "      - {New} pain", "starts-with-sign", SAME_LINE),
    (18, "      - ? Pain", "starts-with-sign", SAME_LINE),
    (18, "      - , pain", "starts-with-sign", SAME_LINE),
    (12, "    text: > Pain that stays.", "starts-with-sign", SAME_LINE),
    (12, "    text: >#", "starts-with-sign", SAME_LINE),
    (1, "title: *The signs*", "starts-with-sign", SAME_LINE),
    (2, "<<: *signs", "starts-with-sign", SAME_LINE),
    (11, "    facts: [signs.bone-pain?]", "starts-with-sign", SAME_LINE),
    (11, "    facts: [signs.bone-pain, signs.cough", "unclosed-bracket", SAME_LINE),
    # quotes
    (18, "      - 'Don't wait'", "quote-inside", SAME_LINE),
    (18, '      - "Pain" in a bone', "quote-inside", SAME_LINE),
    (18, '      - "Pain in a bone', "unclosed-quote", SAME_LINE),
    (18, "      - 'Pain in a bone", "unclosed-quote", SAME_LINE),
    (1, '"The signs', "unclosed-quote", SAME_LINE),
    (1, 'title: "The signs', "unclosed-quote", SAME_LINE),
    (18, '      - "Pain \\d in a bone"', "backslash", SAME_LINE),
    (18, '      - "Pain \\e[31m in a bone"', "backslash", SAME_LINE),
    # spaces, dashes and depth
    (2, "\tmenu-label: Signs", "tab", SAME_LINE),
    (18, "\t- Pain in a bone", "tab", SAME_LINE),
    (18, "     \u00a0- Pain in a bone", "odd-space", SAME_LINE),
    (23, "\u00a0   how-soon: Today", "odd-space", SAME_LINE),
    (2, "  menu-label: Signs", "wrong-indent", SAME_LINE),
    (18, "     - Pain in a bone", "wrong-indent", 19),
    (23, "   how-soon: Today", "wrong-indent", SAME_LINE),
    (18, "      - - Pain in a bone", "not-a-list", SAME_LINE),
    (17, "    points: - Pain in a bone", "dash-after-colon", SAME_LINE),
    (18, "      - [[[[[[[[[[pain]]]]]]]]]]", "too-deep", SAME_LINE),
    # a line of a list that starts as it does elsewhere
    (18, "      -Pain in a bone", "list-sign", SAME_LINE),
    (18, "      • Pain in a bone", "list-sign", SAME_LINE),
    (19, "      -Shortness of breath", "list-sign", SAME_LINE),
    (19, "      • Shortness of breath", "list-sign", SAME_LINE),
    (19, "      – Shortness of breath", "list-sign", SAME_LINE),
    (19, "      1. Shortness of breath", "list-sign", SAME_LINE),
    (19, "      * Shortness of breath", "list-sign", SAME_LINE),
    (19, "      • Breath: too short", "list-sign", SAME_LINE),
    (19, "     • Shortness of breath", "list-sign", SAME_LINE),
    (21, "  -level: urgent", "list-sign", SAME_LINE),
    (26, "  -level: routine", "list-sign", SAME_LINE),
    # a line that belongs to no text is read as the end of the one above
    (19, "        Shortness of breath", "two-in-one", SAME_LINE),
    (17, "      points:", "name-in-text", SAME_LINE),
    (17, "      address: https://www.cancer.org/", "name-in-text", SAME_LINE),
    # notes for staff among what patients read
    (14, "      # Ask Dr A. about this.", "note-in-text", SAME_LINE),
    (22, "    contact: |\n      Call.\n      #Ask Dr A.", "note-in-text", 24),
    (22, '    contact: "Call\n      # Ask Dr A.\n      now."', "note-in-text", 23),
    # one part of a file where another belongs
    (5, "  status: aproved", "unknown-value", SAME_LINE),
    (21, "  - level: Urgent", "unknown-value", SAME_LINE),
    (21, "  - level: important", "unknown-value", SAME_LINE),
    (3, "last-changed: 2026-13-45", "bad-date", SAME_LINE),
    (3, "last-changed: 22/11/2026", "bad-date", SAME_LINE),
    (3, "last-changed: 20261122", "bad-date", SAME_LINE),
    (3, "last-changed: 2026-W47-7", "bad-date", SAME_LINE),
    (3, "last-changed: 0226-11-22", "bad-date", SAME_LINE),
    (3, "last-changed: today", "bad-date", SAME_LINE),
    (8, "    address: www.cancer.org", "wrong-form", SAME_LINE),
    (8, "    address: http://www.cancer.org", "wrong-form", SAME_LINE),
    (11, "    facts: [bone pain]", "wrong-form", SAME_LINE),
    (11, "    facts: signs.bone-pain", "needs-list", SAME_LINE),
    (26, "  - level: emergency", "card-order", SAME_LINE),
    (2, "questions: What is it?", "needs-list", SAME_LINE),
    (2, "questions: [Tell me more.]", "wrong-form", SAME_LINE),
    (2, "questions:\n" + "\n".join(["  - Why?"] * 6), "too-many", 8),
    (2, "web-address: www.cancer.org", "wrong-form", SAME_LINE),
    (2, "web-adress: https://www.cancer.org", "unknown-key", SAME_LINE),
    (1, "title:", "empty-value", SAME_LINE),
    (18, "      -", "empty-value", SAME_LINE),
    (1, "title: " + "Signs " * 11, "too-long", SAME_LINE),
    (18, "      - " + "pain " * 70, "too-long", SAME_LINE),
    (18, "\n".join(["      - pain"] * 7), "too-many", 25),
    (1, "# title: The signs", "missing-key", 2),
    (23, "", "missing-key", 21),
    # placeholders
    (16, "      Call <fone> if you can.", "unknown-placeholder", SAME_LINE),
    (16, "      Call <Phone> if you can.", "unknown-placeholder", SAME_LINE),
    (16, "      Call <b>now</b> if you can.", "unknown-placeholder", SAME_LINE),
    (16, "      Call <phone if you can.", "unknown-placeholder", SAME_LINE),
    (16, "      Call < phone > if you can.", "unknown-placeholder", SAME_LINE),
    (16, "      Call <phone > if you can.", "unknown-placeholder", SAME_LINE),
    (16, "      Call {phone} if you can.", "unknown-placeholder", SAME_LINE),
    (16, "      Call {{ Emergency number }} if you can.", "unknown-placeholder", SAME_LINE),
    (22, "    contact: Call <emergency number>.", "unknown-placeholder", SAME_LINE),
    # signs that nobody sees, or that were spoilt
    (18, "      - Don\u00e2\u20ac\u2122t wait", "garbled-letter", SAME_LINE),
    (18, "      - A caf\u00c3\u00a9", "garbled-letter", SAME_LINE),
    (18, "      - 38 \u00c2\u00b0C", "garbled-letter", SAME_LINE),
    (18, "      - A caf\ufffd", "lost-letter", SAME_LINE),
    (18, "      - Pain\x1b[2J", "control-character", SAME_LINE),
    (18, "      - Pain\x00", "control-character", SAME_LINE),
    (18, "      - Pain\x7f", "control-character", SAME_LINE),
    (18, "      - Pain\x85", "control-character", SAME_LINE),
    (18, "      - Pain\u202e niap", "control-character", SAME_LINE),
    (18, "      - Pain\u2028", "control-character", SAME_LINE),
    (18, "      - Pain\ufffe", "control-character", SAME_LINE),
    # nobody can tell
    (2, "All signs", "cannot-read", SAME_LINE),
    (2, "[Signs]: all", "no-name", SAME_LINE),
    # more than one page, or instructions to the reader
    (20, "---\ncards:", "second-part", SAME_LINE),
    (1, "%YAML 1.1\n---\ntitle: The signs", "percent-line", SAME_LINE),
]

WARNED = [
    (18, "      - Pain\u200b in a bone", "unseen-character", SAME_LINE),
    (18, "      - Pain\ufeff in a bone", "unseen-character", SAME_LINE),
    (14, "      - Tell us about it.", "list-in-text", SAME_LINE),
    (19, "        -Shortness of breath", "list-in-text", SAME_LINE),
    (19, "        – Shortness of breath", "list-in-text", SAME_LINE),
    (18, "      - Pain\n        1. Tell us about it.", "list-in-text", 19),
]


@pytest.mark.parametrize(("line", "typed", "code", "blamed"), FAULTS, ids=[f"{c[2]} {c[1]!a}"[:60] for c in FAULTS])
def test_a_fault_is_named_on_its_line(
    clinic_folder: ClinicFolder, reader: Reader, line: int, typed: str, code: str, blamed: int
):
    clinic_folder.change_line("en/signs.yaml", line, typed)
    reading = clinic_folder.read(reader)
    assert reading.library is None
    found = codes(reading.diagnostics)
    assert found == [(code, blamed or line)] * len(found)
    assert {diagnostic.file for diagnostic in reading.diagnostics} == {"en/signs.yaml"}
    assert all(diagnostic.column > 0 for diagnostic in reading.diagnostics)


@pytest.mark.parametrize(("line", "typed", "code", "blamed"), WARNED, ids=[case[2] for case in WARNED])
def test_what_is_odd_but_harmless_is_a_warning(
    clinic_folder: ClinicFolder, reader: Reader, line: int, typed: str, code: str, blamed: int
):
    clinic_folder.change_line("en/signs.yaml", line, typed)
    reading = clinic_folder.read(reader)
    assert reading.library is not None
    assert codes(reading.diagnostics) == [(code, blamed or line)]
