"""A field that has a role in the table is on the page, in the voice, in the approval, in the diff and in the grade."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.content.advice import wording
from kiosk.content.advice.reading_grade import grade_topic
from kiosk.content.approval import approved_texts, edit_review
from kiosk.content.files import build, topic_file
from kiosk.content.live.at_start import content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.model.block import Role
from kiosk.content.reader import read_content
from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.visit.layout.grid import Grid
from kiosk.visit.transcript import transcript
from tests.commands.clinic_calls import BY, call, topic
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder, sample

NEW = Field("advice", Kind.TEXT, "What to do first.", "Rest a little.", most=300, role=Role.TEXT)
WORDS = "Rest a little, and call <phone>."
OTHER = "Run a little, and call <phone>."
PHONE = "212-555-1212"
LONG = "Rest " + "and rest and rest " * 10 + "and call <phone>."
READERS = (build, topic_file, wording, approved_texts, edit_review)
"""The modules that read the table of a topic."""
PLACES = {
    "advice": ("sections:\n  - head", f"advice: {WORDS}\nsections:\n  - head"),
    "sections/0/advice": ("    points:\n      - Pain", f"    advice: {WORDS}\n    points:\n      - Pain"),
    "cards/0/advice": ("    how-soon: Today", f"    how-soon: Today\n    advice: {WORDS}"),
}
"""Where the field is added, and how the sample has it there."""


def with_field(table: Field, names: list[str]) -> Field:
    """A copy of `table` with the new field at the end of the group that `names` lead to."""
    if not names:
        return replace(table, fields=(*table.fields, NEW))
    own = table.field(names[0])
    assert own
    assert own.member
    changed = replace(own, member=with_field(own.member, names[1:]))
    return replace(table, fields=tuple(changed if each is own else each for each in table.fields))


@pytest.fixture(params=PLACES)
def path(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where in a topic a copy of the table has the new field."""
    path: str = request.param
    table = with_field(TOPIC, [name for name in path.split("/")[:-1] if not name.isdecimal()])
    for module in READERS:
        monkeypatch.setattr(module, "TOPIC", table)
    return path


@pytest.fixture
def folder(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ClinicFolder:
    """The sample with the new field, approved."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    folder = sample(tmp_path)
    folder.write("clinic.yaml", CLINIC.replace("212-444-0100", PHONE))
    old, new = PLACES[path]
    assert SIGNS.count(old) == 1
    folder.write("en/signs.yaml", SIGNS.replace(old, new))
    assert call(folder, "approve", "signs", *BY).exit_code == 0
    assert topic(folder).approved
    return folder


def edit(folder: ClinicFolder, new: str) -> None:
    """Other words in the new field."""
    text = (folder.path / "en/signs.yaml").read_text("utf-8")
    assert text.count(WORDS) == 1
    folder.write("en/signs.yaml", text.replace(WORDS, new))


def test_it_is_shown_and_spoken(folder: ClinicFolder):
    library = read_content(folder.path).library
    assert library
    pages = [page for page in transcript(library, "en", Grid(80, 24)) if page.page.startswith("signs")]
    assert any(f"Rest a little, and call {PHONE}." in shown for page in pages for shown in page.shown)
    assert any("Rest a little" in spoken for page in pages for spoken in page.spoken)


def test_an_edit_of_it_voids_the_approval_and_is_told(folder: ClinicFolder, path: str):
    edit(folder, OTHER)
    assert not topic(folder).approved
    assert "is not exactly the page that was approved" in call(folder, "check").output
    told = call(folder, "diff", "signs").output
    assert f"Changed: {NEW.name}" in told
    assert "before: [Rest] a little, and call <phone>." in told
    assert "now:    [Run] a little, and call <phone>." in told


def test_it_is_graded_and_remarked_on(folder: ClinicFolder):
    assert WORDS.replace("<phone>", PHONE) in [block.text for block in grade_topic(topic(folder)).blocks]
    edit(folder, LONG)
    assert "The sentence that starts with “Rest and rest" in call(folder, "check").output


def test_a_pronunciation_that_touches_it_voids_the_approval(folder: ClinicFolder):
    folder.write("words.yaml", "words:\n  - write: Rest\n    say: Run\n")
    assert not topic(folder).approved


def test_a_translation_has_to_say_it_too(folder: ClinicFolder):
    before = topic(folder).written
    edit(folder, OTHER)
    assert topic(folder).written != before


def test_the_last_good_copy_has_it(folder: ClinicFolder, path: str, tmp_path: Path):
    kept = LastGood(tmp_path / "kept")
    content_at_start(folder.path, kept)
    copy = kept.load(folder.path)
    assert copy
    assert copy.library == read_content(folder.path).library
    assert copy.library.topic("signs", "en").text(path)


def test_who_does_not_have_it_keeps_approval_and_translation(
    path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    folder = sample(tmp_path)
    with_it = topic(folder)
    for module in READERS:
        monkeypatch.setattr(module, "TOPIC", TOPIC)
    without = topic(folder)
    assert (with_it.fingerprint, with_it.written) == (without.fingerprint, without.written)
