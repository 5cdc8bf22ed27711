"""`groups:` in `clinic.yaml`: what is wrong is said in one sentence, and patients keep what they have."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from kiosk.content.files.hashes import ALL_READ
from kiosk.content.live.at_start import ContentSource, content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.model.library import Group
from kiosk.content.model.times import library_at
from tests.content.sample_clinic import CLINIC, FILES, SIGNS, ClinicFolder, translated

GROUPS = """\
groups:
  - name: {en: Living with it, es: Vivir con la enfermedad}
    menu-text: {en: Pain and sleep.}
    topics: [pain, sleep]
  - name: Your plan
    topics: [plan]
"""
FIRST = CLINIC.count("\n") + 1
"""The line of `groups:`."""


@pytest.fixture
def grouped(clinic_folder: ClinicFolder) -> ClinicFolder:
    for name in ("pain", "sleep", "plan"):
        clinic_folder.write(f"en/{name}.yaml", SIGNS)
    clinic_folder.write("clinic.yaml", CLINIC + GROUPS)
    return clinic_folder


def test_a_group_has_a_name_a_line_below_the_menu_and_topics(grouped: ClinicFolder):
    reading = grouped.read()
    assert reading.diagnostics == ()
    assert reading.library is not None
    assert reading.library.clinic.groups == (
        Group(
            1, {"en": "Living with it", "es": "Vivir con la enfermedad"}, {"en": "Pain and sleep."}, ("pain", "sleep")
        ),
        Group(2, {"en": "Your plan"}, {}, ("plan",)),
    )
    assert reading.library.clinic.offered == ("signs", "feel-unwell", "pain", "sleep", "plan")


# what is typed in place of which words, on which line of the groups, the code, the message and the fix
FAULTS = [
    ("[plan]", "[paln]", 5, "unknown-topic",
     "There is no file paln.yaml for this line of the group.", "Did you mean “plan”?"),
    ("[plan]", "[signs]", 5, "listed-twice", "“signs” is in the menu and in a group.", "Delete one of the two."),
    ("[plan]", "[sleep]", 5, "listed-twice", "“sleep” is in the groups twice.", "Delete one of the two."),
    ("[plan]", "[plan, plan]", 5, "listed-twice", "“plan” is in “topics” twice.", "Delete one of the two."),
    ("[plan]", "[plan, feel-unwell]", 5, "listed-twice",
     "“feel-unwell” always comes first in the menu, so no group needs it.", "Delete it from the group."),
    ("[plan]", "[]", 5, "too-few", "“topics” is empty.", "Type at least one line, or delete it."),
    ("[plan]", "plan", 5, "needs-list",
     "“topics” needs a list.", "Put square brackets around it, such as [pain, feelings]."),
    ("Your plan", "", 4, "empty-value", "“name” is empty.",
     "Type for example “{en: Living with it, es: Vivir con la enfermedad}”."),
    ("Your plan", "{es: Su plan}", 4, "missing-key",
     "This group has no name in English, the language that the kiosk starts with.",
     "Add a line “en:” with the name below “name:”."),
    ("Your plan", "{english: Your plan}", 4, "unknown-key",
     "“english” is not a language.", "It must be the tag of a language, such as en, vi, zh-Hans or pt-BR."),
    ("Your plan", "Your plan: what now", 4, "colon-in-text",
     "The colon after “Your plan” cuts this text in two.",
     'Put quotes around the whole text: "Your plan: what now"'),
    ("Your plan", "{en: " + "plan " * 9 + "}", 4, "too-long",
     "“name in en” has 44 letters, but only 40 fit.", "Make it shorter, or spread it over two."),
]  # fmt: skip


@pytest.mark.parametrize(("words", "typed", "line", "code", "message", "fix"), FAULTS, ids=[each[1] for each in FAULTS])
def test_a_fault_is_one_sentence_with_its_line_and_advice_and_patients_lose_nothing(
    grouped: ClinicFolder, tmp_path: Path, words: str, typed: str, line: int, code: str, message: str, fix: str
):
    last_good = LastGood(tmp_path / "state")
    before = content_at_start(grouped.path, last_good)
    grouped.write("clinic.yaml", CLINIC + GROUPS.replace(words, typed))
    (found,) = grouped.read().diagnostics
    assert (found.file, found.line, found.code) == ("clinic.yaml", FIRST + line, code)
    assert (found.message, found.fix) == (message, fix)
    after = content_at_start(grouped.path, last_good)
    assert after.source is ContentSource.LAST_GOOD
    assert after.library == before.library


def test_a_missing_translation_of_a_name_is_only_a_warning(grouped: ClinicFolder):
    grouped.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]") + GROUPS)
    for name in ("disclaimer", "feel-unwell", "signs", "pain", "sleep", "plan"):
        original = FILES.get(f"en/{name}.yaml", SIGNS)
        grouped.write(f"es/{name}.yaml", translated(grouped, name, original))
    reading = grouped.read()
    assert reading.library is not None
    (found,) = (each for each in reading.diagnostics if each.file == "clinic.yaml")
    assert (found.line, found.code) == (FIRST + 4, "not-translated")
    assert found.message == "This group has no name in Spanish, so patients read it in English."


def test_menu_and_groups_have_nine_lines_at_most(grouped: ClinicFolder):
    names = [f"extra-{number}" for number in range(8)]
    for name in names:
        grouped.write(f"en/{name}.yaml", SIGNS)
    menu = ", ".join(["signs", *names[:6]])
    grouped.write("clinic.yaml", CLINIC.replace("[signs, feel-unwell]", f"[{menu}]") + GROUPS)
    assert grouped.read().diagnostics == ()
    menu += f", {names[6]}"
    grouped.write("clinic.yaml", CLINIC.replace("[signs, feel-unwell]", f"[{menu}]") + GROUPS)
    (found,) = grouped.read().diagnostics
    assert (found.line, found.code) == (FIRST + 4, "too-many")
    assert found.message == "The menu has 8 topics and 2 groups, but only 9 fit."


def test_of_a_large_folder_the_topics_of_groups_are_read_too(grouped: ClinicFolder, tmp_path: Path):
    for number in range(ALL_READ):
        grouped.write(f"en/common-{number}.yaml", SIGNS)
    library = content_at_start(grouped.path, LastGood(tmp_path / "state")).library
    assert set(library.topics["en"]) == {"disclaimer", "feel-unwell", "signs", "pain", "sleep", "plan"}


def test_the_last_good_copy_has_the_groups(grouped: ClinicFolder, tmp_path: Path):
    first = content_at_start(grouped.path, LastGood(tmp_path / "state")).library
    assert content_at_start(grouped.path, LastGood(tmp_path / "state")).library.clinic.groups == first.clinic.groups


def test_a_group_keeps_its_number_while_a_page_before_it_is_not_shown(grouped: ClinicFolder):
    for name in ("pain", "sleep"):
        grouped.write(f"en/{name}.yaml", SIGNS.replace("review:", "show-until: 2026-11-30\nreview:"))
    library = grouped.read().library
    assert library is not None
    (left,) = library_at(library, datetime(2026, 12, 24)).clinic.groups
    assert (left.number, left.topics) == (2, ("plan",))


def test_a_clinic_that_shows_only_approved_texts_has_no_empty_group(grouped: ClinicFolder):
    grouped.write("clinic.yaml", CLINIC + GROUPS + "show-unapproved: no\n")
    library = grouped.read().library
    assert library is not None
    assert library.clinic.groups == ()
