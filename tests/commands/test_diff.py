"""`diff`: what an edit does to an approved text."""

from __future__ import annotations

import json

from kiosk.content.approval.approved_texts import changes, lines_of, present_lines
from kiosk.content.reader import read_content
from tests.commands.clinic_calls import BY, call, topic
from tests.content.sample_clinic import CLINIC, ClinicFolder

NOTHING = json.dumps({"text": [["title", "x"]], "said": []})


class TestDiff:
    """`kiosk diff [TOPIC]`."""

    def change(self, folder: ClinicFolder, old: str, new: str) -> str:
        call(folder, "approve", "signs", *BY)
        text = (folder.path / "en/signs.yaml").read_text("utf-8")
        assert old in text
        folder.write("en/signs.yaml", text.replace(old, new))
        return call(folder, "diff", "signs").output

    def test_an_edit_is_told_in_words(self, folder: ClinicFolder):
        told = self.change(folder, "A cough that does not go away", "A dry cough that does not stop")
        assert "Changed: point under “In the bones”" in told
        assert "before: A cough that does not [go away]" in told
        assert "now:    A [dry] cough that does not [stop]" in told
        assert told.count("Changed") == 1

    def test_what_is_new_and_what_is_gone(self, folder: ClinicFolder):
        told = self.change(folder, "      - Pain in a bone\n", "")
        assert "Taken out: point under “In the bones”\n    before: Pain in a bone" in told
        told = self.change(folder, "      - A question", "      - A question\n      - A wish of your own")
        assert "New: point of card 2\n    now:    A wish of your own" in told

    def test_another_phone_number_of_the_clinic_is_no_change(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "212-444-0199"))
        assert "nothing has changed since it was approved" in call(folder, "diff", "signs").output

    def test_nothing_approved_and_nothing_changed(self, folder: ClinicFolder):
        assert "nobody has approved this text yet" in call(folder, "diff", "signs").output
        call(folder, "approve", "signs", *BY)
        assert "nothing has changed since it was approved by Dr A. Example" in call(folder, "diff", "signs").output

    def test_a_copy_that_was_tampered_with_counts_as_none(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        (kept,) = (folder.path / "approved/en").iterdir()
        kept.write_text(kept.read_text("utf-8").replace("Pain", "Joy"), "utf-8")
        folder.write(
            "en/signs.yaml", (folder.path / "en/signs.yaml").read_text("utf-8").replace("Pain in a", "Pain in the")
        )
        assert "the approved text was not saved" in call(folder, "diff", "signs").output

    def test_without_a_topic_it_tells_of_all(self, folder: ClinicFolder):
        told = call(folder, "diff").output
        assert all(f"en/{name}" in told for name in ("signs", "disclaimer", "feel-unwell"))

    def test_every_difference_is_told_once(self, folder: ClinicFolder):
        old = present_lines(topic(folder), ())
        for gone in range(len(old)):
            (change,) = changes(old, old[:gone] + old[gone + 1 :])
            assert (change.old, change.new) == (old[gone].words, "")
            (change,) = changes(old[:gone] + old[gone + 1 :], old)
            assert (change.old, change.new) == ("", old[gone].words)
        assert changes(old, old) == []
        everything = [change for change in changes(old, lines_of(NOTHING)) if change.old]
        assert len(everything) == len(old)

    def test_what_is_kept_does_not_disturb_the_content(self, folder: ClinicFolder):
        call(folder, "approve", "signs", *BY)
        assert read_content(folder.path).diagnostics == ()
