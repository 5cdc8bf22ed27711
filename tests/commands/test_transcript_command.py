"""`kiosk transcript` prints what the voice says wherever that is not what the page shows."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from kiosk.cli import main
from tests.commands.clinic_calls import call
from tests.content.sample_clinic import CLINIC, SIGNS, WORDS, ClinicFolder

SAID = "Call two one two, five five five, one two one two if you can."


@pytest.fixture
def own(folder: ClinicFolder) -> ClinicFolder:
    """A clinic with a number of its own, and a pronunciation that would spoil it."""
    folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "212-555-1212"))
    folder.write("words.yaml", WORDS + "  - write: 555\n    say: wrong\n    where: anywhere\n")
    folder.write("en/signs.yaml", SIGNS.replace("- Pain in a bone", "- Don’t wait with MBC"))
    return folder


def test_the_words_of_the_voice_are_below_a_text_that_is_said_otherwise(own: ClinicFolder):
    text = call(own, "transcript").output
    assert f"  spoken  Call 212-555-1212 if you can.\n  (spoken: {SAID})\n" in text
    assert "  (spoken: Don't wait with metastatic breast cancer)\n" in text


def test_a_text_that_is_said_as_written_is_printed_once(own: ClinicFolder):
    assert "(spoken: A cough" not in call(own, "transcript").output
    own.write("en/signs.yaml", SIGNS.replace("- Pain in a bone", "- Don’t wait (for long)"))
    assert "(spoken: Don't wait" not in call(own, "transcript").output


def test_for_programs_the_spoken_texts_are_the_words_of_the_voice(own: ClinicFolder):
    pages = json.loads(call(own, "transcript", "--json").output)["pages"]
    spoken = [text for page in pages for text in page["spoken"]]
    assert SAID in spoken
    assert not any("212" in text for text in spoken)


def test_the_printed_preview_says_it_too(own: ClinicFolder):
    done = CliRunner().invoke(main, ["preview", str(own.path / "en/signs.yaml")])
    assert f"(spoken: {SAID})" in done.output
