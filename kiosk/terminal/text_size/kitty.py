"""kitty: its remote control. It is used only where kitty's own configuration allows it.

Allowing it lets any byte that reaches the terminal run kitty's commands: the kiosk does not advise it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.terminal.request import Request

_SETTING = re.compile(r"^\s*allow_remote_control\s+(\S+)", re.MULTILINE)


@dataclass(frozen=True)
class Kitty:
    """Answers are declined, for they would arrive as keys."""

    name: str = "kitty"

    def ask(self, size: float) -> Request:
        """See `TerminalFont`."""
        command = {
            "cmd": "set-font-size",
            "version": [0, 26, 0],
            "no_response": True,
            "payload": {"size": size, "all": False, "increment_op": None},
        }
        return Request(b"\x1bP@kitty-cmd" + json.dumps(command).encode() + b"\x1b\\")

    def restore(self, start: float | None) -> Request:
        """See `TerminalFont`. To kitty, size 0 is the configured one."""
        return self.ask(0)


def allows(configuration: str) -> bool:
    """Whether the text of a `kitty.conf` lets programs in the terminal control it; its last word counts."""
    said = _SETTING.findall(configuration)
    return bool(said) and said[-1] in ("yes", "y", "true")


def configuration_allows(env: Mapping[str, str]) -> bool:
    """Whether the `kitty.conf` of this environment does."""
    folders = [
        Path(env[name]) / ending
        for name, ending in (("KITTY_CONFIG_DIRECTORY", ""), ("XDG_CONFIG_HOME", "kitty"), ("HOME", ".config/kitty"))
        if env.get(name)
    ]
    for folder in folders:
        try:
            return allows((folder / "kitty.conf").read_text(encoding="utf-8", errors="replace"))
        except OSError:
            continue
    return False
