"""The probe that shows if a key would be answered."""

from __future__ import annotations

from textual import events


class Probe(events.Event, bubble=False):
    """A synthetic event sent through the key path to prove that it still works."""
