"""What a visitor meets: the story of a visit, told key by key."""

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.speech_text.reading import BEFORE_HINTS_MS
from kiosk.visit.terms.action import PICKS, Action
from tests.visit.visitor import Visitor


def test_any_key_wakes_the_kiosk_and_has_the_disclaimer_read(newcomer: Visitor):
    said = newcomer.presses(Action.OTHER)
    assert newcomer.page == "disclaimer"
    greeting = "Talking kiosk. Enter to agree, down for next, E when ill, comma for slower, R to repeat."
    assert said[0].startswith(greeting)
    assert "Before you start." in said
    assert "They are not medical advice." in said
    assert "Agree and have it read to me. 1 of 4." in said


def test_agreeing_leads_to_the_menu_and_is_confirmed(newcomer: Visitor):
    newcomer.presses(Action.OTHER)
    newcomer.hears(4)
    said = newcomer.presses(Action.CHOOSE)
    assert newcomer.page == "menu"
    assert said[:3] == ["Agreed.", "Main menu.", "I feel unwell. 1 of 8."]
    assert "Agreed" in newcomer.screen


def test_who_agrees_before_hearing_the_disclaimer_hears_its_heart(newcomer: Visitor):
    said = newcomer.presses(Action.OTHER, Action.CHOOSE)
    assert newcomer.page == "menu"
    assert said[0] == "Agreed. For information only. This is not medical advice."


def test_agreeing_without_sound_is_silent_and_shown(newcomer: Visitor):
    newcomer.presses(Action.OTHER, Action.PICK_2)
    assert newcomer.page == "menu"
    assert newcomer.said == ["Agreed, no sound. M brings it back."]
    assert "Sound is off" in newcomer.screen
    newcomer.presses(Action.DOWN, Action.CHOOSE)
    assert newcomer.said == []


def test_the_menu_begins_with_who_feels_unwell_then_the_signs_and_when_to_get_help(library: Library, visitor: Visitor):
    opens = [choice.opens for choice in visitor.attendant.page.choices]
    assert opens[:5] == ["feel-unwell", "signs", "when-to-seek-care", "ongoing-care", "treatments"]
    assert opens[5:-1] == [f"menu/{group.number}" for group in library.clinic.groups]
    for number in range(5, len(opens) - 1):
        visitor.presses(Action.MENU, PICKS[number])
        opens += [choice.opens for choice in visitor.attendant.page.choices]
    assert set(opens) >= {*library.names} - {"disclaimer"}


def test_each_move_tells_the_choice_its_position_and_after_a_pause_what_it_is_about(visitor: Visitor):
    assert visitor.presses(Action.DOWN) == ["Symptoms. 2 of 8.", "What to tell us about"]
    assert visitor.queue[1].pause_ms == BEFORE_HINTS_MS
    assert visitor.presses(Action.UP) == ["I feel unwell. 1 of 8.", "Who to ask for help now"]


def test_the_end_of_a_list_is_told_first_and_only_the_next_press_wraps(visitor: Visitor):
    visitor.presses(*[Action.DOWN] * 7)
    assert visitor.focus == "Finish"
    assert visitor.presses(Action.DOWN)[:2] == ["End of list.", "Finish. 8 of 8."]
    assert visitor.focus == "Finish"
    assert "End of list" in visitor.screen
    assert visitor.presses(Action.DOWN)[0] == "I feel unwell. 1 of 8."


def test_another_key_between_makes_the_end_be_told_again(visitor: Visitor):
    visitor.presses(Action.UP, Action.REPEAT)
    assert visitor.presses(Action.UP)[0] == "Start of list."


def test_a_number_chooses_directly(visitor: Visitor):
    visitor.presses(Action.PICK_4)
    assert visitor.page == "ongoing-care"


def test_a_number_without_a_choice_is_explained(visitor: Visitor):
    assert visitor.presses(Action.PICK_9) == ["There is no choice 9 here."]
    assert visitor.page == "menu"


