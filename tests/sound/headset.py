"""A headset that can be plugged into the tests' sound server, and records what would have been heard in it."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from array import array

from tests.sound.sound_server import LOUD, RATE, SINK_RATE, SoundServer

SINK = "headset"


class Headset:
    """A sink that says that it is worn, as one with USB or Bluetooth does."""

    def __init__(self, server: SoundServer) -> None:
        self._environment = {**os.environ, **server.environment}
        self._module = ""
        self._recorder: subprocess.Popen[bytes] | None = None
        self.samples = array("h")
        self._heard_at: float | None = None

    def plug_in(self) -> None:
        """It is there for the server from now on."""
        self._module = self._pactl(
            "load-module", "module-null-sink", f"sink_name={SINK}", f"rate={SINK_RATE}",
            "sink_properties=device.form_factor=headset",
        )  # fmt: skip
        self._recorder = subprocess.Popen(
            [
                *("parec", f"--device={SINK}.monitor", "--raw", "--format=s16le", f"--rate={RATE}"),
                *("--channels=1", "--latency-msec=5"),
            ],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        threading.Thread(target=self._record, args=(self._recorder,), daemon=True).start()

    def unplug(self) -> float:
        """It is gone; returns when (monotonic clock)."""
        moment = time.monotonic()
        self._pactl("unload-module", self._module)
        self.end()
        return moment

    def end(self) -> None:
        """Ends the recorder."""
        if self._recorder is not None:
            self._recorder.kill()
            self._recorder.wait()
            self._recorder = None

    def wait_for_sound(self, seconds: float = 10.0) -> float:
        """Waits until something is heard in it; returns when (monotonic clock)."""
        end = time.monotonic() + seconds
        while self._heard_at is None:
            assert time.monotonic() < end, "nothing was heard in the headset"
            time.sleep(0.02)
        return self._heard_at

    def _pactl(self, *arguments: str) -> str:
        done = subprocess.run(["pactl", *arguments], env=self._environment, capture_output=True, check=True, text=True)
        return done.stdout.strip()

    def _record(self, recorder: subprocess.Popen[bytes]) -> None:
        assert recorder.stdout is not None
        while block := recorder.stdout.read(4_096):
            piece = array("h", block[: len(block) // 2 * 2])
            self.samples.extend(piece)
            if self._heard_at is None and max(map(abs, piece), default=0) > LOUD:
                self._heard_at = time.monotonic()
