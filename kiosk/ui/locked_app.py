"""A Textual app that no key can leave and that never shows an error."""

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

from kiosk.terminal.input_events import EscapeByte, Probe
from kiosk.terminal.textual_internals import ShieldedApp
from kiosk.terminal.touch.taps import Tapped

if TYPE_CHECKING:
    from kiosk.supervision.supervisor_socket import SupervisorSocket

_log = logging.getLogger(__name__)


class LockedApp(ShieldedApp, inherit_bindings=False):
    """No binding, palette, mouse or clipboard; signals end it cleanly; errors go to the log."""

    ENABLE_COMMAND_PALETTE = False
    COMMANDS: ClassVar = set()
    ALLOW_SELECT = False

    def __init__(self, driver_class: type[Driver] | None = None, supervisor: SupervisorSocket | None = None) -> None:
        """`supervisor`: the socket to the supervisor, if there is one."""
        super().__init__(driver_class=driver_class, watch_css=False)
        self.animation_level = "none"
        self._supervisor = supervisor
        self._own_loop: asyncio.AbstractEventLoop | None = None
        self._probed = False
        """True while a probe waits for the repaint that answers it."""

    def lock(self, loop: asyncio.AbstractEventLoop) -> None:
        """Handle signals, the supervisor's end and errors in the background; call it once the app runs."""
        self._own_loop = loop
        loop.set_exception_handler(self._failed_in_loop)
        if self._supervisor:
            loop.add_reader(self._supervisor, self._supervisor_has_died)
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            if hasattr(signal, name):
                try:
                    loop.add_signal_handler(getattr(signal, name), self.exit, 0)
                except (NotImplementedError, RuntimeError, ValueError):
                    continue  # not on this system, or not in this thread
        try:
            # After the driver has set its handler, which would suspend the app.
            signal.signal(signal.SIGTSTP, signal.SIG_IGN)
        except (AttributeError, ValueError):
            return  # not on this system, or not in this thread

    async def on_event(self, event: events.Event) -> None:
        """Take keys, taps and the window's size; answer a probe by painting a cell; drop pasted text and the mouse."""
        if isinstance(event, events.Key):
            self.pressed(event)
        elif isinstance(event, EscapeByte):
            self.escape_begun()
        elif isinstance(event, Tapped):
            self.tapped(event)
        elif isinstance(event, Probe):
            self._probed = True
            # Not the screen itself: its refresh would replace those of its widgets, which would be lost.
            for widget in self.screen.children:
                widget.refresh(Region(0, 0, 1, 1))
        elif not isinstance(event, (events.Paste, events.MouseEvent)):
            await super().on_event(event)
            if isinstance(event, events.Resize):
                self.resized()

    def pressed(self, event: events.Key) -> None:
        """Answer a key; for subclasses."""

    def escape_begun(self) -> None:
        """Answer the byte that may be the Escape key; for subclasses."""

    def tapped(self, event: Tapped) -> None:
        """Answer a tap; for subclasses."""

    def resized(self) -> None:
        """Fit the page to another window size; for subclasses."""

    def post_display_hook(self) -> None:
        """Answer a probe once Textual has painted; overriding methods must call this one."""
        if self._probed and self._supervisor:
            self._probed = False
            if self.is_well:
                self._supervisor.beat()

    @property
    def is_well(self) -> bool:
        """True if everything behind the screen works as well; for subclasses."""
        return True

    def _supervisor_has_died(self) -> None:
        _log.warning("nobody watches the app any more; it ends")
        if self._own_loop and self._supervisor:
            self._own_loop.remove_reader(self._supervisor)
        self.exit(1)

    async def action_quit(self) -> None:
        """Do nothing: no key ends the kiosk."""

    def action_suspend_process(self) -> None:
        """Do nothing: no key suspends the kiosk."""

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Do nothing: no visit is recorded."""

    def action_show_help_panel(self) -> None:
        """Do nothing: the kiosk has its own help."""

    def copy_to_clipboard(self, text: str) -> None:
        """Do nothing: the next visitor must not find this one's text."""

    def call_soon(self, function: Callable[..., object], *arguments: object) -> None:
        """Run a function in the app's thread, from any thread; do nothing once the app has ended."""
        if self._own_loop is not None and not self._own_loop.is_closed():
            self._own_loop.call_soon_threadsafe(function, *arguments)

    def in_background(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Run `work` in a daemon thread, which does not delay the app's end; then `then` in the app's thread."""
        Thread(target=lambda: self.call_soon(then, work()), name="background", daemon=True).start()

    def end_for_good(self) -> None:
        """End the app and keep the supervisor from starting it again."""
        if self._supervisor:
            self._supervisor.leave()
        self.exit(0)

    def _failed_in_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        _log.error("in the background: %s", context.get("message"), exc_info=context.get("exception"))  # type: ignore[arg-type]

    def note_fault(self) -> None:
        """Log an error that ends the app; it never appears on the screen."""
        _log.exception("the kiosk must start again")
