"""A screen with loudspeakers, as by HDMI: it sleeps when the sound server does, and swallows what comes as it wakes."""

from __future__ import annotations

import os
import select
import subprocess
import threading
import time
from array import array

from tests.sound.sound_server import RATE, SoundServer

SINK = "screen"
SWALLOWED_S = 1.0
"""Seconds of sound that are lost each time that it wakes."""
ASLEEP_S = 0.4
"""Seconds without any samples, silence included, after which it sleeps."""
IDLE_S = 1
"""Seconds after which the server lets a device sleep that nobody plays on."""


class SleepyScreen:
    """The default output of the tests' sound server from now on; it records what would have been heard."""

    def __init__(self, server: SoundServer) -> None:
        self._environment = {**os.environ, **server.environment}
        self.samples = array("h")
        self.wakings = 0
        """How often it woke from sleep."""
        server.stop_recording()  # whoever listens to an output keeps it awake
        pipe = server.folder / "screen"
        options = (f"sink_name={SINK}", f"file={pipe}", f"rate={RATE}", "channels=1", "format=s16le")
        self.pactl("load-module", "module-pipe-sink", *options, "use_system_clock_for_timing=yes")
        self.pactl("set-default-sink", SINK)
        self._last = time.monotonic() - ASLEEP_S
        """When samples came last."""
        self._pipe = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        threading.Thread(target=self._play, name="screen", daemon=True).start()
        self.pactl("load-module", "module-suspend-on-idle", f"timeout={IDLE_S}")

    def pactl(self, *arguments: str) -> str:
        """Run a command of the sound server's; return what it prints."""
        done = subprocess.run(["pactl", *arguments], env=self._environment, capture_output=True, check=True, text=True)
        return done.stdout.strip()

    @property
    def sleeps(self) -> bool:
        """Whether the server lets it sleep."""
        return any(
            line.split()[1] == SINK and line.split()[-1] == "SUSPENDED"
            for line in self.pactl("list", "short", "sinks").splitlines()
        )

    def wait_until(self, sleeps: bool, seconds: float = 15.0) -> None:
        """Wait until the server lets it sleep and it does, or until it is awake."""
        end = time.monotonic() + seconds
        while self.sleeps is not sleeps or (sleeps and time.monotonic() - self._last <= ASLEEP_S):
            assert time.monotonic() < end, "it sleeps" if self.sleeps else "it does not sleep"
            time.sleep(0.05)

    def _play(self) -> None:
        swallow = 0
        poller = select.poll()
        poller.register(self._pipe, select.POLLIN)
        while True:
            poller.poll()
            block = os.read(self._pipe, 4_096)
            if not block:
                return  # the server has ended
            now = time.monotonic()
            if now - self._last > ASLEEP_S:
                self.wakings += 1
                swallow = int(SWALLOWED_S * RATE) * 2
            self._last = now
            heard = block[min(swallow, len(block)) :]
            swallow -= len(block) - len(heard)
            self.samples.frombytes(heard[: len(heard) // 2 * 2])
