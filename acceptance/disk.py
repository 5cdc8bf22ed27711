"""The machine's disk: a folder with a fresh Debian, which can fetch packages as this machine does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from acceptance.failed import StepFailedError
from acceptance.fetching import debian_mirror, pip_file, pip_settings

ROOT = Path(__file__).parent.parent
CERTIFICATES = "etc/ssl/certs/of-this-network.pem"
NOT_COPIED = (".git", ".venv", "build", "__pycache__", "*.pyc", ".*_cache", ".hypothesis", ".venv.lock")
"""What is no part of the project."""


def said(*command: str | Path, environment: dict[str, str] | None = None) -> str:
    """Calls a program of this machine; returns what it said. Raises StepFailedError with its last words."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        words = (done.stderr or done.stdout).strip().splitlines()[-3:]
        raise StepFailedError(f"{Path(command[0]).name} ended with {done.returncode}: {' / '.join(words)}")
    return done.stdout


class Disk:
    """The folder of one machine. `tree` holds what would be on its disk."""

    def __init__(self, folder: Path, name: str, release: str) -> None:
        self._saved = folder / f"debian-{release}.tar"
        self._release = release
        self.tree = folder / name

    def make(self) -> None:
        """An empty folder, and then a Debian in it: fetched the first time, later from a copy that was kept."""
        shutil.rmtree(self.tree, ignore_errors=True)
        self.tree.mkdir(parents=True)
        if not self._saved.exists():
            sources = Path("/etc/apt")
            texts = [path.read_text("utf-8") for path in (*sources.glob("*.list"), *sources.glob("sources.list.d/*"))]
            mirror = debian_mirror(texts)
            more = "--include=dbus,systemd-sysv,ca-certificates"
            said("debootstrap", more, self._release, self.tree, *([mirror] if mirror else []))
            said("tar", "-C", self.tree, "-cf", f"{self._saved}.new", ".")
            Path(f"{self._saved}.new").rename(self._saved)
        else:
            said("tar", "-C", self.tree, "-xf", self._saved)
        self._make_fetch()

    def _make_fetch(self) -> None:
        """Names, proxies, certificates and indexes as this machine has them."""
        shutil.copy("/etc/resolv.conf", self.tree / "etc/resolv.conf")
        told = said("apt-config", "dump").splitlines()
        proxies = [line for line in told if line.startswith("Acquire::") and "proxy" in line.lower()]
        (self.tree / "etc/apt/apt.conf.d/90network").write_text("".join(f"{line}\n" for line in proxies))
        settings = pip_settings(said(sys.executable, "-m", "pip", "config", "list"))
        if "cert" in settings:
            shutil.copy(settings["cert"], self.tree / CERTIFICATES)
            settings["cert"] = f"/{CERTIFICATES}"
        (self.tree / "etc/pip.conf").write_text(pip_file(settings))

    def copy_project(self) -> None:
        """The kiosk's folder, as somebody would bring it on a stick."""
        shutil.copytree(ROOT, self.tree / "root/kiosk", ignore=shutil.ignore_patterns(*NOT_COPIED))

    def text(self, path: str) -> str:
        """What a file on the disk says."""
        return (self.tree / path).read_text("utf-8", "replace")

    @property
    def version(self) -> str:
        """The version of Debian."""
        return self.text("etc/debian_version").strip()

    @property
    def megabytes(self) -> int:
        """How much is on the disk."""
        return int(said("du", "-sxm", self.tree).split()[0])

    def files(self, *below: str) -> dict[str, tuple[int, bytes]]:
        """Mode and content of every file below folders of the disk, but for Python's own copies."""
        found = {}
        for folder in below:
            for place, _, names in os.walk(self.tree / folder):
                for name in names:
                    path = Path(place) / name
                    if path.suffix != ".pyc" and path.is_file() and not path.is_symlink():
                        found[str(path.relative_to(self.tree))] = (path.stat().st_mode, path.read_bytes())
        return found


def missing(programs: Sequence[str]) -> str:
    """One sentence on what this machine lacks for an evening; empty where it lacks nothing."""
    lacking = [name for name in programs if shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin:/sbin") is None]
    if os.geteuid() != 0:
        return "An evening starts a machine of its own, which only root may: put sudo before it."
    if lacking:
        return f"An evening needs programs that are not installed here: {', '.join(lacking)}."
    return ""
