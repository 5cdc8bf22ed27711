"""How it is known that a key would be answered."""

from __future__ import annotations

from textual import events


class Probe(events.Event, bubble=False):
    """Goes the way of a key, from the thread that reads them; what it reaches, a key would reach."""
