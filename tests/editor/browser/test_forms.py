"""What a receptionist does: a notice, the number, a sentence, a point of a list."""

from __future__ import annotations

import re

import pytest

from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder
from tests.editor.browser.visitor import Visitor

PAGE = "/form/en/signs"


def test_the_first_page_offers_what_can_be_done(visitor: Visitor):
    text = visitor.get("/").text
    for words in (
        "Put up a notice",
        "Phone, name, hours",
        "Change a page",
        "How words are said",
        "What waits for review",
    ):
        assert words in text


def test_a_notice_is_put_up_until_a_day_that_is_chosen_by_its_name(visitor: Visitor, folder: ClinicFolder):
    page = visitor.get("/form/notice")
    assert "Tomorrow, Tuesday, December 1, 2026" in page.text
    after = visitor.send("/form/notice", page, "save", text="No lift: ask at the desk", until="2026-12-01")
    assert "Saved." in after.text
    assert (folder.path / "notice.yaml").read_text() == 'text: "No lift: ask at the desk"\nuntil: 2026-12-01\n'


def test_a_notice_may_end_on_another_day_and_at_a_time(visitor: Visitor, folder: ClinicFolder):
    page = visitor.get("/form/notice")
    changes = {"text": "Hello", "until": "other", "day:until": "12/24/2026", "time:until": "12:00"}
    visitor.send("/form/notice", page, "save", **changes)
    assert "until: 2026-12-24 12:00\n" in (folder.path / "notice.yaml").read_text()
    again = visitor.get("/form/notice")
    assert again.fields["day:until"] == ["2026-12-24"]
    assert again.fields["time:until"] == ["12:00"]
    assert "That is Thursday, December 24, 2026." in again.text


def test_a_notice_is_translated_into_a_language_that_is_chosen_by_its_name(visitor: Visitor, folder: ClinicFolder):
    (folder.path / "es").mkdir()
    page = visitor.send("/form/notice", visitor.get("/form/notice"), "add:translations")
    assert '<option value="es">Spanish</option>' in page.body
    words = {"translations/0/language": "es", "translations/0/text": "Sin ascensor"}
    visitor.send("/form/notice", page, "save", text="No lift", until="2026-12-01", **words)
    saved = (folder.path / "notice.yaml").read_text()
    assert saved.endswith("translations:\n  - language: es\n    text: Sin ascensor\n")


def test_a_notice_is_taken_down(visitor: Visitor, folder: ClinicFolder):
    page = visitor.send("/form/notice", visitor.get("/form/notice"), "save", text="Hello", until="2026-12-01")
    assert "Take the notice down now" in page.text
    visitor.post("/notice/end", {"token": page.fields["token"]})
    assert not (folder.path / "notice.yaml").exists()
    assert "Take the notice down now" not in visitor.get("/form/notice").text


def test_the_number_and_the_hours_are_changed(visitor: Visitor, folder: ClinicFolder):
    page = visitor.get("/form/clinic")
    assert page.fields["phone"] == ["212-444-0100"]
    page = visitor.send("/form/clinic", page, "add:opening-hours", phone="212-444-0199")
    assert (folder.path / "clinic.yaml").read_text() == CLINIC
    hours = {"opening-hours/0/from": "8:00", "opening-hours/0/until": "17:30"}
    page = visitor.send("/form/clinic", page, "save", **hours, **{"many:opening-hours/0/days": ["friday", "monday"]})
    assert "Saved." in page.text
    assert (folder.path / "clinic.yaml").read_text() == CLINIC.replace("0100", "0199") + (
        "opening-hours:\n  - days: [monday, friday]\n    from: 8:00\n    until: 17:30\n"
    )


def test_a_sentence_is_changed_and_seen_before_it_is_saved(visitor: Visitor, folder: ClinicFolder):
    page = visitor.get(PAGE)
    assert "As patients see it" in page.text
    assert re.search(r"The voice needs .* seconds", page.text)
    look = visitor.send(PAGE, page, "look", title="The symptoms")
    assert "<h3>The symptoms</h3>" in look.body
    assert "not saved yet" in look.text
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS
    visitor.send(PAGE, look, "save")
    assert "title: The symptoms\n" in (folder.path / "en/signs.yaml").read_text()


def points(page: dict[str, list[str]]) -> list[str]:
    names = sorted(name for name in page if re.fullmatch(r"sections/0/points/\d", name))
    return [page[name][0] for name in names]


def test_points_are_added_moved_and_removed_by_buttons_and_nothing_typed_is_lost(
    visitor: Visitor, folder: ClinicFolder
):
    page = visitor.get(PAGE)
    page = visitor.send(PAGE, page, "add:sections/0/points", title="Half typed")
    assert points(page.fields) == ["Pain in a bone", "A cough that does not go away", ""]
    assert re.search(r'<textarea[^>]*id="f-sections-0-points-2"[^>]* autofocus', page.body)
    page = visitor.send(PAGE, page, "up:sections/0/points/2", **{"sections/0/points/2": "A rash"})
    assert points(page.fields) == ["Pain in a bone", "A rash", "A cough that does not go away"]
    page = visitor.send(PAGE, page, "down:sections/0/points/0")
    page = visitor.send(PAGE, page, "remove:sections/0/points/2")
    assert points(page.fields) == ["A rash", "Pain in a bone"]
    assert page.fields["title"] == ["Half typed"]
    visitor.send(PAGE, page, "save")
    saved = (folder.path / "en/signs.yaml").read_text()
    assert "    points:\n      - A rash\n      - Pain in a bone\ncards:" in saved


