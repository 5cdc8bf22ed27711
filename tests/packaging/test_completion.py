"""Tab completes the kiosk's commands, options and files in each shell, by the program that pip installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.cli import _COMMANDS
from tests.packaging.conftest import Installed

IN_BASH = """
source <(kiosk completion bash)
COMP_WORDS=(kiosk "$@"); COMP_CWORD=$#
compopt() { printf '%s\\n' "compopt_$2"; }
_kiosk_completion kiosk
printf '%s\\n' "${COMPREPLY[@]}"
"""
IN_ZSH = """
compdef() { registered=$2; }
_describe() { print -l -- ${(P)3%%:*} }
compadd() { print -l -- ${(P)5} }
_path_files() { print files }
eval "$(kiosk completion zsh)"
[[ $registered == kiosk ]] || exit 9
words=(kiosk "$@"); CURRENT=$(( $# + 1 ))
_kiosk_completion
"""
IN_FISH = """
kiosk completion fish | source
complete -C "kiosk $argv"
"""


def completed(installed: Installed, folder: Path, shell: str, *words: str) -> list[str]:
    """What `shell` offers for a line that ends in the last of `words`."""
    if shutil.which(shell) is None:
        tell = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        tell(f"there is no {shell}")
    command = {
        "bash": ("bash", "--norc", "-c", IN_BASH, "bash", *words),
        "zsh": ("zsh", "-f", "-c", IN_ZSH, "zsh", *words),
        "fish": ("fish", "--no-config", "-c", IN_FISH, "--", *words),
    }[shell]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**installed.variables, "TERM": "dumb"},
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    assert done.stderr == ""
    return [line.split("\t")[0].strip() for line in done.stdout.splitlines() if line.strip()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
class TestEachShell:
    def test_a_command_is_completed(self, installed: Installed, tmp_path: Path, shell: str):
        assert completed(installed, tmp_path, shell, "ch") == ["check"]

    def test_every_command_is_offered(self, installed: Installed, tmp_path: Path, shell: str):
        # An empty line starts the kiosk; with Tab it must not.
        assert set(completed(installed, tmp_path, shell, "")) == set(_COMMANDS)

    def test_an_option_of_a_command_is_completed(self, installed: Installed, tmp_path: Path, shell: str):
        assert completed(installed, tmp_path, shell, "say", "--wa") == ["--wav"]

    def test_an_option_needs_no_command(self, installed: Installed, tmp_path: Path, shell: str):
        assert completed(installed, tmp_path, shell, "--cont") == ["--content"]

    def test_a_shell_is_completed(self, installed: Installed, tmp_path: Path, shell: str):
        assert completed(installed, tmp_path, shell, "completion", "f") == ["fish"]


def test_a_file_is_left_to_the_shell(installed: Installed, tmp_path: Path):
    assert completed(installed, tmp_path, "bash", "--content", "my") == ["compopt_default"]


def test_nothing_is_offered_where_nothing_fits(installed: Installed, tmp_path: Path):
    assert completed(installed, tmp_path, "bash", "xyz") == []


def test_an_unknown_shell_is_refused(installed: Installed, tmp_path: Path):
    done = installed.run(("completion", "csh"), tmp_path)
    assert done.returncode == 2
    assert "'csh'" in done.stderr
