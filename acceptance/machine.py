"""Starts the machine, calls programs in it, and pulls its plug."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from acceptance.disk import Disk
from acceptance.failed import StepFailedError

BOOT = Path(__file__).parent / "boot.sh"
CGROUPS = (Path("/sys/fs/cgroup"), Path("/sys/fs/cgroup/unified"))
"""Where the newer kind of control groups may be."""
STARTS_WITHIN_S = 180.0


def wait_for(happened: Callable[[], object], seconds: float, otherwise: Callable[[], str]) -> float:
    """Waits until `happened`; returns the seconds that it took. Raises StepFailedError with what `otherwise` says."""
    begun = time.monotonic()
    while not happened():
        if time.monotonic() - begun > seconds:
            raise StepFailedError(f"{otherwise()} (after {seconds:.0f} s)")
        time.sleep(0.1)
    return time.monotonic() - begun


def first_child(pid: int) -> int | None:
    """The process that another one has started first, or None."""
    with suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        return int(children[0]) if children else None
    return None


class Machine:
    """One machine with a disk."""

    def __init__(self, disk: Disk) -> None:
        self.disk = disk
        self._outer: subprocess.Popen[bytes] | None = None
        self.first = 0
        """The number of its first process, as this machine counts."""
        self.switched_on = 0.0
        """When (monotonic)."""
        base = next((path for path in CGROUPS if (path / "cgroup.procs").exists()), None)
        if base is None:
            raise StepFailedError("There are no control groups of version 2 here, which systemd needs.")
        self._cgroup = base / f"acceptance-{os.getpid()}"

    def start(self) -> None:
        """Switches it on. Returns when systemd has started what it was to start."""
        self._cgroup.mkdir(exist_ok=True)
        (self.disk.tree / "etc/empty-swaps").write_text("Filename Type Size Used Priority\n")
        self.switched_on = time.monotonic()
        self._outer = subprocess.Popen(
            (BOOT, self._cgroup, self.disk.tree), stdin=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        outer = self._outer

        def is_up() -> bool:
            if outer.poll() is not None:
                assert outer.stderr is not None
                raise StepFailedError(f"The machine did not start: {outer.stderr.read().decode().strip()}")
            self.first = first_child(outer.pid) or 0
            return self.state in ("running", "degraded")

        wait_for(is_up, STARTS_WITHIN_S, lambda: f"systemd is “{self.state}”")

    @property
    def state(self) -> str:
        """What systemd says of all units together."""
        return self.run(("systemctl", "is-system-running")).stdout.strip()

    def run(self, command: Sequence[str], **variables: str) -> subprocess.CompletedProcess[str]:
        """Runs a program in it, as root."""
        return subprocess.run(self.inside(command, **variables), capture_output=True, text=True, check=False)

    def inside(self, command: Sequence[str], **variables: str) -> list[str]:
        """The command that runs another one in it."""
        own = {"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "HOME": "/root", "LANG": "C.UTF-8"}
        own |= {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")} | variables
        enter = ["nsenter", "-t", str(self.first), "-m", "-p", "-u", "-i", "-C", "-r", "-w", "env", "-i"]
        return [*enter, *(f"{name}={value}" for name, value in own.items()), *command]

    def call(self, *command: str, folder: str = "/") -> str:
        """Runs a program in it, as root; returns what it said. Raises StepFailedError where it did not end with 0."""
        done = self.run(("env", f"--chdir={folder}", *command))
        if done.returncode:
            words = (done.stderr or done.stdout).strip().splitlines()[-4:]
            raise StepFailedError(f"{' '.join(command)} ended with {done.returncode}: {' / '.join(words)}")
        return done.stdout

    def unit(self, name: str, *properties: str) -> dict[str, str]:
        """What systemd knows of a unit."""
        told = self.call("systemctl", "show", name, f"--property={','.join(properties)}")
        return dict(line.split("=", 1) for line in told.splitlines())

    def processes(self, unit: str) -> dict[int, str]:
        """The processes of a unit, by their numbers outside, with their command lines."""
        group = self.unit(unit, "ControlGroup")["ControlGroup"]
        found = {}
        for number in (self._cgroup / group.strip("/") / "cgroup.procs").read_text().split():
            with suppress(OSError):
                found[int(number)] = Path(f"/proc/{number}/cmdline").read_text().replace("\0", " ").strip()
        return found

    def freeze(self, unit: str) -> None:
        """Stops every process of a unit where it is."""
        for group in self._cgroup.rglob(unit):
            for number in (group / "cgroup.procs").read_text().split():
                with suppress(OSError):
                    os.kill(int(number), signal.SIGSTOP)

    def cut(self) -> None:
        """Pulls the plug: SIGKILL to every process in it at once, as ending the first one does."""
        if self._outer is None:
            return
        for number in (self.first, self._outer.pid):
            with suppress(OSError):
                os.kill(number, signal.SIGKILL)
        self._outer.wait()
        wait_for(lambda: not self._left(), 20, lambda: f"still there: {self._left()}")
        self._outer = None

    def remove(self) -> None:
        """Switches it off for good."""
        self.cut()
        for path in sorted(self._cgroup.rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
        if self._cgroup.exists():
            self._cgroup.rmdir()

    def _left(self) -> list[str]:
        """Numbers of processes in it."""
        found: list[str] = []
        for path in self._cgroup.rglob("cgroup.procs"):
            with suppress(OSError):
                found += path.read_text().split()
        return found
