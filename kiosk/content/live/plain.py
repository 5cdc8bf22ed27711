"""Dataclasses, tuples, enums and dates to and from JSON, by their type hints.

A cache in this form needs no format number that somebody must remember to change: `shape_of` changes with the types.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, ForwardRef, TypeVar, get_args, get_origin, get_type_hints

_T = TypeVar("_T")
_Maker = Callable[[Any], Any]
_AS_THEY_ARE = (str, int, float, bool)


def to_plain(value: object) -> object:
    """Convert what JSON does not know: dates to text, dataclasses to their fields. For `json.dump(default=…)`."""
    if isinstance(value, date):
        return value.isoformat()
    return {field.name: getattr(value, field.name) for field in fields(value)}  # type: ignore[arg-type]


def from_plain(kind: Callable[..., _T], value: Any) -> _T:
    """Return the `kind` that was stored as `value`.

    Knows dataclasses, named tuples, `tuple[X, ...]`, `dict[str, X]`, `X | None`, enums and dates; texts and numbers are
    used as they are. Consumes `value`. Raises ValueError, TypeError, KeyError, IndexError or AttributeError for a value
    of another kind, and TypeError for a `kind` that it does not know.
    """
    make = _maker(kind)
    made: _T = make(value) if make else value
    return made


def shape_of(kind: object) -> str:
    """Return the fields of `kind` and all types within it as text, which changes whenever one of them does."""
    seen: dict[object, str] = dict.fromkeys(_AS_THEY_ARE, "")
    waiting = [kind]
    while waiting:
        each = waiting.pop()
        if each not in seen:
            inner = get_args(each)
            hints = {} if inner else _hints(each)
            seen[each] = f"{each} {hints}" if hints else ""
            waiting += (*inner, *hints.values())
    return "".join(seen.values())


@cache
def _hints(kind: object) -> dict[str, Any]:
    """Return the fields and types of a dataclass or named tuple, the values of an enum; nothing for other kinds."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {each.name: each.value for each in kind}
    if not is_dataclass(kind) and not hasattr(kind, "_fields"):
        return {}
    named = fields(kind) if is_dataclass(kind) else ()
    found = {each.name: each.type for each in named} or dict(kind.__annotations__)
    # Resolving deferred hints is ten times slower.
    return get_type_hints(kind) if any(isinstance(hint, str | ForwardRef) for hint in found.values()) else found


@cache
def _maker(kind: Any) -> _Maker | None:
    """Return the function that makes a `kind` from its plain form; None if they are the same."""
    inner = get_args(kind)
    if kind in _AS_THEY_ARE:
        return None
    if get_origin(kind) is tuple:
        return _tuple_of(_maker(inner[0]))
    if get_origin(kind) is dict:
        return _dict_of(_maker(inner[1]))
    if isinstance(kind, UnionType):
        (other,) = (each for each in inner if each is not NoneType)
        return _or_none(_maker(other))
    if issubclass(kind, Enum):
        members = {each.value: each for each in kind}
        return members.__getitem__
    if issubclass(kind, date):
        return lambda value: kind.fromisoformat(value)
    special = [(name, make) for name, hint in _hints(kind).items() if (make := _maker(hint))]
    if hasattr(kind, "_fields"):
        return _named_tuple(kind, [(kind._fields.index(name), make) for name, make in special])
    if is_dataclass(kind):
        return _dataclass(kind, special)
    raise TypeError(f"{kind!r} has no plain form")


def _tuple_of(make: _Maker | None) -> _Maker:
    return tuple if make is None else lambda value: tuple(map(make, value))


def _dict_of(make: _Maker | None) -> _Maker:
    return dict if make is None else lambda value: {key: make(each) for key, each in value.items()}


def _or_none(make: _Maker | None) -> _Maker | None:
    return make and (lambda value: None if value is None else make(value))


def _named_tuple(kind: Any, special: list[tuple[int, _Maker]]) -> _Maker:
    def made(value: list[Any]) -> Any:
        for number, make in special:
            value[number] = make(value[number])
        return kind._make(value)

    return made


def _dataclass(kind: Any, special: list[tuple[str, _Maker]]) -> _Maker:
    def made(value: dict[str, Any]) -> Any:
        for name, make in special:
            value[name] = make(value[name])
        return kind(**value)

    return made
