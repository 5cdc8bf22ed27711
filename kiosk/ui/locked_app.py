"""A Textual app that nothing on the keyboard leads out of, and that shows no fault of its own."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.driver import Driver
from textual.geometry import Region

from kiosk.terminal.probe import Probe
from kiosk.terminal.textual_internals import ShieldedApp

if TYPE_CHECKING:
    from kiosk.supervision.lifeline import Lifeline

_log = logging.getLogger(__name__)


class LockedApp(ShieldedApp, inherit_bindings=False):
    """No binding, no palette, no mouse, no clipboard; signals end it cleanly; faults go to the log."""

    ENABLE_COMMAND_PALETTE = False
    COMMANDS: ClassVar = set()
    ALLOW_SELECT = False

    def __init__(self, driver_class: type[Driver] | None = None, lifeline: Lifeline | None = None) -> None:
        """`lifeline` leads to the supervisor, where there is one."""
        super().__init__(driver_class=driver_class, watch_css=False)
        self.animation_level = "none"
        self._lifeline = lifeline
        self._own_loop: asyncio.AbstractEventLoop | None = None
        self._probed = False
        """Whether a probe has come that is not answered by a repaint yet."""

    def lock(self, loop: asyncio.AbstractEventLoop) -> None:
        """To be called once the app runs: sees to signals, to the supervisor's end and to faults in the background."""
        self._own_loop = loop
        loop.set_exception_handler(self._failed_in_loop)
        if self._lifeline:
            loop.add_reader(self._lifeline, self._supervisor_has_died)
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            if hasattr(signal, name):
                try:
                    loop.add_signal_handler(getattr(signal, name), self.exit, 0)
                except (NotImplementedError, RuntimeError, ValueError):
                    continue  # not on this system, or not in this thread
        try:
            # After the driver, which has a handler of its own for it.
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        except (AttributeError, ValueError):
            return  # likewise

    async def on_event(self, event: events.Event) -> None:
        """Pasted text and the mouse are dropped; a probe is answered by painting a cell."""
        if isinstance(event, Probe):
            self._probed = True
            # Not the screen itself: its refresh takes the place of those of its widgets, which would be lost.
            for widget in self.screen.children:
                widget.refresh(Region(0, 0, 1, 1))
        elif not isinstance(event, (events.Paste, events.MouseEvent)):
            await super().on_event(event)

    def post_display_hook(self) -> None:
        """Textual has painted. To be called by whoever overrides it."""
        if self._probed and self._lifeline:
            self._probed = False
            if self.is_well:
                self._lifeline.beat()

    @property
    def is_well(self) -> bool:
        """Whether what does not show on the screen works too. To be answered by whoever knows."""
        return True

    def _supervisor_has_died(self) -> None:
        _log.warning("nobody watches the app any more; it ends")
        if self._own_loop and self._lifeline:
            self._own_loop.remove_reader(self._lifeline)
        self.exit(1)

    async def action_quit(self) -> None:
        """Nothing on the keyboard ends the kiosk."""

    def action_suspend_process(self) -> None:
        """Nothing on the keyboard stops the kiosk."""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Nothing of a visit is kept."""

    def action_show_help_panel(self) -> None:
        """The kiosk has a help of its own."""

    def copy_to_clipboard(self, text: str) -> None:
        """The next visitor must not find what this one had."""

    def call_soon(self, function: Callable[..., object], *arguments: object) -> None:
        """Runs a function in the app's own thread, from any thread; nothing once the app has ended."""
        if self._own_loop is not None and not self._own_loop.is_closed():
            self._own_loop.call_soon_threadsafe(function, *arguments)

    def in_background(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run `work` in a thread of its own, which does not keep the app from ending; then `then` in the app's own."""
        Thread(target=lambda: self.call_soon(then, work()), name="background", daemon=True).start()

    def end_for_good(self) -> None:
        """End the app; the supervisor does not start it again."""
        if self._lifeline:
            self._lifeline.leave()
        self.exit(0)

    def _failed_in_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        _log.error("in the background: %s", context.get("message"), exc_info=context.get("exception"))  # type: ignore[arg-type]

    def note_fault(self) -> None:
        """A fault of our own goes to the log, never onto the screen."""
        _log.exception("the kiosk must start again")
