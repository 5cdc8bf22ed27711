"""The part of eSpeak NG's C interface that the voices need, over ctypes.

The library and its data come with the `espeakng-loader` wheel. Constants and the layout of events are those of
`speak_lib.h` of eSpeak NG 1.52.
"""

from __future__ import annotations

import ctypes
import threading
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import espeakng_loader

SYNCHRONOUS = 2
DO_NOT_EXIT = 0x8000
"""Without this, eSpeak ends the process when it does not find its data."""
CHARS_UTF8 = 1
RATE, VOLUME, PITCH, WORD_GAP = 1, 2, 3, 7
_WORD = 1
_LIST_ENDS = 0
CHUNK_MS = 20
"""Length of the pieces in which samples arrive, in ms."""
TIE = "^"
"""Joins the letters of one sound in `phonemes`: “t^ʃ”."""
_IPA_WITH_TIE = 0x82 | ord(TIE) << 8
"""The mode of `espeak_TextToPhonemes`."""


class _Id(ctypes.Union):
    _fields_ = (("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8))


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class EspeakError(RuntimeError):
    """The library could not be loaded, or refused a call."""


@dataclass(frozen=True)
class Word:
    """Where a word stands in the text, in characters from 0, and at which sample it begins."""

    start: int
    length: int
    at_sample: int


Receiver = Callable[["array[int]", list[Word]], bool]
"""Takes the next samples and the words that begin in them; False ends the synthesis."""


class EspeakLibrary:
    """One loaded eSpeak NG. There can be only one in a process: `espeak_library` returns it.

    Threads may share it. Each call waits for the one before it.
    """

    def __init__(self) -> None:
        """Loads the library; raises EspeakError when it or its data cannot be used."""
        self._lock = threading.Lock()
        self._voice = ""
        self._parameters: dict[int, int] = {}
        try:
            self._lib = ctypes.CDLL(espeakng_loader.get_library_path())
            data = espeakng_loader.get_data_path()
        except (OSError, RuntimeError) as error:
            raise EspeakError(f"eSpeak NG cannot be loaded: {error}") from error
        self.sample_rate = self._lib.espeak_Initialize(SYNCHRONOUS, CHUNK_MS, data.encode(), DO_NOT_EXIT)
        if self.sample_rate <= 0:
            raise EspeakError(f"eSpeak NG finds no data in {data}")
        self._receiver: Receiver | None = None
        self._callback = _CALLBACK(self._receive)
        number = ctypes.c_uint
        self._lib.espeak_Synth.argtypes = (
            ctypes.c_char_p, ctypes.c_size_t, number, ctypes.c_int, number, number,
            ctypes.c_void_p, ctypes.c_void_p,
        )  # fmt: skip
        self._lib.espeak_TextToPhonemes.restype = ctypes.c_char_p

    def set_voice(self, name: str) -> None:
        """Chooses a voice such as `en-us`; raises EspeakError for one that is not there."""
        with self._lock:
            self._choose(name)
            self._voice = name

    def _choose(self, name: str) -> None:
        if self._lib.espeak_SetVoiceByName(name.encode()) != 0:
            raise EspeakError(f"eSpeak NG has no voice “{name}”")

    def set_parameter(self, parameter: int, value: int) -> None:
        """Sets RATE (its own scale, 80 to 450), VOLUME, PITCH or WORD_GAP (steps of 10 ms)."""
        with self._lock:
            self._parameters[parameter] = value
            self._lib.espeak_SetParameter(parameter, value, 0)

    def phonemes(self, text: str, voice: str) -> str:
        """Return `text` in the International Phonetic Alphabet, as `voice` says it, without its punctuation.

        A word that eSpeak takes for one of another language has flags around it, such as “(en)”, with ties in them.
        The voice that speaks stays as it is. Raises EspeakError for a voice that is not there.
        """
        left = ctypes.c_char_p(text.replace("\0", " ").encode())
        clauses = []
        with self._lock:
            try:
                self._choose(voice)
                while left.value is not None:
                    clause = self._lib.espeak_TextToPhonemes(ctypes.byref(left), CHARS_UTF8, _IPA_WITH_TIE)
                    clauses.append((clause or b"").decode(errors="replace").strip())
            finally:
                if self._voice:
                    self._choose(self._voice)
                for parameter, value in self._parameters.items():
                    self._lib.espeak_SetParameter(parameter, value, 0)
        return " ".join(filter(None, clauses))

    def synthesise(self, text: str, receiver: Receiver) -> None:
        """Hands the samples of `text` to `receiver`, piece by piece, until it answers False or all is said.

        The text is plain text: no markup and no phonemes are understood in it.
        """
        encoded = text.replace("\0", " ").encode()
        with self._lock:
            self._receiver = receiver
            # Here, as eSpeak would still call that of another instance, which may be gone.
            self._lib.espeak_SetSynthCallback(self._callback)
            result = self._lib.espeak_Synth(encoded, len(encoded) + 1, 0, 1, 0, CHARS_UTF8, None, None)
            self._receiver = None
        if result != 0:
            raise EspeakError(f"eSpeak NG refused a text (code {result})")

    def _receive(self, samples: object, count: int, events: object) -> int:
        """Called by the library; 1 ends the synthesis."""
        if self._receiver is None:
            return 1
        words = []
        at = 0
        while events[at].type != _LIST_ENDS:  # type: ignore[index]
            event = events[at]  # type: ignore[index]
            if event.type == _WORD and event.length > 0:
                at_sample = event.audio_position * self.sample_rate // 1000
                words.append(Word(event.text_position - 1, event.length, at_sample))
            at += 1
        piece = array("h")
        if samples and count > 0:
            piece.frombytes(ctypes.string_at(samples, count * 2))  # type: ignore[arg-type]
        return 0 if self._receiver(piece, words) else 1


@cache
def espeak_library() -> EspeakLibrary:
    """Return the one eSpeak NG of this process; raises EspeakError when it cannot be used."""
    return EspeakLibrary()
