"""A sample `device.yaml` with every setting commented out, made from the table of its fields."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.schema.field import Field
from kiosk.device.device_file import DEVICE

_HEAD = """\
# Settings of one machine. A line with a # before its name is switched off, and shows an example or the default.
# To set something, delete that #, and change what follows the colon.
"""
_SET = "sound"
"""The one setting that is not commented out, as an example."""
_BY_COMMAND = {"staff-pin": "“kiosk pin --write” adds the line here."}
"""Settings that a command writes."""


def sample_device() -> str:
    """Return the text of the file."""
    return _HEAD + "".join("\n" + "".join(_lines(each)) for each in DEVICE.fields)


def _lines(field: Field) -> Iterator[str]:
    """Yield what a setting is for, then the setting, commented out."""
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
