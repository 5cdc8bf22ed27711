"""`history`, `undo` and `restore`: nothing that staff do is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.content.history.generations import History
from tests.commands.clinic_calls import BY, as_printed, call, in_spanish_too, topic
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder


@pytest.fixture
def changed(folder: ClinicFolder) -> ClinicFolder:
    """A clinic that has changed a sentence and its number since the first state that was kept."""
    call(folder, "history")
    folder.write("en/signs.yaml", SIGNS.replace("Pain in a bone", "Pain in a joint"))
    folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "212-444-0199") + "# A comment.\n")
    return folder


def signs(folder: ClinicFolder) -> str:
    return (folder.path / "en/signs.yaml").read_text("utf-8")


class TestHistory:
    """`kiosk history [TOPIC]`."""

    def test_it_says_in_words_what_has_changed(self, changed: ClinicFolder):
        told = call(changed, "history").output
        for line in (
            "  clinic.yaml\n    Changed: phone\n      before: 212-444-0100\n      now:    212-444-0199",
            "    Changed: point under “In the bones”\n      before: Pain in a bone\n      now:    Pain in a joint",
        ):
            assert line in told
        assert "A comment" not in told
        assert told.index("2  ") < told.index("1  "), "the newest comes first"

    def test_a_topic_can_be_asked_for(self, changed: ClinicFolder):
        told = call(changed, "history", "signs").output
        assert "Pain in a joint" in told
        assert "phone" not in told
        assert "Nothing has changed in “disclaimer”" in call(changed, "history", "disclaimer").output

    def test_new_and_removed_files_and_comments_have_a_line(self, changed: ClinicFolder):
        call(changed, "history")
        changed.write("en/more.yaml", SIGNS)
        changed.write("en/signs.yaml", signs(changed) + "# A comment.\n")
        (changed.path / "words.yaml").unlink()
        told = call(changed, "history").output
        for line in ("en/more.yaml: New file.", "words.yaml: Removed.", "en/signs.yaml: Only comments, dates or the"):
            assert line in told

    def test_it_says_who_approved_and_who_withdrew(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        call(folder, "approve", "signs", "--withdraw", "--by", "Dr B. Other")
        told = call(folder, "history", "signs").output
        assert "en/signs.yaml: Approved by Dr A. Example, oncologist." in told
        assert "en/signs.yaml: Dr B. Other withdrew the approval." in told

    def test_what_was_wrong_is_called_so(self, changed: ClinicFolder):
        changed.write("en/signs.yaml", "titel: x\n")
        assert "with an error" in call(changed, "history").output


class TestUndo:
    """`kiosk undo`."""

    def test_the_last_change_is_taken_back_and_that_too(self, changed: ClinicFolder):
        done = call(changed, "undo")
        assert done.exit_code == 0
        assert "again as in generation 1" in done.output
        assert signs(changed) == SIGNS
        assert as_printed(done.output).exit_code == 0
        assert "Pain in a joint" in signs(changed)

    def test_an_error_that_somebody_typed_is_taken_back(self, changed: ClinicFolder):
        call(changed, "history")
        changed.write("en/signs.yaml", "titel: x\n")
        call(changed, "undo")
        assert "Pain in a joint" in signs(changed)

    def test_with_nothing_to_undo_it_says_so(self, folder: ClinicFolder):
        done = call(folder, "undo")
        assert done.exit_code == 1
        assert "nothing to undo" in done.output

    def test_no_approval_comes_back_that_was_withdrawn(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        call(folder, "approve", "signs", "--withdraw", "--by", "Dr A. Example")
        call(folder, "undo")
        assert "status: approved" in signs(folder)
        assert not topic(folder).approved
        assert "Dr A. Example withdrew this approval" in call(folder, "check").output

    def test_what_cannot_be_kept_is_not_changed(self, changed: ClinicFolder, state: Path):
        history = History(changed.path, state)
        history.folder.rename(history.folder.with_name("moved"))
        history.folder.write_text("in its way")
        done = call(changed, "undo")
        assert done.exit_code == 1
        assert "so nothing was changed" in done.output
        assert "Pain in a joint" in signs(changed)


class TestRestore:
    """`kiosk restore GENERATION|DATE [TOPIC]`."""

    def test_one_topic_can_go_back_in_all_its_languages(self, folder: ClinicFolder):
        in_spanish_too(folder)
        spanish = (folder.path / "es/signs.yaml").read_bytes()
        call(folder, "history")
        for name in ("en/signs.yaml", "es/signs.yaml", "en/disclaimer.yaml"):
            path = folder.path / name
            path.write_text(path.read_text("utf-8").replace("title: ", "title: Now "), "utf-8")
        assert call(folder, "restore", "1", "signs").exit_code == 0
        assert signs(folder) == SIGNS
        assert (folder.path / "es/signs.yaml").read_bytes() == spanish
        assert "title: Now" in (folder.path / "en/disclaimer.yaml").read_text("utf-8")

    def test_a_day_is_as_good_as_a_number(self, changed: ClinicFolder):
        call(changed, "undo")
        assert call(changed, "restore", date.today().isoformat()).exit_code == 0
        assert call(changed, "restore", "2").exit_code == 0
        assert "Pain in a joint" in signs(changed)

    @pytest.mark.parametrize(
        ("arguments", "told", "status"),
        [
            (("77",), "There is no generation “77”", 1),
            (("2020-01-01",), "There is no generation “2020-01-01”", 1),
            (("backup.tar.gz",), "There is no file backup.tar.gz", 2),
            (("1", "sings"), "There was no “sings”", 2),
        ],
    )
    def test_what_is_not_there_changes_nothing(
        self, changed: ClinicFolder, arguments: tuple[str, ...], told: str, status: int
    ):
        done = call(changed, "restore", *arguments)
        assert done.exit_code == status
        assert told in done.output
        assert "Pain in a joint" in signs(changed)
