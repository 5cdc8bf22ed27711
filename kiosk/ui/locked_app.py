"""A Textual app that nothing on the keyboard leads out of, and that shows no fault of its own."""

from __future__ import annotations

import asyncio
import logging
import signal
from typing import ClassVar

from textual import events
from textual.app import App
from textual.driver import Driver

_log = logging.getLogger(__name__)


class LockedApp(App[int], inherit_bindings=False):
    """No binding, no palette, no mouse, no clipboard; signals end it cleanly; faults go to the log."""

    ENABLE_COMMAND_PALETTE = False
    COMMANDS: ClassVar = set()
    ALLOW_SELECT = False

    def __init__(self, driver_class: type[Driver] | None = None) -> None:
        super().__init__(driver_class=driver_class, watch_css=False)
        self.animation_level = "none"

    def lock(self, loop: asyncio.AbstractEventLoop) -> None:
        """To be called once the app runs: sees to signals and to faults in the background."""
        loop.set_exception_handler(self._failed_in_loop)
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
        """Pasted text and the mouse are dropped."""
        if not isinstance(event, (events.Paste, events.MouseEvent)):
            await super().on_event(event)

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

    def _failed_in_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        _log.error("in the background: %s", context.get("message"), exc_info=context.get("exception"))  # type: ignore[arg-type]

    def _fatal_error(self) -> None:
        """A fault of our own goes to the log, never onto the screen."""
        _log.exception("the kiosk must start again")
        self._close_messages_no_wait()
