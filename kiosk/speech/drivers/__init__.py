"""Voices: each is a pyttsx3 driver that hands over samples and word times instead of playing them.

Beside pyttsx3's own topics, a driver notifies `samples` (`data`: array of 16-bit mono samples) and
`word` (`location`, `length` in characters of the text; `at_sample` from the start of the utterance).
"""
