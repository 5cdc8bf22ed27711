"""A `device.yaml` that changes nothing, in which every setting waits to be set; made from the table of its fields."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.schema.field import Field
from kiosk.device.device_file import DEVICE

_HEAD = """\
# What belongs to one machine. A line with a # before its name is switched off, and shows what could stand there.
# To set something, take that # away, and change what follows the colon.
"""
_SET = "sound"
"""The one line that is not switched off, so that whoever opens the file sees what such a line looks like."""
_BY_COMMAND = {"staff-pin": "“kiosk pin --write” puts the line in here."}
"""Settings that nobody types, and how they come about."""


def sample_device() -> str:
    """The text of the file."""
    return _HEAD + "".join("\n" + "".join(_lines(each)) for each in DEVICE.fields)


def _lines(field: Field) -> Iterator[str]:
    """What a setting is for, then the setting, switched off."""
    allowed = f" It is one of: {', '.join(field.allowed)}." if field.allowed else ""
    yield f"# {field.help}{allowed}\n"
    if field.name in _BY_COMMAND:
        yield f"# {_BY_COMMAND[field.name]}\n"
    elif field.fields:
        yield f"#{field.name}: {{{', '.join(f'{each.name}: {_value(each)}' for each in field.fields)}}}\n"
    else:
        yield f"{'' if field.name == _SET else '#'}{field.name}: {_value(field)}\n"


def _value(field: Field) -> str:
    return field.default or field.example
