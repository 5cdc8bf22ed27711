"""Writes `docs/sound/signs.wav`, the speech on the first page of the signs: part of `make screenshots`.

The visit decides what is said, with which pauses; the kiosk's own voice says it at the usual speed.
"""

from __future__ import annotations

import sys
import wave
from pathlib import Path

from kiosk.content.reader import read_content
from kiosk.speech.voice_process.recording import Recording
from kiosk.speech.voice_process.voice import Voice
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.settings import RATES_WPM, START_RATE
from kiosk.visit.terms.action import Action

ROOT = Path(__file__).resolve().parent.parent
SOUND = ROOT / "docs" / "sound" / "signs.wav"
WINDOW = Grid(20, 6)
"""A terminal of 80 columns and 24 rows in drawn letters."""


def main() -> None:
    """Write the file."""
    library = read_content(ROOT / "content").library
    if library is None:
        raise SystemExit("The content has errors: see “python3 run_kiosk.py check”.")
    attendant = Attendant(library, WINDOW, 0.0)
    attendant.act(Action.OTHER, 0.0)
    attendant.act(Action.CHOOSE, 0.0)
    reply = attendant.act(Action.CHOOSE, 0.0)
    voice, recording = Voice(library.words), Recording()
    for utterance in reply.say:
        recording.heard.extend([0] * (utterance.pause_ms * voice.sample_rate // 1000))
        voice.speak(utterance.say or utterance.text, utterance.language, RATES_WPM[START_RATE], recording)
    if sys.byteorder == "big":
        recording.heard.byteswap()
    SOUND.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(SOUND), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(voice.sample_rate)
        file.writeframes(recording.heard.tobytes())
    print(f"{SOUND.relative_to(ROOT)}: " + " ".join(utterance.text for utterance in reply.say))  # noqa: T201


if __name__ == "__main__":
    main()
