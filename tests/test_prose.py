"""The reader of documents and messages finds what it looks for, and says nothing about plain English."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tools import prose
from tools.prose import (
    CATALOGUE,
    GLOSSARY,
    TABLE,
    TOLD,
    Text,
    documents,
    findings,
    glossary,
    helps,
    messages,
    of_length,
    prose_of,
    told,
)

INSTEAD = {"mend": "fix", "last correct version": "last good copy"}
PLAIN = """# Change a text

Open the file, and fix the line. Patients keep the last good copy until then.

- `mend` is code, and [a link](https://example.org/mend) may lead anywhere.
- An “amendment” is another word.

```sh
mend everything
```
"""


def found(markdown: str) -> list[str]:
    return [str(each) for each in findings(Text("page.md", prose_of(markdown)), INSTEAD)]


def too_long(markdown: str) -> list[str]:
    return [str(each) for each in of_length(Text("page.md", prose_of(markdown)))]


def words(count: int) -> str:
    return "Word" + " word" * (count - 1)


def test_an_address_in_code_ends_where_the_code_ends():
    assert found("Type `https://example.org/` to mend it.") == found("Type it to mend it.") != []


def test_plain_english_passes():
    assert found(PLAIN) == []


@pytest.mark.parametrize("word", ["mend", "Mended", "mends", "mending"])
def test_a_word_that_the_glossary_replaces_is_reported_with_its_line_and_the_better_one(word: str):
    assert found(f"{PLAIN}\nThen {word} it.\n") == [f"page.md:{PLAIN.count(chr(10)) + 2}: “{word}”: the word is “fix”"]


def test_a_phrase_is_found_across_the_end_of_a_line():
    assert found("Patients keep the last\ncorrect version.\n") == [
        "page.md:1: “last correct version”: the word is “last good copy”"
    ]


def test_of_two_phrases_that_overlap_the_longer_one_is_reported_alone():
    instead = {"sign-off": "approval", "sign-off sheet": "score sheet"}
    remarks = findings(Text("page.md", ["One sign-off", "sheet and one sign-off."]), instead)
    assert [(each.line, each.message) for each in remarks] == [
        (1, "“sign-off sheet”: the word is “score sheet”"),
        (2, "“sign-off”: the word is “approval”"),
    ]


def test_a_word_is_found_in_a_table():
    assert found("| a | b |\n|---|---|\n| one | to mend |\n") == ["page.md:3: “mend”: the word is “fix”"]


def test_thirty_words_are_a_sentence_and_thirty_one_are_too_long():
    assert too_long(f"Short.\n\n{words(30)}.\n") == []
    assert too_long(f"Short. Shorter.\n\n{words(31)}.\n") == [
        "page.md:3: the sentence “Word word word word word …” has 31 words; at most 30"
    ]


def test_items_headings_and_cells_end_a_sentence():
    ten = words(10)
    assert too_long(f"## {ten}\n\n- {ten}\n- {ten}\n  {ten}\n1. {ten}\n\n| {ten} | {ten} |\n| {ten} | {ten} |\n") == []


def test_proselint_reads_along():
    (remark,) = found("Fine.\n\nThe clinic is is open.\n")
    assert remark.startswith("page.md:3: ")
    assert remark.endswith("(lexical_illusions)")


def test_the_glossary_is_read_from_contributing_and_not_held_against_itself():
    text = GLOSSARY.read_text("utf-8")
    instead = glossary(text)
    assert instead["mend"] == "fix"
    assert instead["put right"] == "fix"
    assert not any(TABLE in line or line.startswith("| fix |") for line in prose_of(text))
    assert len(prose_of(text)) == len(text.splitlines())


def test_a_term_is_not_a_word_to_avoid_elsewhere():
    instead = glossary(GLOSSARY.read_text("utf-8"))
    assert not {word for term in instead.values() for word in term.split(", ")} & set(instead)


def test_documents_help_messages_and_answers_are_read():
    names = [text.name for text in (*documents(), *helps(), messages(), told())]
    assert {"README.md", "docs/staff.md", "CHANGELOG.md", "kiosk check --help", "kiosk fleet publish --help"} <= set(
        names
    )
    for name, path in ((messages().name, CATALOGUE), (told().name, TOLD)):
        assert ROOT / name == path
    lines = CATALOGUE.read_text("utf-8").splitlines()
    at = messages().lines.index("Are you still there?")
    assert lines[at] == 'msgid "Are you still there?"'
    assert "  A colon is missing after “…”." in told().lines


def test_an_exception_holds_for_its_words_in_its_file_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(prose, "ALLOWED", {("page.md", "mend a net"): "nets are mended"})
    assert found("They mend a net.\n") == []
    assert found("They mend a text.\n") == ["page.md:1: “mend”: the word is “fix”"]
    other = Text("other.md", ["They mend a net."])
    assert [str(each) for each in findings(other, INSTEAD)] == ["other.md:1: “mend”: the word is “fix”"]


def test_every_exception_has_a_reason_and_is_still_needed():
    assert all(prose.NOISE.values())
    texts = {text.name: "\n".join(text.lines) for text in (*documents(), *helps(), messages(), told())}
    for (name, words), reason in prose.ALLOWED.items():
        assert reason
        assert words in texts[name]
