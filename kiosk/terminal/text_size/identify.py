"""Which terminal this may be, by its environment alone: nothing is asked of it."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.terminal.text_size.alacritty import Alacritty
from kiosk.terminal.text_size.terminal_font import TerminalFont
from kiosk.terminal.text_size.urxvt import Urxvt
from kiosk.terminal.text_size.xterm import Xterm

BETWEEN = ("TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "ZELLIJ")
"""Signs of a program or a network between the kiosk and the terminal: requests would go astray."""


def identify(env: Mapping[str, str]) -> TerminalFont | None:
    """The terminal that could be asked for its font, or None.

    Variables are inherited by terminals that are started from others; so TERM decides first, and the probe last.
    """
    kind = env.get("TERM", "")
    if any(env.get(name) for name in BETWEEN) or kind.startswith(("screen", "tmux")):
        return None
    if kind.startswith("rxvt-unicode"):
        return Urxvt()
    if kind == "xterm-kitty" or env.get("KITTY_WINDOW_ID"):
        return None  # its remote control would let any byte that reaches the terminal run commands
    window = env.get("ALACRITTY_WINDOW_ID", "")
    if env.get("ALACRITTY_SOCKET") and window.isdecimal() and (kind == "alacritty" or not env.get("XTERM_VERSION")):
        return Alacritty(env["ALACRITTY_SOCKET"], int(window))
    if env.get("XTERM_VERSION") and kind.startswith("xterm"):
        return Xterm()
    return None
