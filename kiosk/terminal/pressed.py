"""One key press with the bytes that the terminal sent for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pressed:
    """One key press."""

    name: str
    """Its name in key maps; empty for a key that the kiosk cannot use."""
    sent: bytes

    @property
    def sent_text(self) -> str:
        """The bytes in printable form: "ESC [17;2~"."""
        text = self.sent.decode("utf-8", "replace").replace("\x1b", "ESC ")
        return "".join(each if each.isprintable() else f"<{ord(each):02x}>" for each in text).strip() or "a space"
