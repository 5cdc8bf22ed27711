"""The one place that touches the YAML library: text in, a stream of events out.

Events are read one by one, so that a file made to explode is left long before it does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

Reader = Callable[[str], Iterator[yaml.Event]]
"""Turns text into events; raises YAMLError, RecursionError or ValueError where the text is no YAML."""


def read_with_python(text: str) -> Iterator[yaml.Event]:
    """The events of `text`, by the reader that is always there."""
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.SafeLoader)
    return events


def read_with_c(text: str) -> Iterator[yaml.Event]:
    """The same events by the fast reader; raises AttributeError where PyYAML was built without it."""
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
    return events


def fastest_reader() -> Reader:
    """The fast reader where there is one."""
    return read_with_c if hasattr(yaml, "CSafeLoader") else read_with_python


@dataclass(frozen=True)
class ErrorPosition:
    """Where reading stopped; lines are 1-based, 0 where the reader did not say."""

    line: int
    column: int
    began: int = 0
    """The line on which the thing began that could not be finished."""


def position_of(error: Exception) -> ErrorPosition:
    """The place in `error`, as far as it tells one."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    context = getattr(error, "context_mark", None)
    return ErrorPosition(
        line=mark.line + 1 if mark else 0,
        column=mark.column + 1 if mark else 0,
        began=context.line + 1 if context else 0,
    )
