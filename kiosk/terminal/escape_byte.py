"""The byte that may be the Escape key, before it is certain."""

from __future__ import annotations

from textual import events


class EscapeByte(events.Event, bubble=False):
    """ESC came, and nothing after it yet. Speech can stop at once; which key it is shows `KeyParser.wait_s` later."""
