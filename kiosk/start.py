"""Starts the kiosk on the screen. Everything that is not needed for the first page is loaded after it."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content import kept
from kiosk.content.hashes import content_hash, file_hash
from kiosk.content.last_good import LastGood
from kiosk.paths import content_folder, device_files, speech_folder, state_folder

if TYPE_CHECKING:
    from textual.driver import Driver

    from kiosk.content.library import Library
    from kiosk.content.problem import Problem
    from kiosk.device import Device
    from kiosk.speech.narrator import Narrator
    from kiosk.speech.voice_choice import VoiceChoice
    from kiosk.supervision.lifeline import Lifeline
    from kiosk.ui.app import KioskApp


class CannotStartError(Exception):
    """Why the kiosk cannot start, for whoever starts it."""

    def __init__(self, sentence: str, problems: tuple[Problem, ...] = (), status: int = 1) -> None:
        super().__init__(sentence)
        self.problems = problems
        self.status = status
        """Exit status."""


def start(content: Path | None = None, device_file: Path | None = None, language: str = "") -> int:
    """Shows the kiosk until it is ended; returns its exit status.

    Raises CannotStartError when the content, the device settings or the terminal are not fit.
    """
    # Textual would log keys, take keys from the environment, run another driver, or not see the real window size.
    for name in [name for name in os.environ if name.startswith("TEXTUAL") or name in ("COLUMNS", "LINES")]:
        del os.environ[name]
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        sentence = "The kiosk needs a terminal. Start it in a terminal window or on a console."
        raise CannotStartError(sentence, status=2)
    lifeline = _supervise()
    try:
        return _start(content, device_file, language, lifeline)
    except CannotStartError as error:
        if lifeline is None or not lifeline.restarted:
            if lifeline:
                lifeline.leave()
            raise
        return _log_fault("the kiosk cannot start again: %s", error)
    except Exception as fault:
        if lifeline is None:
            raise
        return _log_fault("the kiosk cannot start: %s", fault)


def _log_fault(sentence: str, fault: Exception) -> int:
    """Nobody at the screen is to see it. Returns the status to end with."""
    import logging

    from kiosk.log import set_up_log

    set_up_log()
    logging.getLogger(__name__).error(sentence, fault, exc_info=fault)
    return 1


def _supervise() -> Lifeline | None:
    """From here on in the app's own process, where this system has such a thing."""
    if os.name != "posix":
        return None
    from kiosk.supervision.supervisor import supervise

    return supervise()


def _start(content: Path | None, device_file: Path | None, language: str, lifeline: Lifeline | None) -> int:
    device = read_device_settings(device_file)
    library = read_library(content or content_folder())
    if language and language not in library.topics:
        have = ", ".join(library.topics)
        raise CannotStartError(f"There is no content in “{language}”. There is: {have}.", status=2)
    return _show(library, device, language, lifeline)


def read_library(folder: Path) -> Library:
    """The content of `folder`: the last good copy where nothing has changed since, else read and checked.

    Raises CannotStartError with what is to be mended.
    """
    last_good = LastGood(state_folder())
    made_from = content_hash(folder)
    library = last_good.load(folder, made_from)
    if library is None:
        from kiosk.content.problem import Level
        from kiosk.content.reader import read_content

        reading = read_content(folder)
        if reading.library is None:
            errors = tuple(p for p in reading.problems if p.level is Level.ERROR)
            raise CannotStartError(f"The content in {folder} cannot be shown yet.", errors)
        library = reading.library
        last_good.save(folder, made_from, library)
    return library


def read_device_settings(path: Path | None) -> Device:
    """The settings of this machine.

    Raises CannotStartError with what is to be mended.
    """
    from kiosk.device import Device

    path = path or next((each for each in device_files() if each.is_file()), None)
    if path is None:
        return Device()
    made_from = file_hash(path)
    copy = state_folder() / f"device-{file_hash(Path(os.devnull), str(path.absolute()))[:16]}.json"
    stored = kept.load(copy, made_from)
    if isinstance(stored, dict):
        with suppress(TypeError):
            return Device(**stored, file=path)
    from kiosk.device_file import read_device

    device, problems = read_device(path)
    if device is None:
        raise CannotStartError("The settings of this machine cannot be used yet.", problems)
    kept.save(copy, made_from, {name: value for name, value in vars(device).items() if name != "file"})
    return device


def voice_of(device: Device) -> VoiceChoice:
    """The voice that is to speak on this machine."""
    from kiosk.speech.voice_choice import VoiceChoice

    return VoiceChoice(device.voice, Path(device.voice_file) if device.voice_file else None, speech_folder())


def _show(library: Library, device: Device, language: str, lifeline: Lifeline | None) -> int:
    # A collection while everything is being loaded finds nothing, and is felt.
    gc.disable()
    from kiosk.ui.app import KioskApp

    def narrator(app: KioskApp) -> Narrator:
        from kiosk.speech.narrator import Narrator

        return Narrator(app, app.call_soon, library.words, voice_of(device))

    app = KioskApp(
        library,
        # Whether headphones are plugged in is not found out yet, so headphones-only stays silent.
        narrator if device.sound == "loudspeaker" else None,
        language=language,
        after_first_page=_after_first_page,
        text_size=device.text_size,
        screen_width_mm=device.screen_width_mm,
        driver_class=_driver(),
        lifeline=lifeline,
    )
    app.run(mouse=False)
    return app.return_code or 0


def _driver() -> type[Driver] | None:
    """The hardened driver, where there is one for this system; else Textual's own."""
    if os.name != "posix":
        return None
    from kiosk.terminal.driver import KioskDriver

    return KioskDriver


def _after_first_page() -> None:
    """What can wait until the first page is on the screen."""
    from kiosk.log import set_up_log

    set_up_log()
    gc.enable()
    gc.collect()
    gc.freeze()
