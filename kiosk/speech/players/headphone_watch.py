"""Is told by the sound server of headphones and of volumes, and asks it nothing in between.

Its connection is its own, so it stays when the kiosk rests and the stream is closed.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Mapping
from ctypes import CDLL

from kiosk.speech.players import pulse_library as pulse
from kiosk.speech.players.headphones import Headphones, Sink, headphones_among
from kiosk.speech.players.pulse_sinks import SinkInfo, sink_of

AGAIN_S = (0.2, 0.5, 1.0, 2.0, 5.0, 10.0)
"""Seconds until the server is looked for again, after the first, second, … time in vain."""


class HeadphoneWatch:
    """Knows whether headphones are plugged in."""

    def __init__(
        self,
        on_change: Callable[[Headphones | None], object] = lambda headphones: None,
        on_volume: Callable[[], object] = lambda: None,
    ) -> None:
        """Both are called in a thread of the watch's.

        `on_change`: at the first answer, and then at each change; `on_volume`: whenever `percents` may have changed.
        """
        self._on_change = on_change
        self._on_volume = on_volume
        self._headphones: Headphones | None = None
        self._told = False
        self._known = threading.Event()
        """Set once the server has answered, or there is none."""
        self._ended = threading.Event()
        """Set when the connection has ended."""
        self._sinks: list[Sink] = []
        self.percents: Mapping[str, int] = {}
        """The system volume of each output by its name, in per cent; 0 if it is muted."""
        self._asking = self._ask_again = False
        self._connected = False
        # libpulse keeps no count of Python's objects: these must live as long as it may call them.
        self._callbacks = (
            pulse.STATE_CALLBACK(self._state_changed),
            pulse.EVENT_CALLBACK(self._something_changed),
            pulse.SINK_CALLBACK(self._take_sink),
        )

    def start(self) -> None:
        """Begins to watch."""
        threading.Thread(target=self._run, name="headphones", daemon=True).start()

    def headphones(self, patience_s: float) -> Headphones | None:
        """Those that are plugged in; where that is not known yet, waits for it for so long."""
        self._known.wait(patience_s)
        return self._headphones

    @property
    def connected(self) -> bool:
        """Whether there is a sound server that tells of headphones."""
        return self._connected

    def _run(self) -> None:
        try:
            if not sys.platform.startswith("linux"):
                raise OSError("PulseAudio is for Linux")
            library = pulse.load()
        except (OSError, AttributeError):
            self._now(None)
            return
        in_vain = 0
        while True:
            self._watch(library)
            in_vain, self._connected = (0 if self._connected else in_vain + 1), False
            self._now(None)
            # Never set again: only a wait that nothing ends early.
            threading.Event().wait(AGAIN_S[min(in_vain, len(AGAIN_S) - 1)])

    def _watch(self, library: CDLL) -> None:
        """Watches for as long as the connection lasts."""
        self._library, self._connected, self._asking, self._ask_again = library, False, False, False
        self._ended.clear()
        loop = library.pa_threaded_mainloop_new()
        context = library.pa_context_new(library.pa_threaded_mainloop_get_api(loop), b"Waiting-room kiosk: headphones")
        library.pa_context_set_state_callback(context, self._callbacks[0], None)
        library.pa_context_set_subscribe_callback(context, self._callbacks[1], None)
        library.pa_threaded_mainloop_start(loop)
        library.pa_threaded_mainloop_lock(loop)
        refused = library.pa_context_connect(context, None, pulse.NO_AUTOSPAWN, None) < 0
        library.pa_threaded_mainloop_unlock(loop)
        if not refused:
            self._ended.wait()
        library.pa_threaded_mainloop_stop(loop)
        library.pa_context_unref(context)
        library.pa_threaded_mainloop_free(loop)

    # Called by libpulse, in its thread

    def _state_changed(self, context: int, _: object) -> None:
        state = self._library.pa_context_get_state(context)
        if state == pulse.CONTEXT_READY:
            self._connected = True
            self._forget(self._library.pa_context_subscribe(context, pulse.SINKS_AND_CARDS, None, None))
            self._ask(context)
        elif state >= pulse.CONTEXT_FAILED:
            self._ended.set()

    def _something_changed(self, context: int, kind: int, index: int, _: object) -> None:
        self._ask(context)

    def _ask(self, context: int) -> None:
        if self._asking:
            self._ask_again = True
            return
        self._asking = True
        self._sinks = []
        self._forget(self._library.pa_context_get_sink_info_list(context, self._callbacks[2], None))

    def _take_sink(self, context: int, info: int, end: int, _: object) -> None:
        if end == 0:
            self._sinks.append(sink_of(SinkInfo.from_address(info), self._library))
            return
        self._asking = False
        if self._ask_again:  # it has changed while it was told
            self._ask_again = False
            self._ask(context)
            return
        self.percents = {sink.name: sink.percent for sink in self._sinks}
        self._on_volume()
        found = headphones_among(self._sinks)
        if found is not None and found.port:
            # Sound would leave by another port still: this is told as a change, and then they are plugged in.
            arguments = (context, found.sink.encode(), found.port.encode(), None, None)
            self._forget(self._library.pa_context_set_sink_port_by_name(*arguments))
        else:
            self._now(found)

    def _forget(self, operation: int | None) -> None:
        if operation:
            self._library.pa_operation_unref(operation)

    def _now(self, found: Headphones | None) -> None:
        changed = found != self._headphones or not self._told
        self._headphones, self._told = found, True
        if changed:
            self._on_change(found)
        self._known.set()  # only now: nothing may be opened before it is known what is in
