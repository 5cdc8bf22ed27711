"""One press of a key, with what the terminal sent for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pressed:
    """What one press of a key sent."""

    name: str
    """The key as a key map has it; empty for what is no key that the kiosk could use."""
    sent: bytes

    @property
    def sent_text(self) -> str:
        """The bytes, to be printed: "ESC [17;2~"."""
        text = self.sent.decode("utf-8", "replace").replace("\x1b", "ESC ")
        return "".join(each if each.isprintable() else f"<{ord(each):02x}>" for each in text).strip() or "a space"
