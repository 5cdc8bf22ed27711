"""The only module that uses the YAML library: text in, a stream of events out.

Events are read one by one, so that a file built to explode (a “billion laughs”) is abandoned long before it does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

Reader = Callable[[str], Iterator[yaml.Event]]
"""Turns text into events; raises YAMLError, RecursionError or ValueError if it is not YAML."""


def read_with_python(text: str) -> Iterator[yaml.Event]:
    """Return the events of `text` from the pure-Python reader, which is always available."""
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.SafeLoader)
    return events


def read_with_c(text: str) -> Iterator[yaml.Event]:
    """Return the same events from the fast C reader; raises AttributeError if PyYAML was built without it."""
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
    return events


def fastest_reader() -> Reader:
    """Return the fast reader if PyYAML has it, else the Python one."""
    return read_with_c if hasattr(yaml, "CSafeLoader") else read_with_python


@dataclass(frozen=True)
class ErrorPosition:
    """Where reading stopped; lines and columns are 1-based, 0 if unknown."""

    line: int
    column: int
    began: int = 0
    """The line on which the unfinished item began."""


def position_of(error: Exception) -> ErrorPosition:
    """Return the position in `error`, as far as it has one."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None)
    return ErrorPosition(
        line=mark.line + 1 if mark else 0,
        column=mark.column + 1 if mark else 0,
        began=context.line + 1 if context else 0,
    )
