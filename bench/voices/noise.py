"""The noise of a waiting room, the same each time: the talk of others, and pink noise.

The talkers are voices that the kiosk does not speak with, of the language that is listened to: SVOX Pico's, each as a
high and as a low voice, and eSpeak NG's as a woman and a man. They tell fables, not what the kiosk says.
"""

from __future__ import annotations

from array import array

import numpy as np
import py_nanotts

from bench.voices.sound import RATE, Floats, at_rate, level
from kiosk.speech.drivers.espeak_library import EspeakLibrary

TALKERS_S = 40
"""Seconds until the talk repeats."""
PICO = {"en": ("en-US", "en-GB"), "es": ("es-ES",)}
PITCHES_AND_SPEEDS = ((0.85, 1.1), (1.15, 0.9))
"""Factors of a low, quick voice and of a high, slow one."""
ESPEAK = {"en": ("en-us+f2", "en-us+m3"), "es": ("es-419+f3", "es+m7", "es+f2", "es-419+m3")}
TALK = {
    "en": (
        "A wolf had been badly hurt by dogs and lay near his den. Seeing a sheep, he asked her to bring him some "
        "water from the stream. For, he said, if you bring me drink, I will find my own food. Yes, said the sheep, "
        "if I bring you drink, you would doubtless make me your food as well. A fox saw a bunch of ripe grapes "
        "hanging from a vine. She jumped again and again, but could not reach them. At last she turned away and "
        "said, they look sour, and I did not want them anyway. The hare laughed at the slow tortoise one day. "
        "The tortoise said, let us run a race, and the fox shall choose the course and set the goal. The two friends "
        "met on the road to town, and talked about the weather, the harvest, the price of bread and the new bridge."
    ),
    "es": (
        "Un lobo herido descansaba cerca de su cueva. Vio pasar una oveja y le pidió que le trajera agua del río. "
        "Si me traes de beber, le dijo, yo mismo buscaré mi comida. La oveja respondió que entonces la comida sería "
        "ella. Una zorra vio un racimo de uvas maduras que colgaba de una parra. Saltó muchas veces sin alcanzarlas, "
        "y al final se marchó diciendo que estaban verdes. La liebre se burlaba de la tortuga porque era lenta. "
        "Entonces la tortuga la invitó a correr juntas, y la zorra marcó el camino hasta la meta."
    ),
}


def babble(language: str) -> Floats:
    """Return TALKERS_S of six talkers at once, each as loud as the others, with a level of 1."""
    length = TALKERS_S * RATE
    mixed = np.zeros(length, np.float32)
    for number, talker in enumerate(_pico(language) + _espeak(language)):
        endless = np.resize(talker, 2 * length)
        mixed += np.roll(endless, number * length // 7)[:length] / level(talker)
    return mixed / np.sqrt((mixed**2).mean())


def pink() -> Floats:
    """Return TALKERS_S of pink noise with a level of 1: each octave is as loud as the others."""
    length = TALKERS_S * RATE
    phases = np.random.default_rng(1).uniform(0, 2 * np.pi, length // 2 + 1)
    frequencies = np.arange(length // 2 + 1)
    strength = np.zeros(length // 2 + 1)
    low = 50 * length // RATE
    strength[low:] = 1 / np.sqrt(frequencies[low:])
    noise = np.fft.irfft(strength * np.exp(1j * phases), length)
    return (noise / np.sqrt((noise**2).mean())).astype(np.float32)


def _pico(language: str) -> list[Floats]:
    speak = py_nanotts.NanoTTS().speak
    return [
        at_rate(array("h", speak(TALK[language], voice=voice, speed=speed, pitch=pitch, volume=1.0)), RATE)
        for voice in PICO[language]
        for pitch, speed in PITCHES_AND_SPEEDS
    ]


def _espeak(language: str) -> list[Floats]:
    library = EspeakLibrary()
    found = []
    for voice in ESPEAK[language]:
        library.set_voice(voice)
        said: array[int] = array("h")

        def take(samples: array[int], _: object, said: array[int] = said) -> bool:
            said.extend(samples)
            return True

        library.synthesise(TALK[language], take)
        found.append(at_rate(said, library.sample_rate))
    return found
