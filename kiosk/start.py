"""Starts the kiosk on the screen. Everything that is not needed for the first page is loaded after it."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.cannot_start import CannotStartError
from kiosk.content.at_start import Trust, content_at_start
from kiosk.content.last_good import LastGood
from kiosk.content.live import LiveContent
from kiosk.device_settings import device_settings, key_map_of, machine_of, voice_of
from kiosk.locale.wordings import wordings
from kiosk.paths import content_folder, state_folder
from kiosk.visit.own_names import OWN_NAMES

if TYPE_CHECKING:
    from textual.driver import Driver

    from kiosk.device import Device
    from kiosk.speech.narrator import Narrator
    from kiosk.supervision.lifeline import Lifeline
    from kiosk.ui.app import KioskApp


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
    folder = content or content_folder()
    last_good = LastGood(state_folder())
    device = device_settings(device_file, unattended=is_unattended(lifeline))
    at_start = content_at_start(folder, last_good)
    topics = at_start.library.topics
    if language and language not in topics and at_start.trust is Trust.LIVE:
        raise CannotStartError(f"There is no content in “{language}”. There is: {', '.join(topics)}.", status=2)
    return _show(LiveContent(folder, at_start, last_good), device, language, lifeline)


def is_unattended(lifeline: Lifeline | None) -> bool:
    """Whether the kiosk starts without somebody who could be told what is wrong: by systemd, or after a crash."""
    return bool(os.environ.get("NOTIFY_SOCKET")) or (lifeline is not None and lifeline.restarted)


def _show(content: LiveContent, device: Device, language: str, lifeline: Lifeline | None) -> int:
    key_map = key_map_of(device, is_unattended(lifeline))
    # A collection while everything is being loaded finds nothing, and is felt.
    gc.disable()
    from kiosk.content.watch import Watch
    from kiosk.ui.app import KioskApp

    def narrator(app: KioskApp) -> Narrator:
        from kiosk.speech.narrator import Narrator

        return Narrator(app, app.call_soon, content.library.words, voice_of(device))

    def after_first_page() -> None:
        """What can wait until the first page is on the screen."""
        from kiosk.log import set_up_log

        set_up_log()
        gc.enable()
        gc.collect()
        gc.freeze()
        watch.start()

    app = KioskApp(
        content.library,
        # Whether headphones are plugged in is not found out yet, so headphones-only stays silent.
        narrator if device.sound == "loudspeaker" else None,
        keys=key_map.actions,
        wordings=wordings(OWN_NAMES),
        language=language,
        after_first_page=after_first_page,
        text_size=device.text_size,
        screen_width_mm=device.screen_width_mm,
        driver_class=_driver(),
        lifeline=lifeline,
        machine=machine_of(device, key_map),
    )
    watch = Watch(content, app.call_soon, app.renew, app.set_problems)
    app.run(mouse=False)
    watch.stop(patience=0.2)
    return app.return_code or 0


def _driver() -> type[Driver] | None:
    """The hardened driver, where there is one for this system; else Textual's own."""
    if os.name != "posix":
        return None
    from kiosk.terminal.driver import KioskDriver

    return KioskDriver
