"""Events of the driver beside keys: a probe, and the byte that may be the Escape key."""

from __future__ import annotations

from textual import events


class Probe(events.Event, bubble=False):
    """A synthetic event sent through the key path to prove that it still works."""


class EscapeByte(events.Event, bubble=False):
    """ESC came, and nothing after it yet. Speech can stop at once; which key it is shows `KeyParser.wait_s` later."""
