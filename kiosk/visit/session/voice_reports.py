"""What follows from what the voice reports: where the visitor has come to, which page shows it, what can be said."""

from __future__ import annotations

from dataclasses import replace

from kiosk.visit.layout.sentences import number_holding
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply, Utterance
from kiosk.visit.terms.names import DISCLAIMER


def started(state: State, utterance: Utterance) -> None:
    """Note that `utterance` has begun: the visitor has come to its sentence, and the page follows."""
    due, unit = state.voice.to_announce, utterance.unit
    state.voice.started(utterance)
    if due and not state.voice.to_announce:
        state.here.heard = True  # the choice in focus is said after the end of a text
    if utterance.whole in state.hints:
        state.hints_said = True
    if unit is None:
        return
    if not _is_of_this_text(state, utterance):
        state.voice.sounding = None  # a late report of another place highlights nothing on this one
        return
    state.come_to(number_holding(state.sentences, unit.part, unit.start))
    _turn_on(state, unit.part, unit.start + utterance.at)
    if state.here.name == DISCLAIMER:
        state.disclaimer_heard = True


def word(state: State, utterance: Utterance, characters: tuple[int, int]) -> bool:
    """Note that `characters` of the text of `utterance` are being spoken; return True if another page is shown now."""
    unit = utterance.unit
    if utterance is not state.voice.sounding:
        return False
    state.voice.word = characters
    return (
        unit is not None
        and state.overlay is None
        and _turn_on(state, unit.part, unit.start + utterance.at + characters[0])
    )


def failed(state: State, utterance: Utterance, no_voice: bool) -> None:
    """Note that `utterance` was not said, so no page turns by itself; with `no_voice`, nothing in its language is."""
    state.voice.reading_on = state.voice.pending = False
    if no_voice:
        state.voiceless.add(utterance.language)
    if not state.audible:
        state.settings = replace(state.settings, screen=True)


def audible_part(state: State, reply: Reply) -> Reply:
    """Return `reply` without speech if the sound is off or no voice can say it, and without cue if cues are off."""
    voice = state.voice
    if reply.hush:
        voice.sounding = None  # late reports of the hushed utterance must not highlight anything
    last_words, state.last_words = state.last_words, ()
    say = _sayable(state, reply.say if state.settings.sound else last_words)
    voice.busy = bool(say) and state.settings.sound
    if not voice.busy:
        voice.reading_on, voice.pending, voice.to_announce = False, False, None
        return replace(reply, say=say, cue=None)
    return replace(reply, say=say, cue=reply.cue if state.cues else None)


def _sayable(state: State, said: tuple[Utterance, ...]) -> tuple[Utterance, ...]:
    """Return what of `said` there is a voice for. Where a sentence of the text has none, no page turns by itself."""
    lost = [each for each in said if each.language in state.voiceless]
    voice = state.voice
    if any(each.unit is not None for each in lost):
        voice.reading_on = voice.pending = False
    if voice.to_announce and voice.to_announce[0] in lost:
        voice.to_announce = None
    return state.reader.by_voice([each for each in said if each not in lost] if lost else said)


def _is_of_this_text(state: State, utterance: Utterance) -> bool:
    """Return True for a sentence of the present place."""
    unit, parts = utterance.unit, state.sheet.parts
    if unit is None or unit.part >= len(parts):
        return False
    return parts[unit.part].text[unit.start : unit.end] == utterance.whole.text


def _turn_on(state: State, part: int, at: int) -> bool:
    """Follow the voice to a later page, the one with character `at` of `part`; return True if it was not shown.

    Only a key turns back: a visitor may have turned to a page before the voice comes to it.
    """
    number = state.page_of(part, at)
    later = number > state.here.number
    if later:
        state.turn_to(number)
    return later
