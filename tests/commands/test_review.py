"""`review`: a clinician reads what waits, and approves it only by a typed word."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.content.record.approvals import Record, read_approvals
from tests.commands.clinic_calls import BY, call, in_spanish_too, topic
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder, translated

NURSE = ("--by", "B. Nurse", "--role", "nurse")


def review(folder: ClinicFolder, answers: str, *arguments: str) -> Result:
    done = CliRunner().invoke(main, ["review", *arguments, "--content", str(folder.path)], input=answers)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def lines(folder: ClinicFolder) -> tuple[Record, ...]:
    return read_approvals(folder.path)[0]


class TestSitting:
    """All that waits, in one sitting."""

    def test_everything_that_waits_is_approved_by_typing_yes(self, folder: ClinicFolder):
        done = review(folder, "yes\nyes\nyes\n", *BY)
        assert done.exit_code == 0
        assert "You approved 3 of 3" in done.output
        assert all(topic(folder, name).approved for name in ("signs", "feel-unwell", "disclaimer"))
        assert [each.by for each in lines(folder)] == ["Dr A. Example"] * 3
        assert "No text waits for your approval." in review(folder, "", *BY).output

    def test_a_text_is_read_as_patients_see_and_hear_it_with_its_sources(self, folder: ClinicFolder):
        says = "    source-says: Bones may hurt.\n    address: https://example.org/\n"
        folder.write("en/signs.yaml", SIGNS.replace("    facts: [signs", says + "    facts: [signs"))
        told = review(folder, "stop\n", *BY, "signs").output
        assert "nobody has approved this text yet" in told
        assert "  Call 212-444-0100 if you can.\n    (spoken: Call two one two," in told
        assert "In the bones\n    “Bones may hurt.”\n    https://example.org/" in told
        assert "American Cancer Society" in told
        assert "Help: H" not in told

    def test_what_has_changed_since_the_last_approval_is_said_in_words(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        path = folder.path / "en/signs.yaml"
        path.write_text(path.read_text("utf-8").replace("Pain in a bone", "Pain in a joint"), "utf-8")
        told = review(folder, "no\n", *NURSE, "signs").output
        assert "has changed since it was approved by Dr A. Example" in told
        assert "before: Pain in a [bone]" in told

    @pytest.mark.parametrize("typed", ["y\n", "\n", "yes please\n", "no\n", "stop\n", "", "ok\nJA\n"])
    def test_nothing_but_the_whole_word_approves(self, folder: ClinicFolder, typed: str):
        assert review(folder, typed, *BY, "signs").exit_code == 0
        assert not topic(folder).approved
        assert lines(folder) == ()

    def test_the_word_may_be_typed_in_capitals(self, folder: ClinicFolder):
        review(folder, " YES \n", *BY, "signs")
        assert topic(folder).approved

    def test_what_was_approved_before_it_is_stopped_stays(self, folder: ClinicFolder):
        done = review(folder, "yes\nstop\n", *BY)
        assert "You approved 1 of 3; 2 wait as before" in done.output
        assert len(lines(folder)) == 1

    def test_who_reviews_is_asked_for(self, folder: ClinicFolder):
        review(folder, "Dr C. New\nsurgeon\nyes\n", "signs")
        found = topic(folder).review
        assert (found.reviewer, found.role) == ("Dr C. New", "surgeon")

    def test_nobody_is_nobody(self, folder: ClinicFolder):
        done = review(folder, "", "signs")
        assert done.exit_code == 1
        assert "nothing was recorded" in done.output

    def test_a_sample_cannot_be_approved(self, folder: ClinicFolder):
        folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "555-0142"))
        done = review(folder, "yes\n", *BY, "signs")
        assert "cannot be approved yet" in done.output
        assert lines(folder) == ()

    def test_numbers_that_nobody_has_dialed_come_first(self, folder: ClinicFolder):
        (folder.path / "particulars.yaml").unlink()
        done = review(folder, "yes\n", *BY, "feel-unwell")
        assert "approve --clinic" in done.output
        assert lines(folder) == ()

    def test_an_approval_that_ends_soon_waits_too(self, folder: ClinicFolder, monkeypatch: pytest.MonkeyPatch):
        call(folder, "approve", "signs", *BY)
        monkeypatch.setattr("kiosk.commands.review.review.DUE_SOON_DAYS", 400)
        assert "(en/signs)" in review(folder, "stop\n", *BY).output.split("Text 1 of 3")[1]


class TestTranslations:
    """What speaks against a translation has to be said."""

    @pytest.fixture
    def older(self, folder: ClinicFolder) -> ClinicFolder:
        """A clinic whose Spanish text is older than the English one."""
        in_spanish_too(folder)
        path = folder.path / "en/signs.yaml"
        path.write_text(path.read_text("utf-8").replace("Pain in a bone", "Pain in a joint"), "utf-8")
        return folder

    def test_an_older_one_is_not_approved_by_yes(self, older: ClinicFolder):
        done = review(older, "yes\nno\n", *BY, "es/signs")
        assert "Please note: It is older than the English text." in done.output
        assert lines(older) == ()

    def test_it_is_by_saying_so_and_the_list_says_it(self, older: ClinicFolder):
        review(older, "yes although\n", *BY, "es/signs")
        assert topic(older, language="es").approved
        assert [each.although for each in lines(older)] == ["older than the English text"]

    def test_a_copy_has_to_be_called_one(self, folder: ClinicFolder):
        in_spanish_too(folder)
        folder.write("es/signs.yaml", translated(folder, "signs", SIGNS, copied=True))
        review(folder, "yes\nyes although\n", *BY, "es/signs")
        assert [each.although for each in lines(folder)] == ["mostly a copy"]

    def test_one_whose_original_is_missing_too(self, folder: ClinicFolder):
        in_spanish_too(folder)
        (folder.path / "en/signs.yaml").unlink()
        refused = call(folder, "approve", "es/signs", *BY)
        assert refused.exit_code == 1
        assert "The text that it was translated from is not here" in refused.output
        review(folder, "yes although\n", *BY, "es/signs")
        assert [each.although for each in lines(folder)] == ["original missing"]


class TestTwoReviewers:
    """`reviewers: 2` in clinic.yaml."""

    @pytest.fixture
    def two(self, folder: ClinicFolder) -> ClinicFolder:
        folder.write("clinic.yaml", CLINIC + "reviewers: 2\n")
        return folder

    def test_a_page_counts_as_approved_once_two_have_approved_it(self, two: ClinicFolder):
        first = call(two, "approve", "signs", *BY)
        assert "counts as approved once 1 other reviewer has approved it too" in first.output
        assert not topic(two).approved
        told = review(two, "yes\n", *NURSE, "signs").output
        assert "Dr A. Example, oncologist, approved it as it is now" in told
        assert topic(two).approved
        assert call(two, "check").exit_code == 0

    def test_the_same_person_is_one_however_the_name_is_typed(self, two: ClinicFolder):
        call(two, "approve", "signs", *BY)
        call(two, "approve", "signs", "--by", "DR  A. example", "--role", "oncologist")
        assert not topic(two).approved

    def test_a_text_that_only_waits_for_somebody_else_is_not_asked_about_again(self, two: ClinicFolder):
        review(two, "yes\nyes\nyes\n", *BY)
        assert "No text waits for your approval." in review(two, "", *BY).output
        assert "3 texts wait" in review(two, "", *NURSE).output

    def test_a_text_whose_file_lacks_its_approval_is_asked_about_again(self, two: ClinicFolder):
        call(two, "approve", "signs", *BY)
        two.write("clinic.yaml", CLINIC)  # one is enough now; a kill between the list and the file leaves the same
        assert "3 texts wait" in review(two, "yes\n", *BY).output

    def test_a_text_that_changes_between_the_two_starts_again(self, two: ClinicFolder):
        call(two, "approve", "signs", *BY)
        two.write("en/signs.yaml", SIGNS.replace("Pain in a bone", "Pain in a joint"))
        call(two, "approve", "signs", *NURSE)
        assert not topic(two).approved

    def test_an_approval_by_one_does_not_count_any_more(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        folder.write("clinic.yaml", CLINIC + "reviewers: 2\n")
        assert not topic(folder).approved
        assert "Only Dr A. Example has approved this text" in call(folder, "check").output
        call(folder, "approve", "signs", *NURSE)
        assert topic(folder).approved


class TestWithdrawing:
    """`kiosk review --withdraw TOPIC`, and `approve --withdraw`."""

    def test_an_approval_is_withdrawn_and_stays_in_the_list(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        done = review(folder, "", "--by", "B. Nurse", "--withdraw", "signs")
        assert "B. Nurse has withdrawn the approval of “The signs”" in done.output
        assert not topic(folder).approved
        assert [(each.what, each.by) for each in lines(folder)] == [
            ("approved", "Dr A. Example"),
            ("withdrawn", "B. Nurse"),
        ]

    def test_the_first_of_two_can_be_withdrawn_too(self, folder: ClinicFolder):
        folder.write("clinic.yaml", CLINIC + "reviewers: 2\n")
        call(folder, "approve", "signs", *BY)
        review(folder, "", "--by", "Dr A. Example", "--withdraw", "signs")
        call(folder, "approve", "signs", *NURSE)
        assert not topic(folder).approved

    def test_an_approval_from_before_there_was_a_list_can_be_withdrawn(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        (folder.path / "approvals.jsonl").unlink()
        path = folder.path / "en/signs.yaml"
        kept = "".join(line for line in path.read_text("utf-8").splitlines(True) if "  record:" not in line)
        path.write_text(kept, "utf-8")
        assert topic(folder).approved
        review(folder, "", "--by", "B. Nurse", "--withdraw", "signs")
        path.write_text(kept, "utf-8")
        assert not topic(folder).approved


class TestTampering:
    """Lines that were changed or removed are noticed."""

    @pytest.fixture
    def approved(self, folder: ClinicFolder) -> ClinicFolder:
        for name in ("signs", "disclaimer"):
            call(folder, "approve", name, *BY)
        return folder

    def test_an_earlier_line_that_is_changed_is_an_error(self, approved: ClinicFolder):
        path = approved.path / "approvals.jsonl"
        path.write_text(path.read_text("utf-8").replace("Dr A. Example", "Dr Z. Other", 1), "utf-8")
        told = call(approved, "check")
        assert told.exit_code == 1
        assert "Error in approvals.jsonl, line 2" in told.output

    def test_the_last_line_that_is_removed_is_an_error(self, approved: ClinicFolder):
        path = approved.path / "approvals.jsonl"
        path.write_bytes(path.read_bytes().splitlines(True)[0])
        told = call(approved, "check")
        assert told.exit_code == 1
        assert "Error in en/disclaimer.yaml" in told.output
        assert "no line for this approval" in told.output

    def test_undo_puts_the_list_back(self, approved: ClinicFolder):
        path = approved.path / "approvals.jsonl"
        before = path.read_bytes()
        path.write_bytes(before.splitlines(True)[1])
        assert call(approved, "undo").exit_code == 0
        assert path.read_bytes().startswith(before.splitlines(True)[0])
        assert call(approved, "check").exit_code == 0


@pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is missing")
class TestSigning:
    """`--key`: only the owner of a key can approve under a name."""

    @pytest.fixture
    def key(self, tmp_path: Path) -> Path:
        path = tmp_path / "key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
        return path

    def test_a_signed_approval_is_verified(self, folder: ClinicFolder, key: Path):
        assert review(folder, "yes\n", *BY, "--key", str(key), "signs").exit_code == 0
        (line,) = lines(folder)
        assert line.key.startswith("ssh-ed25519 ")
        assert call(folder, "check").exit_code == 0
        assert topic(folder).approved

    def test_another_persons_words_under_that_name_are_noticed(self, folder: ClinicFolder, key: Path):
        call(folder, "approve", "signs", *BY, "--key", str(key))
        call(folder, "approve", "disclaimer", *BY)
        assert "Dr A. Example has signed with a key before" in call(folder, "check").output

    def test_a_forged_line_is_an_error(self, folder: ClinicFolder, key: Path):
        call(folder, "approve", "signs", *BY, "--key", str(key))
        (line,) = lines(folder)
        forged = line._replace(by="Dr Z. Other")
        (folder.path / "approvals.jsonl").write_text(forged.line + "\n", "utf-8")
        path = folder.path / "en/signs.yaml"
        path.write_text(path.read_text("utf-8").replace(line.mark, forged.mark), "utf-8")
        told = call(folder, "check")
        assert told.exit_code == 1
        assert "not signed with the key of Dr Z. Other" in told.output

    def test_without_the_key_nothing_is_recorded(self, folder: ClinicFolder, tmp_path: Path):
        done = call(folder, "approve", "signs", *BY, "--key", str(tmp_path / "none"))
        assert done.exit_code == 1
        assert "nothing was recorded" in done.output
        assert lines(folder) == ()

    def test_one_key_is_not_two_reviewers(self, folder: ClinicFolder, key: Path):
        folder.write("clinic.yaml", CLINIC + "reviewers: 2\n")
        for by in (BY, NURSE):
            call(folder, "approve", "signs", *by, "--key", str(key))
        told = call(folder, "check")
        assert told.exit_code == 1
        assert "signed with the key of Dr A. Example, not with one of B. Nurse" in told.output


class TestKilled:
    """A process that ends while it records leaves nothing that claims more than was said."""

    @pytest.mark.parametrize("at", [1, 2, 3])
    def test_a_kill_while_an_approval_is_written(self, folder: ClinicFolder, at: int):
        self.killed(folder, at, "approve", "signs", *BY)
        assert not topic(folder).approved or len(lines(folder)) == 1
        assert call(folder, "approve", "signs", *BY).exit_code == 0
        assert topic(folder).approved

    @pytest.mark.parametrize("at", [1, 2])
    def test_a_kill_while_a_withdrawal_is_written(self, folder: ClinicFolder, at: int):
        call(folder, "approve", "signs", *BY)
        self.killed(folder, at, "approve", "signs", "--withdraw", "--by", "B. Nurse")
        assert topic(folder).approved == (lines(folder)[-1].what == "approved")

    def killed(self, folder: ClinicFolder, at: int, *arguments: str) -> None:
        """Calls a command that ends at the file `at` that it puts in place in the content."""
        count = 0
        replace = Path.replace

        def counted(beside: Path, path: Path) -> Path:
            nonlocal count
            count += folder.path in Path(path).parents
            if count == at and folder.path in Path(path).parents:
                raise KeyboardInterrupt
            return replace(beside, path)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Path, "replace", counted)
            CliRunner().invoke(main, [*arguments, "--content", str(folder.path)])
