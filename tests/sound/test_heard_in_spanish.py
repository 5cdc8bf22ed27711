"""Spanish as it leaves the loudspeaker.

PocketSphinx has no Spanish model, so nobody recognises the words here: what was heard is compared with the sound that
the Spanish voice, and the English one, make of the same sentence; and the voice's own reports are held against what is
written.
"""

from __future__ import annotations

import os
import queue
import re

from kiosk.content.model.library import Library
from kiosk.locale.wordings import wordings
from kiosk.speech.messages import Done, Failed, Report, Say, Word, encode
from kiosk.speech.narrator.voice_client import VoiceClient
from kiosk.speech.voice_process.voice import Voice
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from kiosk.visit.terms.action import Action
from tests.sound.envelope import envelope, likeness, spoken
from tests.sound.recogniser import pieces
from tests.sound.sound_server import RATE, SoundServer
from tests.sound.test_heard import kiosk
from tests.speech.measuring import sentences

ALIKE = 0.9
"""Likeness from which two sounds count as the same words by the same voice."""


def first_sentence_of_the_signs(library: Library) -> str:
    """What a visitor hears who chooses Spanish and then the signs."""
    attendant = Attendant(library, Grid(80, 24), 0.0, wordings())
    for action in (Action.OTHER, Action.CHOOSE, Action.LANGUAGE):
        attendant.act(action, 0.0)
    said = attendant.act(Action.PICK_2, 0.0).say
    assert {utterance.language for utterance in said} == {"es"}
    return next(utterance.text for utterance in said if utterance.unit)


def test_after_the_language_key_the_spanish_voice_speaks(server: SoundServer, library: Library):
    text = first_sentence_of_the_signs(library)
    with kiosk(server, "voice: espeak\n") as terminal:
        terminal.send(" \r")
        terminal.wait_for("Main menu")
        server.wait_for_sound(0)
        terminal.send("l")
        terminal.wait_for("Menú")
        terminal.send("2")
        start = server.now
        while server.now < start + 16 * RATE:
            terminal.read(0.1)
    voice = Voice(library.words)
    heard = [envelope(piece, RATE) for piece in pieces(server.samples[start:])]
    rate = RATES_WPM[START_RATE]
    found = {
        language: max(likeness(piece, spoken(voice, text, language, rate)) for piece in heard)
        for language in ("es", "en")
    }
    assert found["es"] > ALIKE, found
    assert found["en"] < ALIKE, found


def test_every_word_of_spanish_pages_is_told_while_it_sounds(server: SoundServer, library: Library):
    texts = sentences(library, "es")[::40]
    told: queue.Queue[Report] = queue.Queue()
    before = {name: os.environ.get(name) for name in server.environment}
    os.environ.update(server.environment)
    try:
        client = VoiceClient(lambda client, report: told.put(report), lambda client: None, ())
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
    start = server.now
    client.send(b"".join(encode(Say(number, text, "es", RATES_WPM[-1])) for number, text in enumerate(texts, 1)))
    words: dict[int, list[tuple[int, int]]] = {number: [] for number in range(1, len(texts) + 1)}
    try:
        while (report := told.get(timeout=30)) != Done(len(texts)):
            assert not isinstance(report, Failed), report
            if isinstance(report, Word):
                words[report.id].append((report.start, report.start + report.length))
    finally:
        client.close()
    assert server.loud_since(start) is not None
    for text, spans in zip(texts, words.values(), strict=True):
        assert spans == sorted(spans)
        untold = [w.group() for w in re.finditer(r"\w+", text) if not any(a <= w.start() < b for a, b in spans)]
        assert untold == []
