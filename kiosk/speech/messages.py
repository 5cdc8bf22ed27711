"""What the app and the voice process tell each other: one JSON object a line.

The app commands on the voice's standard input, the voice reports on its standard output. Both read in order, so
nothing that was said before a `hush` is heard after it.

Commands (`do`): `say`, as in `Say`; `hush`; `gain` (`db`, at most 0); `words` (`rules`: pronunciations); `wake` (open
the device); `rest` (close it); `go-on` (answers `headphones`, until which nothing more is said); `ping` (`n`).

Reports (`is`): `ready`; `mute` (`why`: there is no voice, and there will be none); `sound` (`works`, `why`; repeated
while it does not work); `started` (`id`); `word` (`id`, and `start` and `length` in the text); `done` (`id`); `failed`
(`id`, `why`); `lost` (the device went: what was under way is forgotten); `headphones` (`plugged`; where that is a
change, all was hushed and forgotten); `pong` (`n`).
"""

from __future__ import annotations

import json
from typing import Any, NotRequired, TypedDict


class Say(TypedDict):
    """Command: say a text after what was commanded before."""

    do: str  # "say"
    id: int
    """Rises with every utterance."""
    text: str
    """As it is written."""
    language: str
    rate: int
    """Words a minute."""
    pause: int
    """Silence before it, ms."""
    next: NotRequired[bool]
    """Whether it goes before all that has not begun."""
    emergency: NotRequired[bool]
    """Whether a hush lets it end, once it sounds."""
    cue: NotRequired[str]
    """The name of a short sound, which then is all there is; nothing is reported of it."""


Message = dict[str, Any]


def encode(message: Message | Say) -> bytes:
    """A message as a line."""
    return json.dumps(message, separators=(",", ":")).encode() + b"\n"


def decode(line: bytes) -> Message | None:
    """The message in a line, or None where there is none."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) else None
