"""A machine in QEMU: its keyboard, its screen, its sound card and its plug."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
from array import array
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from acceptance.failed import StepFailedError
from acceptance.machine import wait_for
from acceptance.screen import in_focus, plain

RATE = 44100
"""Frames a second of what QEMU records: 16 bits, two channels."""
HEADER = 44
LOUD = 500


class Emulator:
    """One machine with a disk. TCG always: KVM is there on few test machines, and then starts some kernels only."""

    def __init__(self, disk: Path, folder: Path) -> None:
        self._disk = disk
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None
        self._answers: Any = None
        self._resets = 0
        self.switched_on = 0.0
        self.seen = ""

    def start(self, *more: str) -> None:
        """Switches it on."""
        place = self._folder / "qmp"
        place.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            (
                "qemu-system-x86_64", "-accel", "tcg,thread=multi", "-cpu", "max", "-smp", "2", "-m", "2048",
                "-display", "none", "-vga", "none", "-device", "virtio-vga,xres=1280,yres=800",
                "-drive", f"file={self._disk},format=raw,if=virtio,cache=none",
                "-device", "qemu-xhci", "-device", "usb-kbd", "-nic", "none",
                "-audiodev", f"wav,id=sound,path={self._folder / 'heard.wav'}",
                "-device", "intel-hda", "-device", "hda-output,audiodev=sound",
                "-device", "i6300esb", "-watchdog-action", "reset",
                "-qmp", f"unix:{place},server=on,wait=off", *more,
            ),
            stdin=subprocess.DEVNULL,
        )  # fmt: skip
        self.switched_on = time.monotonic()
        self._resets = 0
        wait_for(place.exists, 30, lambda: "QEMU did not start")
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(str(place))
        self._answers = self._line.makefile("r")
        self._answers.readline()
        self.ask("qmp_capabilities")

    def ask(self, command: str, **arguments: object) -> object:
        """Has QEMU do something; returns its answer. Raises StepFailedError where it refuses."""
        assert self._line is not None
        self._line.sendall(json.dumps({"execute": command, "arguments": arguments}).encode() + b"\n")
        while True:
            answer = json.loads(self._answers.readline())
            if "event" in answer:
                self._resets += answer["event"] in ("RESET", "SHUTDOWN", "SUSPEND", "POWERDOWN")
            elif "error" in answer:
                raise StepFailedError(f"QEMU: {answer['error']['desc']}")
            else:
                return answer["return"]

    def resets(self) -> int:
        """How often it has started again, been switched off or slept since it was switched on."""
        self.ask("query-status")
        return self._resets

    def press(self, *keys: str) -> None:
        """Presses keys by the names of their codes; those with a plus between them together."""
        for key in keys:
            codes = [{"type": "qcode", "data": code} for code in key.split("+")]
            self.ask("send-key", keys=codes, **{"hold-time": 150})
            time.sleep(1)

    def read(self) -> str:
        """Return what is on the screen, as a reader of pictures sees it."""
        picture = self._folder / "screen.ppm"
        self.ask("screendump", filename=str(picture))
        raw = picture.read_bytes()
        found = []
        for part, way in ((raw, "3"), (raw, "6"), (in_focus(raw), "6")):
            if part:
                done = subprocess.run(
                    ("tesseract", "-", "-", "--psm", way), input=part, capture_output=True, check=True
                )
                found.append(done.stdout.decode("utf-8", "replace"))
        self.seen = "\n".join(found)
        return self.seen

    def wait_for(self, text: str, seconds: float) -> float:
        """Waits until a text is on the screen; returns the seconds since the machine was switched on."""

        def told() -> str:
            return f"no “{text}” on the screen, but: {plain(self.seen)[:200]}"

        self.wait_until(lambda: plain(text) in plain(self.read()), seconds, told)
        return time.monotonic() - self.switched_on

    @staticmethod
    def wait_until(happened: Callable[[], object], seconds: float, otherwise: Callable[[], str]) -> None:
        """Waits until `happened`; raises StepFailedError with what `otherwise` says."""
        wait_for(happened, seconds, otherwise)

    def keep(self, name: str) -> None:
        """Keeps a picture of the screen."""
        with suppress(StepFailedError, OSError, ValueError):
            self.ask("screendump", filename=str(self._folder / name), format="png")

    def heard(self) -> int:
        """Bytes that were recorded so far."""
        with suppress(OSError):
            return (self._folder / "heard.wav").stat().st_size
        return 0

    def loud_since(self, begun: int) -> float:
        """Seconds of sound, in tenths, since so many bytes were recorded."""
        with suppress(OSError):
            raw = (self._folder / "heard.wav").read_bytes()[max(begun, HEADER) // 4 * 4 :]
            samples = array("h", raw[: len(raw) // 4 * 4])
            block = RATE // 10 * 2
            parts = (samples[at : at + block] for at in range(0, len(samples), block))
            return sum(max(part) > LOUD for part in parts) / 10
        return 0.0

    def cut(self) -> None:
        """Pulls the plug: QEMU is killed, and what it had not written is lost."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
        if self._line is not None:
            self._answers.close()
            self._line.close()
            self._line = None
        with suppress(OSError):
            shutil.copy(self._folder / "heard.wav", self._folder / "heard-before.wav")
