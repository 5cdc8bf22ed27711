"""`approve` and `check --strict`: how an approved text comes about."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from kiosk.commands.review.recording import in_a_year
from kiosk.content.approval.edit_review import with_approval
from kiosk.machine.files import rewrite
from tests.commands.clinic_calls import BY, as_printed, call, in_spanish_too, topic
from tests.conftest import ROOT
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder, as_own


class TestApprove:
    """`kiosk approve TOPIC --by NAME --role ROLE`."""

    def test_it_records_who_when_and_what(self, folder: ClinicFolder):
        done = call(folder, "approve", "signs", *BY)
        assert done.exit_code == 0
        assert "Dr A. Example, oncologist, has approved “The signs”" in done.output
        found = topic(folder)
        today = date.today()
        assert found.approved
        assert (found.review.reviewer, found.review.role) == ("Dr A. Example", "oncologist")
        assert (found.review.reviewed, found.review.due) == (today, in_a_year(today))

    def test_only_the_lines_of_the_review_change(self, folder: ClinicFolder):
        text = "# Ours.\n" + SIGNS.replace("  status:", "  # Ask Dr B.\n  status:")
        raw = text.replace("\n", "\r\n").encode("utf-8-sig")
        folder.write("en/signs.yaml", raw)
        assert call(folder, "approve", "signs", *BY).exit_code == 0
        after = (folder.path / "en/signs.yaml").read_bytes()
        assert b"\r\r" not in after
        assert after.count(b"\n") == after.count(b"\r\n")
        before, now = raw.split(b"\r\n"), after.split(b"\r\n")
        assert now[:6] == before[:6]
        assert now[6] == b"  status: approved"
        assert now[13:] == before[7:]
        assert topic(folder).approved

    def test_a_second_approval_takes_the_place_of_the_first_only_where_that_is_meant(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        refused = call(folder, "approve", "signs", "--by", "Dr B. Other", "--role", "nurse")
        assert refused.exit_code == 1
        assert "Dr A. Example, oncologist, approved “The signs” (en/signs)" in refused.output
        assert topic(folder).review.reviewer == "Dr A. Example"
        done = as_printed(refused.output)
        assert done.exit_code == 0
        assert "The last approval was by Dr A. Example, oncologist" in done.output
        text = (folder.path / "en/signs.yaml").read_text("utf-8")
        assert text.count("reviewer:") == 1
        assert topic(folder).review.reviewer == "Dr B. Other"

    def test_the_same_reviewer_may_approve_again(self, folder: ClinicFolder):
        for _ in range(2):
            assert call(folder, "approve", "signs", *BY).exit_code == 0

    def test_anybody_may_approve_what_has_changed_since(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        path = folder.path / "en/signs.yaml"
        path.write_text(path.read_text("utf-8").replace("Pain in a bone", "Pain in a joint"), "utf-8")
        assert call(folder, "approve", "signs", "--by", "Dr B. Other", "--role", "nurse").exit_code == 0

    @pytest.mark.parametrize(
        "name", ['O\'Neil: "Pat" # 1', "\\", "- x", "no", "Ünal Ærø", "*", "a: b", "[x", "1e5", "'"]
    )
    def test_any_name_is_kept_as_it_is(self, folder: ClinicFolder, name: str):
        assert call(folder, "approve", "signs", "--by", name, "--role", name).exit_code == 0
        review = topic(folder).review
        assert (review.reviewer, review.role) == (name, name)
        assert topic(folder).approved

    @pytest.mark.parametrize(
        "written",
        [
            "  status: not yet approved\n  reviewer: Dr Old\n    Name\n",
            "  status: not yet approved\n  reviewer: >\n    Dr Old\n\n    Name\n  role: |\n    nurse\n",
            '  status: not yet approved\n  reviewer: "Dr\n    Old"\n',
            "  status:\n    not yet approved\n",
            '  "status": not yet approved\n',
        ],
    )
    def test_nothing_is_left_of_lines_on_which_the_old_review_went_on(self, folder: ClinicFolder, written: str):
        folder.write("en/signs.yaml", SIGNS.replace("  status: not yet approved\n", written))
        assert call(folder, "approve", "signs", *BY).exit_code == 0
        assert (topic(folder).review.reviewer, topic(folder).review.role) == ("Dr A. Example", "oncologist")
        assert topic(folder).approved
        assert "Old" not in (folder.path / "en/signs.yaml").read_text("utf-8")

    @pytest.mark.parametrize(
        ("written", "seen"),
        [
            ('    status: not yet approved\n    reviewer: "Dr\n  Old"\n', '“Old"”'),
            ("  {status: not yet approved}\n", "“{status: not yet approved}”"),
        ],
    )
    def test_where_it_cannot_be_put_in_the_reason_is_said(self, folder: ClinicFolder, written: str, seen: str):
        raw = SIGNS.replace("  status: not yet approved\n", written)
        folder.write("en/signs.yaml", raw)
        done = call(folder, "approve", "signs", *BY)
        assert done.exit_code == 1
        assert seen in done.output
        assert "nothing was changed" in done.output
        assert (folder.path / "en/signs.yaml").read_text("utf-8") == raw
        assert not (folder.path / "approved").exists()

    @pytest.mark.parametrize("name", ["es/signs", "es/signs.yaml", "content/es/signs.yaml", "./content/es/signs"])
    def test_the_language_of_the_folder_is_the_one_that_is_approved(self, folder: ClinicFolder, name: str):
        in_spanish_too(folder)
        done = call(folder, "approve", name, *BY)
        assert done.exit_code == 0, done.output
        assert "(es/signs)" in done.output
        assert topic(folder, language="es").approved
        assert not topic(folder).approved
        assert call(folder, "diff", name).output.startswith("es/signs, ")

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            (("approve", "es/signs", *BY, "--language", "en"), "“es/signs” is not in “en”"),
            (("approve", "content/signs", *BY), "“content” is not a language"),
            (("approve", "fr/signs", *BY), "There is content in: en, es."),
            (("diff", "es/signs", "--language", "en"), "“es/signs” is not in “en”"),
            (("diff", "fr/signs"), "“fr” is not a language"),
            (("diff", "--language", "zz"), "There is no content in “zz”. There is: en, es."),
        ],
    )
    def test_a_language_that_is_none_or_another_is_a_wrong_call(
        self, folder: ClinicFolder, arguments: tuple[str, ...], told: str
    ):
        in_spanish_too(folder)
        done = call(folder, *arguments)
        assert done.exit_code == 2
        assert told in done.output
        assert not topic(folder).approved
        assert not topic(folder, language="es").approved

    @pytest.mark.parametrize(("by", "role"), [("", "nurse"), ("x" * 81, "nurse"), ("A", " "), ("A\x1b[1m", "nurse")])
    def test_a_name_that_cannot_be_is_a_wrong_call(self, folder: ClinicFolder, by: str, role: str):
        assert call(folder, "approve", "signs", "--by", by, "--role", role).exit_code == 2
        assert (folder.path / "en/signs.yaml").read_text("utf-8") == SIGNS

    def test_a_topic_that_is_not_there(self, folder: ClinicFolder):
        done = call(folder, "approve", "sings", *BY)
        assert done.exit_code == 2
        assert "Did you mean “signs”?" in done.output
        assert call(folder, "approve", "signs", *BY, "--language", "xx").exit_code == 2

    def test_content_with_an_error_is_mended_first(self, folder: ClinicFolder):
        folder.write("en/disclaimer.yaml", "titel: x\n")
        done = call(folder, "approve", "signs", *BY)
        assert done.exit_code == 1
        assert "Did you mean “title”?" in done.output

    def test_a_review_on_one_line_is_left_alone(self, folder: ClinicFolder):
        raw = SIGNS.replace("review:\n  status: not yet approved", "review: {status: not yet approved}")
        folder.write("en/signs.yaml", raw)
        assert call(folder, "approve", "signs", *BY).exit_code == 1
        assert (folder.path / "en/signs.yaml").read_text("utf-8") == raw

    def test_where_it_cannot_be_written_nothing_changes(self, folder: ClinicFolder, monkeypatch: pytest.MonkeyPatch):
        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("kiosk.commands.review.recording.write_all", full)
        done = call(folder, "approve", "signs", *BY)
        assert done.exit_code == 1
        assert "No space left" in done.output
        assert (folder.path / "en/signs.yaml").read_text("utf-8") == SIGNS

    def test_another_phone_number_of_the_clinic_voids_nothing(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        call(folder, "approve", "disclaimer", *BY)
        folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "212-444-0199"))
        assert "212-444-0199" in topic(folder).text("sections/0/text/1")
        assert topic(folder).approved
        assert topic(folder, "disclaimer").approved

    def test_every_shipped_topic_can_be_approved(self, tmp_path: Path):
        for path in sorted((ROOT / "content").glob("??/*.yaml")):
            after = with_approval(path.read_bytes(), "A", "b", date(2026, 11, 22), date(2027, 11, 22), "0" * 16)
            assert after is not None
            old, new = path.read_bytes().splitlines(), after.splitlines()
            assert len(new) == len(old) + 5
            assert [line for line in old if line not in new] == [b"  status: not yet approved"]

    def test_nobody_else_may_read_the_file_than_before(self, tmp_path: Path):
        path = tmp_path / "x"
        path.write_bytes(b"1")
        path.chmod(0o640)
        rewrite(path, b"2")
        assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"2", 0o640)
        assert list(tmp_path.iterdir()) == [path]

    def test_a_new_file_can_be_read_by_whoever_may_read_any_other(self, tmp_path: Path):
        (tmp_path / "other").write_bytes(b"")
        rewrite(tmp_path / "x", b"1")
        assert (tmp_path / "x").stat().st_mode == (tmp_path / "other").stat().st_mode

    def test_a_link_stays_a_link(self, tmp_path: Path):
        (tmp_path / "x").write_bytes(b"1")
        (tmp_path / "link").symlink_to("x")
        rewrite(tmp_path / "link", b"2")
        assert (tmp_path / "link").is_symlink()
        assert (tmp_path / "x").read_bytes() == b"2"

    def test_a_leap_day_has_a_year_too(self):
        assert in_a_year(date(2028, 2, 29)) == date(2029, 2, 28)


class TestStrict:
    """`kiosk check --strict`."""

    def test_a_remark_counts_as_an_error(self, folder: ClinicFolder):
        folder.change_line("en/signs.yaml", 18, "      - " + "so many words " * 9)
        assert call(folder, "check").exit_code == 0
        done = call(folder, "check", "--strict", "--json")
        answer = json.loads(done.output)
        assert done.exit_code == 1
        assert answer["ok"] is False
        assert {problem["level"] for problem in answer["problems"]} == {"error"}

    def test_the_shipped_content_passes_once_the_clinic_is_no_sample(self, tmp_path: Path):
        content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
        for ready in (False, True):
            if ready:
                as_own(content)
            done = CliRunner().invoke(main, ["check", "--strict", "--json", str(content)])
            assert bool(json.loads(done.output)["problems"]) is not ready
