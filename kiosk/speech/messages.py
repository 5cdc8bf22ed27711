"""What the app and the voice process tell each other: one JSON object a line.

The app writes a `Command` to the voice's standard input, the voice a `Report` to its standard output. Both read in
order, so nothing that was said before a `Hush` is heard after it.

On the wire a message is `{"type": "say", …}` with the fields of its class. A line that is anything else, in a single
field or type, is dropped: neither process may be stopped by what it reads.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, is_dataclass
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kiosk.content.model.word_rules import WordRule

# Commands


@dataclass(frozen=True)
class Say:
    """Say a text after what was commanded before."""

    id: int
    """Rises with every utterance."""
    text: str
    """As it is written."""
    language: str
    """Its tag."""
    rate: int
    """Words a minute."""
    pause: int = 0
    """Silence before it, ms."""
    next: bool = False
    """Whether it goes before everything that has not begun."""
    emergency: bool = False
    """Whether a hush lets it end, once it sounds."""
    numbers: tuple[tuple[int, int], ...] = ()
    """The telephone numbers in the text: start and end, in characters."""
    page: int = 0
    """Utterances with the same number belong together: one voice says them all."""
    more: int = 0
    """How many follow that were commanded at once."""
    classic: bool = False
    """Whether the classic voice says it, whichever the machine's own is."""


@dataclass(frozen=True)
class PlayCue:
    """Sound a cue after what was commanded before; nothing is reported of it."""

    name: str
    """The value of a `visit.terms.cue.Cue`."""


@dataclass(frozen=True)
class Hush:
    """Be silent, but for an emergency sentence that sounds, and forget what waits."""


@dataclass(frozen=True)
class Gain:
    """Set the volume, at once."""

    db: float
    """At most 0."""


@dataclass(frozen=True)
class Words:
    """Say words as the clinic wants them said, from the next utterance on."""

    rules: tuple[WordRule, ...]


@dataclass(frozen=True)
class Wake:
    """Somebody is there: make the device quick."""


@dataclass(frozen=True)
class Rest:
    """Nobody is there: be silent; the device stays awake with little work."""


@dataclass(frozen=True)
class GoOn:
    """Accept commands again after `HeadphoneChange`; until then what is to be said is refused."""


@dataclass(frozen=True)
class Ping:
    """Answer with a `Pong`."""


Command = Say | PlayCue | Hush | Gain | Words | Wake | Rest | GoOn | Ping

# Reports


@dataclass(frozen=True)
class Ready:
    """The voice is loaded and takes commands."""


@dataclass(frozen=True)
class Mute:
    """There is no voice, and another process would have none either."""

    why: str


@dataclass(frozen=True)
class Sound:
    """Sound works, or does not; repeated while it does not."""

    works: bool
    why: str
    """The name of the player, or what is wrong."""


@dataclass(frozen=True)
class SystemVolume:
    """The volume of the sound server's output, at first and when it changes."""

    percent: int
    """0 if it is muted."""


@dataclass(frozen=True)
class Started:
    """The utterance begins to sound."""

    id: int


@dataclass(frozen=True)
class Word:
    """A word of the utterance's text begins to sound."""

    id: int
    start: int
    """Characters from the start of the text."""
    length: int
    """Characters."""


@dataclass(frozen=True)
class Done:
    """The utterance has been heard to its end."""

    id: int


@dataclass(frozen=True)
class Failed:
    """The voice cannot say the utterance."""

    id: int
    why: str
    no_voice: bool = False
    """Whether it can say nothing in that language."""


@dataclass(frozen=True)
class Lost:
    """The device has gone, and what was under way is forgotten."""


@dataclass(frozen=True)
class HeadphoneChange:
    """Headphones are there, or not. Where that is a change, all was hushed and forgotten."""

    plugged: bool


@dataclass(frozen=True)
class Pong:
    """The answer to a `Ping`."""


Report = Ready | Mute | Sound | SystemVolume | Started | Word | Done | Failed | Lost | HeadphoneChange | Pong


def _wire_name(kind: type) -> str:
    """Return for example `go-on` for `GoOn`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


_Kind = tuple[type, dict[str, Any]]
"""A class of messages and the types of its fields."""
_COMMANDS: dict[str, _Kind] = {_wire_name(kind): (kind, get_type_hints(kind)) for kind in get_args(Command)}
_REPORTS: dict[str, _Kind] = {_wire_name(kind): (kind, get_type_hints(kind)) for kind in get_args(Report)}
_NAMES = {kind: name for name, (kind, _) in (_COMMANDS | _REPORTS).items()}
_encode = json.JSONEncoder(separators=(",", ":"), default=vars).encode  # `vars` for a dataclass within a message
_read = json.JSONDecoder().decode


def encode(message: Command | Report) -> bytes:
    """Return the message as a line."""
    return _encode({"type": _NAMES[type(message)], **vars(message)}).encode() + b"\n"


def decode_command(line: bytes) -> Command | None:
    """Return the command in a line, or None when it is none; never raises."""
    command: Command | None = _decode(line, _COMMANDS)
    return command


def decode_report(line: bytes) -> Report | None:
    """Return the report in a line, or None when it is none; never raises."""
    report: Report | None = _decode(line, _REPORTS)
    return report


def _decode(line: bytes, kinds: dict[str, _Kind]) -> Any:
    try:
        values = _read(line.decode())
        kind, types = kinds[values.pop("type")]
        if values.keys() != types.keys():
            return None
        for name, value in values.items():
            if type(value) is not types[name]:
                values[name] = _typed(value, types[name])
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        return None
    message: object = object.__new__(kind)
    vars(message).update(values)  # twice as quick as the `__init__` of a frozen dataclass
    return message


def _typed(value: Any, wanted: Any) -> Any:
    """Return a value of JSON as the type `wanted`; raises TypeError where that is not possible."""
    if type(value) is wanted:
        return value
    if wanted is float and type(value) is int:
        return float(value)
    if isinstance(wanted, UnionType) and type(value) in get_args(wanted):
        return value
    if get_origin(wanted) is tuple and type(value) is list:
        kinds = get_args(wanted)
        if kinds[-1] is Ellipsis:
            return tuple(_typed(each, kinds[0]) for each in value)
        if len(value) == len(kinds):
            return tuple(_typed(each, kind) for each, kind in zip(value, kinds, strict=True))
    if is_dataclass(wanted) and type(value) is dict:
        types = get_type_hints(wanted)
        return wanted(**{name: _typed(each, types[name]) for name, each in value.items()})  # type: ignore[operator]
    raise TypeError(f"{wanted} was expected")
