"""Listens to what the machine plays: PipeWire has no sound card here, and keeps what it would play in a monitor."""

from __future__ import annotations

import subprocess
import threading

from acceptance.machine import Machine, wait_for
from acceptance.workbench import Workbench
from tests.sound.sound_server import RATE, SoundServer


class Loudspeaker(SoundServer):
    """Records all the time. Its sound server is the one of the kiosk's user, which systemd has started."""

    def __init__(self, workbench: Workbench, machine: Machine) -> None:
        super().__init__(machine.disk.tree)
        self._workbench = workbench
        self._machine = machine

    def start(self) -> None:
        """Puts a microphone before it."""
        user = self._machine.call("id", "-u", "kiosk").strip()
        place = {"PULSE_SERVER": f"unix:{self._workbench.path(f'/run/user/{user}/pulse/native')}"}
        pactl = self._workbench.command(("pactl", "get-default-sink"), **place)

        def sink() -> str:
            return subprocess.run(pactl, capture_output=True, text=True, check=False).stdout.strip()

        wait_for(sink, 30, lambda: "no sound server answers")
        listen = ("parec", f"--device={sink()}.monitor", "--raw", "--format=s16le", f"--rate={RATE}", "--channels=1")
        self._recorder = subprocess.Popen(
            self._workbench.command((*listen, "--latency-msec=20"), **place),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
        )
        begun = self.now
        threading.Thread(target=self._record, args=(self._recorder,), daemon=True).start()
        wait_for(lambda: self.now > begun, 20, lambda: "nothing can be recorded")

    def stop(self) -> None:
        """Takes the microphone away."""
        if self._recorder is not None:
            self._recorder.kill()
            self._recorder.wait()
            self._recorder = None

    def seconds_of_sound(self, start: int) -> float:
        """For how long something has sounded since a sample, breaks of less than a tenth of a second included."""
        block = RATE // 10
        return sum(self.loud_between(at, at + block) for at in range(start, self.now, block)) / 10

    def loud_between(self, start: int, end: int) -> bool:
        """Whether anything sounds between two samples."""
        part = self.samples[start:end]
        return bool(part) and max(max(part), -min(part)) > 200