def test_a_text_is_read_and_its_next_page_follows_by_itself(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    heard = visitor.hears_all()
    assert heard[0] == "Opened: Symptoms that the cancer may have spread. About 3 minutes, 5 parts."
    assert "You have bone or joint pain that lasts." in heard
    assert "Tell us about any symptom that lasts or gets worse." in heard
    assert visitor.attendant.page.number == visitor.attendant.page.count
    assert heard[-2] == "Main menu. 1 of 3."


def test_a_key_stops_the_reading_and_no_page_turns_by_itself(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.hears(2)
    visitor.presses(Action.DOWN)
    visitor.hears_all()
    assert visitor.attendant.page.number == 1


def test_going_back_finds_the_place_as_it_was(visitor: Visitor):
    visitor.presses(*[Action.DOWN] * 3, Action.CHOOSE, Action.PICK_1, Action.UNWELL)
    assert visitor.page == "feel-unwell"
    visitor.presses(Action.BACK)
    assert (visitor.page, visitor.attendant.page.number) == ("ongoing-care", 2)
    visitor.presses(Action.BACK)
    assert (visitor.page, visitor.focus) == ("menu", "Ongoing care")


def test_home_goes_to_the_menu_from_anywhere(visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.UNWELL, Action.HELP, Action.MENU)
    assert visitor.page == "menu"


def test_the_menu_is_not_to_be_had_without_agreeing(newcomer: Visitor):
    newcomer.presses(Action.OTHER)
    assert newcomer.presses(Action.MENU)[0] == "Please agree first."
    assert newcomer.page == "disclaimer"


def test_feeling_unwell_is_one_key_from_every_page(library: Library):
    for keys in (
        [],
        [Action.CHOOSE],
        [Action.OTHER, Action.CHOOSE, Action.PICK_2],
        [Action.HELP],
        [Action.OTHER, Action.WHERE],
    ):
        visitor = Visitor(library)
        visitor.presses(*keys, Action.UNWELL)
        assert visitor.page == "feel-unwell"
        assert visitor.said[1] == "Emergency"


def test_speech_of_a_card_starts_with_its_level(visitor: Visitor):
    said = visitor.presses(Action.UNWELL)
    assert said[1:3] == ["Emergency", "Tell staff now."]


def test_right_and_left_go_by_sentence_while_reading(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.hears(2)
    assert visitor.presses(Action.RIGHT)[0].startswith("Tell your care team")
    visitor.hears()
    assert visitor.presses(Action.LEFT)[0] == "Tell us about a symptom that lasts or gets worse"


def test_right_and_left_turn_the_page_when_nothing_is_read(newcomer: Visitor):
    newcomer.presses(Action.OTHER, Action.PICK_2, Action.PICK_2, Action.RIGHT)
    assert newcomer.attendant.page.number == 2
    turns = [Action.RIGHT] * (newcomer.attendant.page.count - 1)
    newcomer.presses(*turns)
    assert "Last page" in newcomer.screen
    newcomer.presses(*[Action.LEFT] * len(turns))
    assert newcomer.attendant.page.number == 1


def test_a_pause_goes_on_at_the_sentence_where_it_stopped(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    sounding = visitor.hears(3)
    assert visitor.presses(Action.READ) == []
    assert "Paused" in visitor.screen
    assert visitor.presses(Action.READ)[0] == sounding.text


def test_repeat_says_the_last_sentence_and_pressed_twice_its_part(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    sounding = visitor.hears(3)
    assert visitor.presses(Action.REPEAT)[0] == sounding.text
    assert visitor.presses(Action.REPEAT)[0] == "Tell us about a symptom that lasts or gets worse"


def test_speed_and_volume_are_confirmed_and_reading_goes_on(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    sounding = visitor.hears(3)
    assert visitor.presses(Action.FASTER)[:2] == ["Speed 4 of 7.", sounding.text]
    assert "Speed 4 of 7" in visitor.screen
    visitor.hears(2)
    assert visitor.presses(Action.QUIETER)[:2] == ["Volume 6 of 9.", sounding.text]


def test_volume_never_reaches_silence(visitor: Visitor):
    visitor.presses(*[Action.QUIETER] * 30)
    assert visitor.attendant.visit.settings.gain_db >= -24


def test_sound_off_is_told_before_the_silence_and_sound_on_by_voice(visitor: Visitor):
    assert visitor.presses(Action.SOUND) == ["Sound off. M brings it back."]
    assert "Sound is off" in visitor.screen
    assert visitor.presses(Action.SOUND)[0] == "Sound is on."
    assert "Sound is off" not in visitor.screen


def test_where_am_i_tells_place_choice_way_back_and_time(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    visitor.hears(2)
    said = " ".join(visitor.presses(Action.WHERE))
    assert "You are on: Symptoms that the cancer may have spread." in said
    assert "Part 1 of 5." in said
    assert "To go back to Main menu, press 0." in said
    assert "If you press no key for 120 seconds" in said
    visitor.presses(Action.BACK)
    assert visitor.page == "signs"


def test_finishing_says_goodbye_and_forgets_everything(visitor: Visitor):
    visitor.presses(Action.FASTER, Action.SOUND, Action.SOUND)
    said = visitor.presses(Action.PICK_8)
    assert said == ["Finished. All your settings are cleared. Goodbye."]
    assert visitor.attendant.at_rest
    assert visitor.attendant.visit.settings.rate == 2


def test_coming_back_to_finish_by_a_number_does_not_finish(visitor: Visitor):
    visitor.presses(*[Action.DOWN] * 7)
    visitor.presses(Action.UNWELL)
    visitor.presses(Action.PICK_7)
    assert (visitor.page, visitor.focus) == ("menu", "Finish")
    assert not visitor.attendant.at_rest


def test_a_late_report_of_the_voice_lights_nothing_on_another_page(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    late = visitor.queue[1]
    visitor.presses(Action.MENU)
    visitor.attendant.visit.started(late)
    assert visitor.attendant.visit.lit is None


def test_the_word_that_sounds_is_lit_in_its_sentence(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    utterance = visitor.hears(3)
    visitor.attendant.visit.word(utterance, 10, 14)
    lit = visitor.attendant.visit.lit
    assert lit is not None
    text = visitor.attendant.page.parts[lit.part].text
    assert text[lit.start : lit.end] == utterance.text
    assert text[lit.word_start : lit.word_end] == "care"


def test_another_window_size_keeps_the_sentence_that_is_read(visitor: Visitor):
    visitor.presses(Action.PICK_2)
    utterance = visitor.hears(6)
    visitor.take(visitor.attendant.visit.resize(Grid(20, 6)))
    words = visitor.queue[0].text.split()
    assert utterance.text.split()[: len(words)] == words
    assert " ".join(words[:4]) in " ".join(visitor.screen.split()), "a page this small may hold a piece of it"


def test_without_a_voice_the_screen_says_so(visitor: Visitor):
    visitor.attendant.set_voice(False)
    assert "Sound is off" in visitor.screen
    visitor.attendant.set_voice(True)
    assert "Sound is off" not in visitor.screen


def test_no_way_leads_back_to_an_old_answer_to_where_am_i(visitor: Visitor):
    visitor.presses(Action.PICK_2, Action.WHERE, Action.HELP)
    said = " ".join(visitor.presses(Action.WHERE))
    assert "You are on: Symptoms that the cancer may have spread." in said
    assert "To go back to Main menu, press 0." in said
    visitor.presses(Action.BACK)
    assert visitor.page == "signs"
    visitor.presses(Action.BACK)
    assert visitor.page == "menu"


def test_only_whom_to_call_in_an_emergency_is_said_to_its_end(visitor: Visitor):
    visitor.presses(Action.UNWELL)
    kept = [utterance.text for utterance in visitor.queue if utterance.emergency]
    assert kept[0] == "Tell staff now."
    assert "Emergency" not in kept
    assert "Chest pain" not in kept
    visitor.presses(Action.MENU, Action.PICK_2)
    assert not any(utterance.emergency for utterance in visitor.queue)


def test_where_only_one_choice_has_room_the_last_row_tells_how_many_others_there_are(library: Library):
    visitor = Visitor(library, Grid(20, 6))
    visitor.presses(Action.OTHER, Action.CHOOSE, Action.PICK_2)
    assert visitor.screen.splitlines()[4].split() == ["▶1", "Next"]
    assert visitor.screen.splitlines()[5].split()[-1].startswith("▼")
    visitor.presses(Action.DOWN)
    assert visitor.screen.splitlines()[4].split() == ["▶2", "Menu"]
