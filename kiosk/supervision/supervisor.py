"""Starts the app, watches it, and restarts it whenever it ends, until the kiosk itself is ended on purpose."""

from __future__ import annotations

import logging
import os
import select
import signal
import sys
import time
from contextlib import suppress
from typing import NoReturn

from kiosk.supervision.back_off import BackOff
from kiosk.supervision.own_terminal import TAKE, OwnTerminal
from kiosk.supervision.private_process import TemporaryFolder, keep_private
from kiosk.supervision.service_manager import ServiceManager
from kiosk.supervision.supervisor_socket import SupervisorSocket, WatchedApp, socket_pair

PAGE_S = 3.5
"""Seconds until the safe page is shown below an app that has not shown its first page yet. With the start of Python and
of the script before it, that is within 5 s.
"""
START_S = 180.0
"""Seconds until the first page must be shown; on a slow machine, the first start compiles everything."""
HUNG_S = 30.0
"""Seconds without a beat until the app counts as hung; it beats every 5 s."""
END_S = 5.0
"""Seconds for the app to end on request."""
KILLED_S = 2.0
"""Seconds for a killed app to end; one that waits for a disk which hangs cannot, and is left behind."""
CHECK_S = 10.0
"""Seconds between two checks if the app has hung."""
MORE_S = 60.0
"""Seconds that a service manager is asked to go on waiting, at each check before the first page is shown."""
ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
IGNORED = (signal.SIGINT, signal.SIGTSTP, signal.SIGTTIN, signal.SIGTTOU)
"""Signals that a terminal's keys can send."""
_log = logging.getLogger(__name__)


def supervise() -> SupervisorSocket:
    """Fork the app and return in it; the calling process stays behind as supervisor and never returns."""
    return Supervisor().run()


