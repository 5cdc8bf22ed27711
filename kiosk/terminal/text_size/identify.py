"""Guesses the terminal from the environment alone, without asking it."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.terminal.text_size.alacritty import Alacritty
from kiosk.terminal.text_size.terminal_font import TerminalFont, family
from kiosk.terminal.text_size.urxvt import Urxvt
from kiosk.terminal.text_size.xterm import Xterm

BETWEEN = ("TMUX", "STY", "SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT", "ZELLIJ")
"""Variables of programs and networks between kiosk and terminal, where requests would get lost."""


def identify(env: Mapping[str, str]) -> TerminalFont | None:
    """Return the terminal that may be able to change its font, or None.

    A terminal inherits the variables of the one it was started from, so TERM is checked first and the probe decides.
    """
    kind = env.get("TERM", "")
    if any(env.get(name) for name in BETWEEN) or kind.startswith(("screen", "tmux")):
        return None
    if kind.startswith("rxvt-unicode"):
        return Urxvt()
    if kind == "xterm-kitty" or env.get("KITTY_WINDOW_ID"):
        return None  # with its remote control on, any byte that reaches the terminal could run commands
    window = env.get("ALACRITTY_WINDOW_ID", "")
    if env.get("ALACRITTY_SOCKET") and window.isdecimal() and (kind == "alacritty" or not env.get("XTERM_VERSION")):
        return Alacritty(env["ALACRITTY_SOCKET"], int(window))
    if env.get("XTERM_VERSION") and kind.startswith("xterm"):
        return Xterm(family=family(env))
    return None
