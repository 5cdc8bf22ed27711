"""Switches the language: same place and, while reading, same sentence."""

from __future__ import annotations

from dataclasses import replace

from kiosk.content.model.sentences import sentence_spans
from kiosk.visit.layout.page import Unit
from kiosk.visit.session.state import State
from kiosk.visit.speech_text.utterance import Reply
from kiosk.visit.terms.own_names import own_name


def next_language(state: State) -> Reply:
    """Switch to the clinic's next language and say its name in that language."""
    languages = state.places.languages
    if len(languages) < 2:
        state.remark = state.words("One language only")
        return state.saying(state.words("There is no other language here."))
    return switch(state, languages[(languages.index(state.settings.language) + 1) % len(languages)])


def switch(state: State, language: str) -> Reply:
    """Switch to `language`, at the same place."""
    state.close_transient()
    page = state.page
    reading = state.voice.current_or_pending(page)
    anchor = page.units[reading or 0] if page.units else None
    sentence = _sentence_number(page.parts[anchor.part].text, anchor) if anchor else 0
    state.settings = replace(state.settings, language=language)
    state.lay_out(state.view.grid)
    state.voice.hushed()
    state.remark = own_name(language)
    if anchor:
        parts = state.view.cut(state.here.name)[0].parts
        part = min(anchor.part, len(parts) - 1)
        spans = sentence_spans(parts[part].text)
        start = spans[min(sentence, len(spans) - 1)][0]
        state.here.number = state.view.page_holding(state.here, part, start)
        if reading is not None:
            here = [at for at, unit in enumerate(state.page.units) if (unit.part, unit.start) <= (part, start)]
            return state.confirming(f"{state.remark}.", state.read_from(here[-1] if here else 0))
    return state.confirming(f"{state.remark}.", state.arrive())


def _sentence_number(text: str, unit: Unit) -> int:
    """Return the index of the sentence that `unit` belongs to, in its part."""
    return sum(end <= unit.start for _, end in sentence_spans(text))