def test_a_list_that_is_pasted_into_one_box_becomes_points(visitor: Visitor):
    page = visitor.send(PAGE, visitor.get(PAGE), "look", **{"sections/0/points/1": "•\tFever\r\n•\tChills\r\n"})
    assert points(page.fields) == ["Pain in a bone", "Fever", "Chills"]


@pytest.mark.parametrize(
    "button", ["up:sections/0/points/0", "down:sections/9/points/1", "remove:title", "add:x", "up:", "add:"]
)
def test_a_button_that_leads_nowhere_changes_nothing(visitor: Visitor, button: str):
    page = visitor.get(PAGE)
    assert visitor.send(PAGE, page, button).fields == page.fields


def test_what_is_wrong_is_said_at_the_box_and_at_the_top_and_what_was_typed_stays(
    visitor: Visitor, folder: ClinicFolder
):
    page = visitor.send(PAGE, visitor.get(PAGE), "save", title="x" * 70, **{"sections/0/points/1": "<fone> me"})
    assert page.status == 422
    assert page.fields["title"] == ["x" * 70]
    assert 'href="#f-title"' in page.body
    assert 'href="#f-sections-0-points-1"' in page.body
    box = re.search(r'<input[^>]*id="f-title"[^>]*>', page.body)
    assert box
    assert 'aria-invalid="true"' in box[0]
    described = re.search(r'aria-describedby="([^"]*)"', box[0])
    assert described
    error = re.search(r'<p id="f-title-error-0" class="error">(.*?)</p>', page.body)
    assert error
    assert "70 letters, but only 60 fit" in error[1]
    assert "f-title-error-0" in described[1].split()
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS


def test_a_text_that_somebody_else_has_saved_meanwhile_is_not_overwritten_unasked(
    visitor: Visitor, folder: ClinicFolder
):
    page = visitor.get(PAGE)
    folder.write("en/signs.yaml", SIGNS.replace("The signs", "Theirs"))
    answer = visitor.send(PAGE, page, "save", title="Mine")
    assert answer.status == 422
    assert "Somebody else has changed this text" in answer.text
    assert answer.fields["title"] == ["Mine"]
    assert answer.text.count("In the file it is now") == 1
    assert "In the file it is now “Theirs”." in answer.text
    assert "Saved." in visitor.send(PAGE, answer, "save").text


def test_a_form_that_was_cut_off_on_its_way_takes_nothing_away(visitor: Visitor, folder: ClinicFolder):
    whole = visitor.get(PAGE).fields
    cut = dict(list(whole.items())[:8]) | {"do": ["save"]}
    assert visitor.post(PAGE, cut).status == 400
    assert (folder.path / "en/signs.yaml").read_text() == SIGNS


def test_a_page_leads_to_its_translation_and_says_what_its_readers_have_until_then(
    visitor: Visitor, folder: ClinicFolder
):
    folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
    translation = "translation:\n  from: 0123456789abcdef\n  translator: A. Example\nsources:"
    folder.write("es/signs.yaml", SIGNS.replace("sources:", translation, 1))
    page = visitor.get(PAGE)
    assert 'href="/form/es/signs"' in page.body
    assert "Readers there keep the text that they have until it is changed too." in page.text
    assert "Readers there" not in visitor.get("/form/es/signs").text


def test_no_text_can_become_a_part_of_the_page(visitor: Visitor):
    evil = '"><script>alert(1)</script>'
    page = visitor.send(PAGE, visitor.get(PAGE), "look", title=evil, **{"sections/0/text": f"</textarea>{evil}"})
    assert "<script" not in page.body
    assert page.fields["title"] == [evil]
    assert page.fields["sections/0/text"] == [f"</textarea>{evil}"]


def test_a_picture_is_chosen_by_its_name_and_one_of_the_clinics_own_too(visitor: Visitor, folder: ClinicFolder):
    folder.write("pictures/our-entrance.png", b"")
    body = visitor.get(PAGE).body
    assert '<option value="body">body</option>' in body
    assert '<option value="our-entrance">our-entrance</option>' in body


def test_words_are_said_as_somebody_types_them(visitor: Visitor, folder: ClinicFolder):
    page = visitor.send("/form/words", visitor.get("/form/words"), "add:words")
    visitor.send("/form/words", page, "save", **{"words/2/write": "Nguyen", "words/2/say": "nwin"})
    assert (folder.path / "words.yaml").read_text().endswith("    where: anywhere\n  - write: Nguyen\n    say: nwin\n")


def test_a_file_that_nobody_can_read_is_named_and_left_alone(visitor: Visitor, folder: ClinicFolder):
    folder.write("en/signs.yaml", "title: [\n")
    page = visitor.get(PAGE)
    assert "Something has to be fixed first" in page.text
    assert "en/signs.yaml, line" in page.text
    assert "I feel unwell" in visitor.get("/topics").text
    assert "As patients see it" in visitor.get("/form/en/feel-unwell").text
    assert visitor.get("/form/en/disclaimer").status == 200


def test_the_start_page_is_seen_beside_its_form(visitor: Visitor):
    assert "As patients see it" in visitor.get("/form/en/disclaimer").text


def test_what_waits_for_review_is_listed_with_what_keeps_it_from_approval(visitor: Visitor, folder: ClinicFolder):
    folder.write("clinic.yaml", CLINIC.replace("212-444-0100", "555-0142"))
    text = visitor.get("/review").text
    assert "No clinician has approved it yet." in text
    assert "“555-0142” on this page is still the sample." in text


def test_a_disk_that_refuses_loses_nothing(visitor: Visitor, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("kiosk.editor.model.store.rewrite", refuse)
    page = visitor.send(PAGE, visitor.get(PAGE), "save", title="Mine")
    assert "could not be saved (Permission denied)" in page.text
    assert page.fields["title"] == ["Mine"]
