"""A keypad for tests: bytes as a terminal sends them go through the kiosk's parser and a key map to a visitor."""

from __future__ import annotations

import time

from textual import events

from kiosk.content.model.library import Library
from kiosk.device.device import Device
from kiosk.device.device_settings import machine_of
from kiosk.terminal.key_map import KeyMap, action_for
from kiosk.terminal.key_maps.key_map_file import FOLDER, read_key_map
from kiosk.terminal.key_parser import WAIT_S, KeyParser
from kiosk.visit.layout.grid import Grid
from tests.visit.visitor import Visitor


def shipped(name: str) -> KeyMap:
    """A map that comes with the kiosk."""
    key_map, problems = read_key_map(FOLDER / f"{name}.yaml")
    assert key_map is not None, problems
    return key_map


def keys_of(sent: str) -> list[events.Key]:
    """The keys that the kiosk's parser makes of what a terminal has sent, once it is clear that nothing follows."""
    parser = KeyParser()
    found = list(parser.feed(sent))
    if parser._timeout_time is not None:
        parser._timeout_time = time.monotonic() - WAIT_S
        found += list(parser.tick())
    return [event for event in found if isinstance(event, events.Key)]


class Keypad(Visitor):
    """A visitor who has nothing but a keypad."""

    def __init__(
        self, library: Library, key_map: KeyMap, grid: Grid | None = None, device: Device | None = None
    ) -> None:
        super().__init__(library, grid, machine_of(device or Device(voice="hibari"), key_map))
        self.key_map = key_map

    def types(self, *sent: str) -> list[str]:
        """Presses keys, each given by what the terminal sends for it; returns what is said after the last one."""
        for each in sent:
            for key in keys_of(each):
                action = action_for(key.key, key.character, self.key_map.actions)
                if action is not None:
                    self.presses(action)
        return self.said

    def goes_to(self, label: str, move: str, most: int = 60) -> None:
        """Moves by the key `move` until the choice called `label` has the focus."""
        for _ in range(most):
            if self.focus == label:
                return
            self.types(move)
        raise AssertionError(f"no choice “{label}” on {self.page}: {self.screen}")
