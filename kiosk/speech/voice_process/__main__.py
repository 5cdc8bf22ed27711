"""The voice process: `python -m kiosk.speech.voice_process`. Commands on standard input, reports on standard output.

It is a process of its own so that a crash of the engine, a blocked sound server or what a library prints never reaches
the screen. It ends when its input ends.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, assert_never

from kiosk.machine.memory import block_memory_reads
from kiosk.speech.engines import FALLBACK
from kiosk.speech.messages import (
    Command,
    Gain,
    GoOn,
    HeadphoneChange,
    Hush,
    Mute,
    Ping,
    PlayCue,
    Pong,
    Ready,
    Report,
    Rest,
    Say,
    Sound,
    SystemVolume,
    Wake,
    Words,
    decode_command,
    encode,
)
from kiosk.speech.players.outlet import Outlet
from kiosk.speech.voice_config import AUTO, CLEAR_SPEECH, VoiceConfig
from kiosk.speech.voice_process.playback import Playback
from kiosk.speech.voice_process.speaker import Speaker
from kiosk.speech.voice_process.voice import VoiceError
from kiosk.speech.voice_process.voice_factory import make_voice

SWITCH_INTERVAL_S = 0.0005
"""Seconds that one Python thread may keep another waiting; the usual 5 ms would be heard."""


def main() -> int:
    """Speak until standard input ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--voice", default=FALLBACK, help="a name in engines.ENGINES")
    parser.add_argument("--voice-file", type=Path, help="the file of a voice that is in one")
    parser.add_argument("--cache", type=Path, help="the folder of the render cache")
    parser.add_argument("--headphones", action="store_true", help="what is to be said is meant for headphones")
    parser.add_argument("--clear-speech", default=AUTO, choices=CLEAR_SPEECH, help="whether it is made clearer")
    parser.add_argument("--system-volume", type=int, help="the volume of the output at the start, in per cent")
    parser.add_argument("--headphones-only", action="store_true", help="nothing sounds on the loudspeaker")
    options = parser.parse_args()
    block_memory_reads()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    reports = _take_over_output()
    lock = threading.Lock()

    def report(message: Report) -> None:
        with lock:
            try:
                reports.write(encode(message))
            except (OSError, ValueError):
                os._exit(0)  # the app is gone

    try:
        config = VoiceConfig(
            options.voice,
            options.voice_file,
            options.cache,
            options.headphones_only,
            options.clear_speech,
            options.system_volume,
        )
        voice = make_voice(config)
    except VoiceError as error:
        report(Mute(str(error)))
        sys.stdin.buffer.read()
        return 1

    def moved(plugged: bool, first: bool) -> None:
        if not first or (options.headphones and not plugged):
            speaker.move()
        report(HeadphoneChange(plugged))
        if options.headphones_only:
            report(Sound(plugged, "headphones"))

    def told_volume(percent: int) -> None:
        report(SystemVolume(percent))

    outlet = Outlet(options.headphones_only, moved, told_volume, config.system_volume)
    playback = Playback(voice.sample_rate, report)
    speaker = Speaker(
        voice,
        playback,
        report,
        outlet.open,
        clears=lambda: config.clears_speech(outlet.on_loudspeaker),
        classic=getattr(voice, "classic", None),
    )
    for work in (speaker.run, playback.report_marks):
        threading.Thread(target=_or_end, args=(work,), daemon=True).start()
    report(Ready())
    outlet.start()
    for line in sys.stdin.buffer:
        command = decode_command(line)
        if command is not None:
            obey(command, speaker, playback, report)
    os._exit(0)


def _or_end(work: Callable[[], None]) -> None:
    """Do `work`, and end the process if it fails: a voice without one of its threads would be silent for ever."""
    try:
        work()
    finally:
        os._exit(1)


def obey(command: Command, speaker: Speaker, playback: Playback, report: Callable[[Report], None]) -> None:
    """Carry out one command."""
    match command:
        case Say() | PlayCue():
            speaker.say(command)
        case Hush():
            speaker.hush()
        case Gain():
            playback.set_gain(command.db)
        case Words():
            speaker.set_words(command.rules)
        case Wake():
            speaker.wake()
        case Rest():
            speaker.rest()
        case GoOn():
            speaker.go_on()
        case Ping():
            report(Pong())
        case _:
            assert_never(command)


def _take_over_output() -> BinaryIO:
    """Return standard output for the reports alone; what libraries print goes to the null device from now on."""
    own = os.fdopen(os.dup(1), "wb", buffering=0)
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    os.close(null)
    return own


if __name__ == "__main__":
    sys.exit(main())
