"""Tools to type, look and listen with, in a Debian of their own, so that the machine gets nothing but the kiosk."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from acceptance.disk import Disk, said
from acceptance.machine import Machine

PACKAGES = ("grim", "wtype", "pulseaudio-utils", "tesseract-ocr", "tesseract-ocr-eng")
"""A camera, a keyboard, a microphone, and who reads what the camera has taken."""
WITH_PROC = 'mount --make-rprivate / && mount -t proc proc "$1/proc" && exec chroot "$@"'
"""Through /proc a tool finds the machine's sockets."""


class Workbench:
    """A folder with tools. They reach the machine through its sockets alone."""

    def __init__(self, folder: Path, release: str, machine: Machine) -> None:
        self._disk = Disk(folder, f"tools-{release}", release)
        self._machine = machine

    def make(self) -> None:
        """Installs the tools, unless they were for an earlier evening."""
        done = self._disk.tree / "tools-are-here"
        if done.exists() and done.read_text() == " ".join(PACKAGES):
            return
        self._disk.make()
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        for words in (("update",), ("install", "-y", "--no-install-recommends", *PACKAGES)):
            said("chroot", self._disk.tree, "apt-get", *words, environment=quiet)
        done.write_text(" ".join(PACKAGES))

    def command(self, tool: Sequence[str], **variables: str) -> list[str]:
        """The command that runs a tool before the machine's screen."""
        display = {"XDG_RUNTIME_DIR": self.path("/run/kiosk"), "WAYLAND_DISPLAY": "wayland-0"}
        own = {**display, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/root", **variables}
        env = ["env", "-i", *(f"{name}={value}" for name, value in own.items())]
        return ["unshare", "--mount", "sh", "-c", WITH_PROC, "-", str(self._disk.tree), *env, *tool]

    def path(self, path: str) -> str:
        """Where a tool finds a path of the running machine."""
        return f"/proc/{self._machine.first}/root{path}"

    def use(self, *tool: str, given: bytes = b"") -> bytes:
        """Runs a tool; returns what it wrote. Raises CalledProcessError where it failed."""
        return subprocess.run(self.command(tool), input=given, capture_output=True, check=True).stdout
