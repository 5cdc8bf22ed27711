"""Which of the sound server's outputs are headphones, and whether somebody can hear them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

FORM_FACTORS = frozenset({"headphone", "headset"})
"""The `device.form_factor` of a device that is worn: one with USB or Bluetooth."""
PORT_NAMES = ("headphone", "headset")
"""Parts of the names of ports that lead to headphones, for a server that tells no kind."""


class Plugged(IntEnum):
    """Whether something is plugged into a port (`pa_port_available_t`)."""

    UNKNOWN = 0
    NO = 1
    YES = 2


class PortKind(IntEnum):
    """Those of `pa_device_port_type_t` that matter here; 0 is also what an older server tells of every port."""

    UNKNOWN = 0
    HEADPHONES = 3
    HEADSET = 6


@dataclass(frozen=True)
class Port:
    """One way out of a sink, such as the jack at the front."""

    name: str
    plugged: Plugged
    kind: int = PortKind.UNKNOWN

    @property
    def is_headphones(self) -> bool:
        """Whether this leads to headphones."""
        if self.kind == PortKind.UNKNOWN:
            return any(name in self.name.lower() for name in PORT_NAMES)
        return self.kind in (PortKind.HEADPHONES, PortKind.HEADSET)


@dataclass(frozen=True)
class Sink:
    """An output of the sound server."""

    name: str
    form_factor: str = ""
    ports: tuple[Port, ...] = ()
    active: str = ""
    """The name of the port that sound leaves by now; empty where there are no ports."""
    percent: int = 100
    """The volume that the sound server gives it; 0 where it is muted."""


@dataclass(frozen=True)
class Headphones:
    """Headphones that are plugged in."""

    sink: str
    """The name of the output that leads to them."""
    port: str = ""
    """The port to be chosen first, for sound would leave by another one; empty where nothing is to be done."""


def headphones_among(sinks: Iterable[Sink]) -> Headphones | None:
    """The headphones that are plugged in, or None.

    A jack that does not tell whether anything is in it is taken for empty: else a page might be read to the room.
    """
    for sink in sinks:
        jack = next((port for port in sink.ports if port.is_headphones and port.plugged is Plugged.YES), None)
        if jack is not None:
            return Headphones(sink.name, "" if sink.active == jack.name else jack.name)
        active = next((port for port in sink.ports if port.name == sink.active), None)
        if sink.form_factor in FORM_FACTORS and (active is None or active.plugged is not Plugged.NO):
            return Headphones(sink.name)
    return None
