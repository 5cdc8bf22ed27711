"""Starts the app. Modules that the first page does not need are loaded after it."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

from kiosk.content.live.at_start import ContentSource, content_soon
from kiosk.content.live.deadline import Deadline
from kiosk.content.live.last_good import LastGood
from kiosk.content.live.live import LiveContent
from kiosk.device.device_settings import device_settings, key_map_of, machine_of, voice_of
from kiosk.device.own_content import content_set_in
from kiosk.locale.wordings import wordings
from kiosk.machine.cannot_start import CannotStartError
from kiosk.machine.paths import content_folder, content_folders, state_folder
from kiosk.visit.layout.grid import Grid

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.driver import Driver

    from kiosk.content.model.library import Library
    from kiosk.device.device import Device
    from kiosk.speech.narrator.narrator import Narrator
    from kiosk.speech.ready.maker import Maker
    from kiosk.staff.staff_front import StaffFront
    from kiosk.supervision.supervisor_socket import SupervisorSocket
    from kiosk.ui.app import KioskApp

FOLDER_S = 0.5
"""Seconds to see which content folder is there."""


def start(content: Path | None, device_file: Path | None, language: str, supervisor: SupervisorSocket | None) -> int:
    """Run the app until it is ended; return its exit status.

    Args:
        content: The content folder; None for the default one.
        device_file: The settings of this machine; None for the default file.
        language: Code of the first language; empty for the clinic's first one.
        supervisor: The socket to the supervisor, if there is one.

    Raises CannotStartError if the language or the device settings cannot be used. Content never prevents a start, nor
    does a folder that hangs.
    """
    last_good = LastGood(state_folder())
    device = device_settings(device_file, unattended=is_unattended(supervisor))
    folder = content or _default_folder(last_good, content_set_in(device))
    deadline = Deadline()
    at_start = content_soon(folder, last_good, deadline, language)
    topics = at_start.library.topics
    if language and language not in topics and at_start.source is ContentSource.LIVE:
        raise CannotStartError(f"There is no content in “{language}”. There is: {', '.join(topics)}.", status=2)
    live = LiveContent(folder, at_start, last_good, deadline=deadline)
    own = at_start.source is not ContentSource.BUILT_IN
    return _show(live, folder, device, language, supervisor, own)


def _default_folder(last_good: LastGood, set_here: Path | None = None) -> Path:
    """Return the default content folder; if one on the way to it hangs, the first that was shown before."""
    try:
        return Deadline().call(lambda: content_folder(set_here), FOLDER_S)
    except TimeoutError:
        *first, last = content_folders(set_here)
        return next((each for each in first if last_good.load(each)), last)


def is_unattended(supervisor: SupervisorSocket | None) -> bool:
    """Return True if nobody can read an error message: started by systemd, or after a crash."""
    return bool(os.environ.get("NOTIFY_SOCKET")) or (supervisor is not None and supervisor.restarted)


def _show(
    content: LiveContent,
    folder: Path,
    device: Device,
    language: str,
    supervisor: SupervisorSocket | None,
    clinics_own: bool,
) -> int:
    """Show `content` until the kiosk is ended. `clinics_own`: False for the built-in pages."""
    key_map = key_map_of(device, is_unattended(supervisor))
    from kiosk.content.live.watch import ContentWatch

    def narrator(app: KioskApp) -> Narrator:
        from kiosk.machine.condition import note_volume
        from kiosk.speech.narrator.narrator_at_rest import NarratorAtRest
        from kiosk.speech.ready.rest_work import RestWork

        work = RestWork(lambda: _maker(folder, device, app))
        return NarratorAtRest(work, app, app.call_soon, content.library.words, voice_of(device), note_volume)

    def after_first_page() -> None:
        """Do what can wait until the first page is on the screen."""
        from kiosk.machine.log import set_up_log

        set_up_log()
        if supervisor:
            from kiosk.machine.memory import block_memory_reads

            block_memory_reads()
        gc.enable()
        gc.collect()
        gc.freeze()
        watch.start()
        Thread(target=_look_for_damage, name="damage", daemon=True).start()
        if clinics_own:
            remember(content.library)

    def remember(library: Library) -> None:
        """Write down, beside the app, what the safe page says in this clinic's languages."""
        from kiosk.startup.safe_words import remember_for_safe_page

        Thread(target=remember_for_safe_page, args=(library,), name="safe page", daemon=True).start()

    def renew(library: Library) -> None:
        app.renew(library)
        remember(library)

    from kiosk.ui.app import KioskApp
    from kiosk.ui.appearance import Screen
    from kiosk.visit.session.attendant import Attendant

    machine, touch = machine_of(device, key_map), device.pointer == "touch"
    visitors = Attendant(content.library, Grid(80, 24), monotonic(), wordings(), language, machine)
    app = KioskApp(
        visitors,
        narrator if device.sound != "off" else None,
        keys=key_map.actions,
        after_first_page=after_first_page,
        text_size=device.text_size,
        screen=Screen(device.screen_width_mm, touch),
        driver_class=_driver(touch),
        supervisor=supervisor,
        staff=_staff(content, folder, device) if device.staff_pin else None,
    )
    watch = ContentWatch(content, app.call_soon, renew, app.set_problems)
    app.run(mouse=False)
    watch.stop(patience=0.2)
    return app.return_code or 0


def _look_for_damage() -> None:
    from logging import getLogger

    from kiosk.startup.environment import note_damage

    if note_damage():
        getLogger(__name__).warning("a file of the kiosk's own Python is lost or cut off: run_kiosk.py makes it again")


def _maker(folder: Path, device: Device, app: KioskApp) -> Maker:
    """Start the process that makes sound ahead. Raises OSError."""
    from logging import getLogger

    from kiosk.machine.condition import note_made
    from kiosk.speech.ready.made import Made, Progress, Stuck
    from kiosk.speech.ready.maker import Maker

    def on_made(made: Made) -> None:
        match made:
            case Progress():
                note_made(made.counts)
            case Stuck():
                getLogger(__name__).warning("sound is not made ahead: %s", made.why)

    options = ["--content", str(folder), *(["--device", str(device.file)] if device.file else [])]
    for grid in app.grids:
        options += ["--grid", grid.as_text()]
    return Maker(on_made, options)


def _staff(content: LiveContent, folder: Path, device: Device) -> Callable[[KioskApp], StaffFront]:
    """Return a function that creates the front for staff."""
    from kiosk.staff.access import Access, doctor
    from kiosk.staff.lock_out_file import LockOutFile
    from kiosk.staff.pin_hash import PinHash
    from kiosk.staff.staff_front import StaffFront

    access = Access(
        PinHash.parse(device.staff_pin),
        device.staff_keys,
        LockOutFile(state_folder()),
        lambda: content.problems,
        lambda: doctor(folder, device.file),
    )
    return lambda app: StaffFront(access, app.attendant, monotonic, app.in_background, app.answer)


def _driver(touch: bool) -> type[Driver] | None:
    """Return the hardened driver, which asks for taps with `touch`; None, for Textual's own, on other systems."""
    if os.name != "posix":
        return None
    from kiosk.terminal.driver import KioskDriver, TouchDriver

    return TouchDriver if touch else KioskDriver
