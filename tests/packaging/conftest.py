"""The kiosk's wheel, and a fresh Python environment into which it is installed. Neither needs the network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT


@dataclass(frozen=True)
class Installed:
    """A kiosk that pip has installed."""

    environment: Path
    """The folder of its Python environment."""
    home: Path
    """Where it may write."""

    @property
    def program(self) -> Path:
        """The command `kiosk`."""
        return self.environment / "bin" / "kiosk"

    @property
    def package(self) -> Path:
        """The folder of the installed package."""
        packages = sysconfig.get_path("purelib", "posix_prefix", {"base": str(self.environment)})
        return Path(packages) / "kiosk"

    @property
    def variables(self) -> dict[str, str]:
        """An environment in which nothing leads back to the checkout, and nothing sounds."""
        left_out = ("PYTHONPATH", "STATE_DIRECTORY", "CACHE_DIRECTORY", "XDG_STATE_HOME", "XDG_CACHE_HOME")
        kept = {name: value for name, value in os.environ.items() if name not in left_out}
        path = f"{self.program.parent}{os.pathsep}{os.environ['PATH']}"
        return {**kept, "HOME": str(self.home), "PATH": path, "PULSE_SERVER": "unix:/nowhere"}

    def run(self, arguments: Sequence[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
        """Calls the command in `folder`."""
        return subprocess.run(
            (str(self.program), *arguments),
            capture_output=True,
            text=True,
            check=False,
            cwd=folder,
            env={**self.variables, **variables},
            stdin=subprocess.DEVNULL,
            timeout=60,
        )


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `pip install .` builds first."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    built = list(folder.glob("*.whl"))
    assert len(built) == 1
    return built[0]


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel, installed into a fresh environment that borrows its other parts from the one of the tests."""
    made = Installed(tmp_path_factory.mktemp("environment"), tmp_path_factory.mktemp("home"))
    venv.create(made.environment, symlinks=True, with_pip=False)
    # A .pth file in a folder that came by a .pth file is not read, so the checkout stays out of reach.
    (made.package.parent / "parts.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip("--python", str(made.environment / "bin" / "python"), "install", str(wheel))
    return made


def pip(*arguments: str) -> None:
    """Calls pip without the network."""
    offline = {**os.environ, "PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = (sys.executable, "-P", "-m", "pip", *arguments)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=offline, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
