"""Shows the kiosk on the screen. Everything that is not needed for the first page is loaded after it."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from kiosk.content.live.at_start import ContentSource, content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.live.live import LiveContent
from kiosk.device.device_settings import device_settings, key_map_of, machine_of, voice_of
from kiosk.locale.wordings import wordings
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.paths import content_folder, state_folder
from kiosk.visit.layout.grid import Grid
from kiosk.visit.terms.own_names import OWN_NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from kiosk.device.device import Device
    from kiosk.speech.narrator.narrator import Narrator
    from kiosk.staff.staff_front import StaffFront
    from kiosk.supervision.lifeline import Lifeline
    from kiosk.ui.app import KioskApp


def start(content: Path | None, device_file: Path | None, language: str, lifeline: Lifeline | None) -> int:
    """Shows the kiosk until it is ended; returns its exit status. `lifeline` leads to the supervisor.

    Raises CannotStartError when the language or the device settings are not fit; content never keeps it from starting.
    """
    folder = content or content_folder()
    last_good = LastGood(state_folder())
    device = device_settings(device_file, unattended=is_unattended(lifeline))
    at_start = content_at_start(folder, last_good)
    topics = at_start.library.topics
    if language and language not in topics and at_start.source is ContentSource.LIVE:
        raise CannotStartError(f"There is no content in “{language}”. There is: {', '.join(topics)}.", status=2)
    return _show(LiveContent(folder, at_start, last_good), folder, device, language, lifeline)


def is_unattended(lifeline: Lifeline | None) -> bool:
    """Whether the kiosk starts without somebody who could be told what is wrong: by systemd, or after a crash."""
    return bool(os.environ.get("NOTIFY_SOCKET")) or (lifeline is not None and lifeline.restarted)


def _show(content: LiveContent, folder: Path, device: Device, language: str, lifeline: Lifeline | None) -> int:
    key_map = key_map_of(device, is_unattended(lifeline))
    from kiosk.content.live.watch import ContentWatch

    def narrator(app: KioskApp) -> Narrator:
        from kiosk.speech.narrator.narrator import Narrator

        return Narrator(app, app.call_soon, content.library.words, voice_of(device))

    def after_first_page() -> None:
        """What can wait until the first page is on the screen."""
        from kiosk.machine.log import set_up_log

        set_up_log()
        if lifeline:
            from kiosk.machine.memory import block_memory_reads

            block_memory_reads()
        gc.enable()
        gc.collect()
        gc.freeze()
        watch.start()

    from kiosk.ui.app import KioskApp
    from kiosk.visit.session.attendant import Attendant

    machine = machine_of(device, key_map)
    visitors = Attendant(content.library, Grid(80, 24), monotonic(), wordings(OWN_NAMES), language, machine)
    app = KioskApp(
        visitors,
        narrator if device.sound != "off" else None,
        keys=key_map.actions,
        after_first_page=after_first_page,
        text_size=device.text_size,
        screen_width_mm=device.screen_width_mm,
        driver_class=_driver(),
        lifeline=lifeline,
        staff=_staff(content, folder, device) if device.staff_pin else None,
    )
    watch = ContentWatch(content, app.call_soon, app.renew, app.set_problems)
    app.run(mouse=False)
    watch.stop(patience=0.2)
    return app.return_code or 0


def _staff(content: LiveContent, folder: Path, device: Device) -> Callable[[KioskApp], StaffFront]:
    """Makes the staff's front, where they have a PIN."""
    from kiosk.staff.access import Access, doctor
    from kiosk.staff.lock_out_file import LockOutFile
    from kiosk.staff.pin import PinHash
    from kiosk.staff.staff_front import StaffFront

    access = Access(
        PinHash.parse(device.staff_pin),
        device.staff_keys,
        LockOutFile(state_folder()),
        lambda: content.diagnostics,
        lambda: doctor(folder, device.file),
    )
    return lambda app: StaffFront(access, app.attendant, monotonic, app.in_background, app.answer)


def _driver() -> type[Driver] | None:
    """The hardened driver, where there is one for this system; else Textual's own."""
    if os.name != "posix":
        return None
    from kiosk.terminal.driver import KioskDriver

    return KioskDriver