class Supervisor:
    """The supervisor of one kiosk."""

    def __init__(self) -> None:
        self._terminal = OwnTerminal()
        self._manager = ServiceManager()
        self._back_off = BackOff()
        self._temporary = TemporaryFolder()
        self._told_to_end = False
        self._safe_page_below = False
        self._began, self._restarts = time.monotonic(), -1
        self._awake, wake = os.pipe()
        os.set_blocking(wake, False)
        os.set_blocking(self._awake, False)
        self._wake = wake

    def run(self) -> SupervisorSocket:
        """See `supervise`."""
        self._take_signals()
        self._terminal.silence()
        keep_private()
        self._temporary.make()
        restarted = False
        while True:
            watch = self._fork(restarted)
            if isinstance(watch, SupervisorSocket):
                return watch
            with watch:
                status = self._watch(watch)
            if watch.leaves or self._told_to_end or not self._terminal.is_there:
                self._end(status, watch.leaves)
            self._answer_crash(status, watch)
            restarted = True

    def _fork(self, restarted: bool) -> WatchedApp | SupervisorSocket:
        ours, the_apps = socket_pair()
        try:
            pid = os.fork()
        except OSError:
            _log.exception("the app cannot be started")
            the_apps.close()
            return WatchedApp(0, ours, time.monotonic())
        if pid:
            the_apps.close()
            return WatchedApp(pid, ours, time.monotonic())
        ours.close()
        # The app must not write to the supervisor's pipe; its event loop sets its own handlers.
        signal.set_wakeup_fd(-1)
        for number in (*ENDING, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        os.close(self._awake)
        os.close(self._wake)
        return SupervisorSocket(the_apps, restarted)

    # While the app runs

    def _watch(self, watch: WatchedApp) -> int:
        """Wait until the app has ended; return its status."""
        if watch.pid == 0:
            return 1
        told_at, killed_at, shown = 0.0, 0.0, False
        while (status := watch.ended()) is None:
            now = time.monotonic()
            if killed_at and now - killed_at >= KILLED_S:
                self._log("the app cannot be killed, and is left behind")
                status = -signal.SIGKILL
                break
            if self._told_to_end and not told_at:
                told_at = now
                self._manager.stopping()
                watch.signal(signal.SIGTERM)
            silent_s, allowed = now - watch.last_beat, HUNG_S if watch.beats else START_S
            if (told_at and now - told_at >= END_S) or silent_s >= allowed:
                if not told_at:
                    self._log("the app does not answer and is ended")
                watch.signal(signal.SIGKILL)
                killed_at = killed_at or now
            if not shown:
                self._manager.extend(MORE_S)
                if not (told_at or self._safe_page_below) and now - watch.started >= PAGE_S:
                    self._show_safe_page()
            wait_s = KILLED_S if killed_at else END_S if told_at else CHECK_S
            if not (shown or told_at or self._safe_page_below):
                wait_s = min(wait_s, max(0.0, watch.started + PAGE_S - now))
            self._wait(wait_s, watch)
            if watch.receive(time.monotonic()):
                if not shown:
                    shown, self._safe_page_below = True, False
                    self._manager.ready()
                    self._manager.status("The kiosk is shown.")
                    self._note_run()
                self._manager.alive()
        watch.receive(time.monotonic())
        self._terminal.note_restore_request(watch.restore_request)
        return status

    def _show_safe_page(self) -> None:
        """Show the safe page until the app, which is slow to start or hangs, draws its first page over it."""
        from kiosk.supervision.safe_page import SafePage

        self._safe_page_below = True
        self._terminal.write(TAKE)
        SafePage(self._terminal).show()

    def _note_run(self) -> None:
        """Note the run for operators of many kiosks; only after the first page, so as not to delay it."""
        from kiosk.machine.condition import note_run

        self._restarts += 1
        note_run(self._restarts, self._began)

    def _wait(self, seconds: float, *sources: WatchedApp | int) -> None:
        """Wait for an event, or for `seconds`."""
        ready, _, _ = select.select([self._awake, *sources], [], [], seconds)
        if self._awake in ready:
            with suppress(OSError):
                os.read(self._awake, 4096)
        elif ready and isinstance(ready[0], WatchedApp):
            # When the app ends, its socket closes a moment before its exit status is there.
            with suppress(OSError):
                select.select([self._awake], [], [], 0.02)

    def _take_signals(self) -> None:
        signal.set_wakeup_fd(self._wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        for number in ENDING:
            signal.signal(number, self._end_is_wanted)
        for number in IGNORED:
            signal.signal(number, signal.SIG_IGN)

    def _end_is_wanted(self, *_: object) -> None:
        self._told_to_end = True

    # When it has ended

    def _end(self, status: int, in_order: bool) -> NoReturn:
        self._manager.stopping()
        self._terminal.give_back((in_order or status == 0) and not self._safe_page_below)
        self._temporary.remove()
        if self._told_to_end:
            sys.exit(0)
        sys.exit(status if in_order else 1)

    def _answer_crash(self, status: int, watch: WatchedApp) -> None:
        """Log the crash, and show the safe page until the next start."""
        now = time.monotonic()
        self._terminal.blank()
        self._safe_page_below = False
        wait_s = self._back_off.crashed(now, now - watch.started)
        self._log(
            f"the app ended with status {status}; it is started again" + (f" in {wait_s:.0f} s" if wait_s else "")
        )
        if not wait_s:
            return
        from kiosk.supervision.safe_page import SafePage

        self._manager.ready()
        self._manager.status("The app does not run; the safe page is shown. See the log.")
        page, end = SafePage(self._terminal), now + wait_s
        with page:
            while (left := end - time.monotonic()) > 0 and not self._told_to_end and self._terminal.is_there:
                self._manager.alive()
                page.show()
                self._wait(min(left, 1.0), 0)
                page.read_keys()
        if self._told_to_end or not self._terminal.is_there:
            self._end(1, in_order=False)
        self._terminal.blank()

    def _log(self, sentence: str) -> None:
        from kiosk.machine.log import set_up_log

        if not logging.getLogger().handlers:
            set_up_log()
        _log.warning(sentence)
