"""Sign-off sheets: complete, for the present text, and scored from their answers."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from kiosk.content.advice.score_file import ENOUGH, FOLDER, QUESTIONS, Sheet, read_sheet
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.reader import read_content
from tests.conftest import ROOT
from tests.content.sample_clinic import SIGNS, ClinicFolder

CONTENT = ROOT / "content"
TODAY = date(2026, 11, 22)


def sheet(text: str, no: tuple[int, ...] = ()) -> str:
    """A sheet in which every answer gives a point but those to the questions `no`."""
    lines = ["topic: signs", f"text: {text}", "kind: independent", "by: A. Example", "date: 2026-11-22"]
    for part, questions in QUESTIONS.items():
        lines.append(f"{part}:")
        good, bad = ("yes", "no") if part == "clear-communication" else ("agree", "disagree")
        for number in questions:
            lines += [f"  - item: {number}", f"    answer: {bad if number in no else good}", "    why: It is so."]
    return "\n".join(lines) + "\n"


@pytest.fixture
def written(clinic_folder: ClinicFolder) -> str:
    """What stands for the sample's text."""
    (clinic_folder.path / FOLDER / "en").mkdir(parents=True)
    library = clinic_folder.read().library
    assert library is not None
    return library.topic("signs", "en").written


def found(folder: ClinicFolder, text: str) -> list[tuple[str, int]]:
    """Code and line of each remark on a sheet."""
    folder.write("scores/en/signs.yaml", text)
    diagnostics = read_content(folder.path, advice_for=TODAY).diagnostics
    assert {diagnostic.file for diagnostic in diagnostics} <= {"scores/en/signs.yaml"}
    return [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics]


def test_a_right_sheet_is_not_remarked_on(clinic_folder: ClinicFolder, written: str):
    assert found(clinic_folder, sheet(written)) == []


def test_it_holds_for_exactly_this_text(clinic_folder: ClinicFolder, written: str):
    text = sheet(written)
    clinic_folder.write("en/signs.yaml", SIGNS.replace("Pain in a bone", "Pain in a joint"))
    assert found(clinic_folder, text) == [("score-old", 2)]


def test_a_mistake_in_the_topic_is_not_told_as_if_the_topic_were_missing(clinic_folder: ClinicFolder, written: str):
    clinic_folder.write("scores/en/signs.yaml", sheet(written))
    clinic_folder.write("en/signs.yaml", SIGNS.replace("title:", "titel:", 1))
    diagnostics = read_content(clinic_folder.path, advice_for=TODAY).diagnostics
    assert {diagnostic.file for diagnostic in diagnostics} == {"en/signs.yaml"}


def test_a_low_score_is_told(clinic_folder: ClinicFolder, written: str):
    text = sheet(written, no=(1, 2, 3, 4))
    assert [code for code, _ in found(clinic_folder, text)] == ["score-low", "score-low"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("topic: signs", "topic: sings", "unknown-topic"),
        ("  - item: 3\n", "  - item: 4\n", "missing-answer"),
        ("  - item: 19\n", "  - item: 14\n", "missing-answer"),
        ("answer: agree", "answer: perhaps", "unknown-value"),
        ("    why: It is so.\n", "", "missing-key"),
        ("kind: independent\n", "", "missing-key"),
        ("  - item: 26\n    answer: agree\n    why: It is so.\n", "", "too-few"),
        ("text: ", "text: x", "wrong-form"),
    ],
)
def test_a_fault_is_told_and_stops_nothing(clinic_folder: ClinicFolder, written: str, old: str, new: str, code: str):
    text = sheet(written)
    assert old in text
    assert code in [kind for kind, _ in found(clinic_folder, text.replace(old, new, 1))]
    assert clinic_folder.read().library is not None


def test_the_score_counts_the_questions_that_apply():
    answers = {1: "agree", 2: "disagree", 3: "not applicable", 4: "agree"}
    scored = Sheet("signs", "en", "", "independent", {"actionability": answers})
    assert scored.percent("actionability") == pytest.approx(200 / 3)
    nothing = Sheet("signs", "en", "", "independent", {"actionability": {1: "not applicable"}})
    assert nothing.percent("actionability") == 0


def test_a_quote_that_is_not_on_the_page_is_told(clinic_folder: ClinicFolder, written: str):
    right, wrong = '    quote: "Pain in a bone"\n', '    quote: "Pain in a tooth"\n'
    text = sheet(written).replace("    why: It is so.\n", "    why: It is so.\n" + right, 1)
    assert found(clinic_folder, text) == []
    assert found(clinic_folder, text.replace(right, wrong)) == [("quote-gone", 10)]


def test_the_main_message_is_in_words_of_the_page(clinic_folder: ClinicFolder, written: str):
    text = sheet(written).replace("kind:", "main-message: In the bones\nkind:", 1)
    assert found(clinic_folder, text) == []
    assert found(clinic_folder, text.replace("In the bones", "In the teeth")) == [("quote-gone", 3)]


class TestShipped:
    """Two readings of every text, in each language."""

    @pytest.fixture(params=sorted(f"{path.parent.name}/{path.stem}" for path in CONTENT.glob("e[ns]/*.yaml")))
    def page(self, request: pytest.FixtureRequest) -> str:
        return str(request.param)

    @pytest.fixture(params=["", "-2"])
    def read(self, request: pytest.FixtureRequest, page: str) -> Sheet:
        path = CONTENT / FOLDER / f"{page}{request.param}.yaml"
        read, _, diagnostics = read_sheet(path, path.name, page[:2], fastest_reader())
        assert read is not None, diagnostics.report()
        return read

    def test_it_is_for_what_the_text_says_now(self, read: Sheet, page: str, library):
        assert read.topic == page[3:]
        assert read.text == library.topics[page[:2]][page[3:]].written
        assert read.kind == "self-assessment", "nobody from outside has scored them"

    def test_it_scores_enough(self, read: Sheet):
        assert [part for part, enough in ENOUGH.items() if read.percent(part) < enough] == []

    def test_no_picture_is_claimed_to_say_the_message(self, read: Sheet):
        assert read.answers["clear-communication"][4] == "no", "with large letters there is none"

    def test_the_second_reading_has_reasons_of_its_own_and_both_quote_the_page(self, page: str):
        first, second = (
            yaml.load((CONTENT / FOLDER / f"{page}{each}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
            for each in ("", "-2")
        )
        same = [
            one["why"]
            for part in QUESTIONS
            for one, other in zip(first[part], second[part], strict=True)
            if one["why"] == other["why"] and one["answer"] not in ("not applicable", "no", "disagree")
        ]
        assert len(same) <= (8 if page.endswith(("disclaimer", "feel-unwell")) else 0)
        assert sum("quote" in each for part in QUESTIONS for each in second[part]) >= 20
