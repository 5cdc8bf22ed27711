"""`approve` refuses what an approval would say too much for, and an approval can be withdrawn."""

from __future__ import annotations

import json

import pytest

from tests.commands.clinic_calls import BY, as_printed, call, in_spanish_too, topic
from tests.content.sample_clinic import CLINIC, FEEL_UNWELL, SIGNS, ClinicFolder, translated


def refused(folder: ClinicFolder, name: str, reason: str) -> None:
    done = call(folder, "approve", name, *BY)
    assert done.exit_code == 1
    assert reason in done.output
    assert "nothing was recorded" in done.output
    language, _, topic_name = name.rpartition("/")
    assert not topic(folder, topic_name, language or "en").approved


class TestWhatCannotBeApproved:
    """Each of them was approved without a word once."""

    def test_a_translation_of_an_older_text(self, folder: ClinicFolder):
        in_spanish_too(folder)
        folder.write("en/signs.yaml", SIGNS.replace("Pain in a bone", "Pain in a joint"))
        refused(folder, "es/signs", "It is older than the English text.")

    def test_a_translation_that_is_still_the_original(self, folder: ClinicFolder):
        in_spanish_too(folder)
        folder.write("es/signs.yaml", translated(folder, "signs", SIGNS, copied=True))
        refused(folder, "es/signs", "Most of it is not translated yet.")

    def test_a_template(self, folder: ClinicFolder):
        call(folder, "new", "side-effects")
        refused(folder, "side-effects", "“The first point” is still the sample.")

    def test_a_page_with_a_sample_number(self, folder: ClinicFolder):
        folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "555-0100"))
        refused(folder, "signs", "“555-0100” on this page is still the sample.")
        assert call(folder, "approve", "disclaimer", *BY).exit_code == 0, "a page without the number can be approved"

    def test_a_page_that_sends_patients_to_a_sample_number_at_night(self, folder: ClinicFolder):
        folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "555-0100"))
        folder.write("en/signs.yaml", SIGNS.replace("<phone>", "<night-phone>"))
        refused(folder, "signs", "“555-0100” on this page is still the sample.")

    def test_an_emergency_number_that_is_typed_by_hand(self, folder: ClinicFolder):
        folder.write("en/signs.yaml", SIGNS.replace("Call <phone>", "Call 911"))
        refused(folder, "signs", "The number “911” is typed by hand in it.")

    def test_i_feel_unwell_without_an_emergency_card(self, folder: ClinicFolder):
        folder.write("en/feel-unwell.yaml", FEEL_UNWELL.replace("level: emergency", "level: urgent"))
        refused(folder, "feel-unwell", "It has no emergency card.")


class TestAnEmergencyCardThatWasApproved:
    """What a clinician has approved can only lose its emergency card by an error; patients keep the page as it was."""

    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("level: emergency", "level: urgent", "no-emergency-card"),
        ],
    )
    def test_it_is_an_error_in_check(self, folder: ClinicFolder, old: str, new: str, code: str):
        path = folder.path / "en/feel-unwell.yaml"
        path.write_text(FEEL_UNWELL.replace(old, new), "utf-8")
        before = json.loads(call(folder, "check", "--json").output)
        assert [(each["code"], each["level"]) for each in before["problems"]] == [(code, "warning")]
        path.write_text(FEEL_UNWELL, "utf-8")
        assert call(folder, "approve", "feel-unwell", *BY).exit_code == 0
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        after = json.loads(call(folder, "check", "--json").output)
        assert (code, "error") in [(each["code"], each["level"]) for each in after["problems"]]
        assert folder.read().library is None


class TestWithdraw:
    """`kiosk approve TOPIC --withdraw --by NAME`."""

    def test_a_withdrawn_page_is_not_approved_and_says_who_withdrew_it(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        done = call(folder, "approve", "signs", "--withdraw", "--by", "Dr B. Other")
        assert done.exit_code == 0
        assert "Dr B. Other has withdrawn the approval of “The signs” (en/signs) by Dr A. Example" in done.output
        assert not topic(folder).approved
        text = (folder.path / "en/signs.yaml").read_text("utf-8")
        assert "withdrawn-by: Dr B. Other" in text
        assert "Dr A. Example" not in text
        assert call(folder, "check", "--strict").exit_code == 0

    def test_it_can_be_approved_again(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        call(folder, "approve", "signs", "--withdraw", "--by", "Dr B. Other")
        assert call(folder, "approve", "signs", *BY).exit_code == 0
        assert topic(folder).approved
        assert "withdrawn" not in (folder.path / "en/signs.yaml").read_text("utf-8")

    def test_what_nobody_approved_cannot_be_withdrawn(self, folder: ClinicFolder):
        done = call(folder, "approve", "signs", "--withdraw", "--by", "Dr B. Other")
        assert done.exit_code == 1
        assert (folder.path / "en/signs.yaml").read_text("utf-8") == SIGNS


@pytest.mark.parametrize(
    "arguments",
    [
        ("--by", "A"),
        ("signs", "--by", "A"),
        ("signs", "--clinic", "--by", "A"),
        ("--clinic", "--withdraw", "--by", "A"),
    ],
)
def test_a_topic_and_its_reviewers_profession_are_needed(folder: ClinicFolder, arguments: tuple[str, ...]):
    assert call(folder, "approve", *arguments).exit_code == 2


def test_the_command_that_check_prints_approves_when_typed_as_it_is(folder: ClinicFolder):
    folder.write("clinic.yaml", CLINIC + "show-unapproved: no\n")
    told = call(folder, "check").output
    done = as_printed(told.replace('"NAME"', '"Dr A. Example"').replace('"PROFESSION"', '"nurse"'))
    assert done.exit_code == 0, done.output
    assert topic(folder, "disclaimer").approved
