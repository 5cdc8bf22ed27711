"""Drivers: each makes one engine a pyttsx3 voice that hands over samples and word times instead of playing them.

Beside pyttsx3's own topics, a driver notifies `samples` (`data`: array of 16-bit mono samples) and, where the engine
tells it, `word` (`location`, `length` in characters of the text; `at_sample` from the start of the utterance).

To add an engine: a module here with `buildDriver` as in `espeak`, and a row in `kiosk/speech/engines.py`.
"""
