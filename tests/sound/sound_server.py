"""A sound server of the tests' own, with a loudspeaker that records what it would have played."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
import time
from array import array
from pathlib import Path

RATE = 16_000
"""Samples a second of the recording (16-bit mono): what the recogniser's model is made for."""
SINK_RATE = 44_100
"""Likewise of the loudspeaker."""
LOUD = 200
"""Samples (of ±32,767) above this count as sound."""
SINK = "null"


def programs_missing() -> list[str]:
    """Which programs the server needs and does not find."""
    return [name for name in ("pulseaudio", "parec") if shutil.which(name) is None]


class SoundServer:
    """A PulseAudio of its own in `folder`. A recorder always listens, or the null sink would stall."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            "PULSE_SERVER": f"unix:{folder}/socket",
            "PULSE_RUNTIME_PATH": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_COOKIE": str(folder / "cookie"),
        }
        self.samples = array("h")
        self._arrived: list[tuple[float, int]] = []
        self._server: subprocess.Popen[bytes] | None = None
        self._recorder: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts server and recorder; returns when sound is being recorded."""
        modules = [
            f"module-null-sink sink_name={SINK} rate={SINK_RATE}",
            f"module-native-protocol-unix auth-anonymous=1 socket={self.folder}/socket",
        ]
        command = [
            "pulseaudio",
            "-n",
            "--daemonize=no",
            "--use-pid-file=no",
            "--exit-idle-time=-1",
            "--log-level=error",
        ]
        for module in modules:
            command += ["-L", module]
        environment = {**os.environ, **self.environment}
        self._server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 20
        while True:
            self._recorder = subprocess.Popen(
                [
                    *("parec", f"--device={SINK}.monitor", "--raw", "--format=s16le", f"--rate={RATE}"),
                    *("--channels=1", "--latency-msec=5"),
                ],
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
            )
            assert self._recorder.stdout is not None
            if block := self._recorder.stdout.read(64):
                self._take(block)
                break
            assert time.monotonic() < end, "PulseAudio did not start"
        threading.Thread(target=self._record, args=(self._recorder,), daemon=True).start()

    def stop(self) -> None:
        """Ends both, as a crash would."""
        for process in (self._recorder, self._server):
            if process is not None:
                process.kill()
                process.wait()

    def stop_recording(self) -> None:
        """Nobody listens any more."""
        if self._recorder is not None:
            self._recorder.kill()
            self._recorder.wait()

    def freeze(self) -> None:
        """It hangs: it holds all its connections and does nothing."""
        assert self._server is not None
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on where it stopped."""
        assert self._server is not None
        self._server.send_signal(signal.SIGCONT)

    def _record(self, recorder: subprocess.Popen[bytes]) -> None:
        assert recorder.stdout is not None
        while block := recorder.stdout.read(4_096):
            self._take(block)

    def _take(self, block: bytes) -> None:
        self.samples.frombytes(block[: len(block) // 2 * 2])
        self._arrived.append((time.monotonic(), len(self.samples)))

    @property
    def now(self) -> int:
        """How many samples have been recorded."""
        return len(self.samples)

    def loud_since(self, start: int) -> int | None:
        """The first sample from `start` on that is sound, or None."""
        part = self.samples[start:]
        return next((start + at for at, sample in enumerate(part) if abs(sample) > LOUD), None)

    def last_loud(self, start: int) -> int | None:
        """The last sample from `start` on that is sound, or None."""
        part = self.samples[start:]
        return next((start + at for at in range(len(part) - 1, -1, -1) if abs(part[at]) > LOUD), None)

    def time_of(self, sample: int) -> float:
        """When (monotonic clock) a sample was recorded, to some 5 ms."""
        for moment, count in self._arrived:
            if count > sample:
                return moment - (count - sample) / RATE
        return self._arrived[-1][0]

    def wait_for_sound(self, start: int, seconds: float = 10.0) -> int:
        """Waits for sound after sample `start`; returns the first loud sample."""
        end = time.monotonic() + seconds
        while (found := self.loud_since(start)) is None:
            assert time.monotonic() < end, "nothing was heard"
            time.sleep(0.02)
        return found

    def wait_for_silence(self, quiet: float = 1.5, seconds: float = 120.0) -> None:
        """Waits until nothing was heard for `quiet` seconds."""
        end = time.monotonic() + seconds
        while True:
            start = max(0, self.now - int(quiet * RATE))
            if self.now > quiet * RATE and self.loud_since(start) is None:
                return
            assert time.monotonic() < end, "it did not become silent"
            time.sleep(0.05)
