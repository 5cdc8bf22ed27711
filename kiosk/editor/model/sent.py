"""What a form sent back: the values in its boxes, and the button that was pressed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kiosk.content.schema.field import Field, Kind
from kiosk.editor.model.days import typed_day
from kiosk.editor.model.forms import Form
from kiosk.editor.model.pasted import cleaned, points_in
from kiosk.editor.model.values import Value

MOST_MEMBERS = 500
"""Of one list."""
OTHER = "other"
"""The choice of a day that is not among those offered."""
COUNT, DAY, TIME = "count:", "day:", "time:"
"""Before the path of a list, how many boxes it has; of a day, the one typed by hand; of a moment, its time."""
SEVERAL = "many:"
"""Before the path of a list of which any number of choices may be ticked."""
DO = "do"
"""The name of all buttons."""


class Press(NamedTuple):
    """A button: what it does, and to which member of a list."""

    verb: str
    """`save`, `look`, `add`, `up`, `down` or `remove`."""
    path: str = ""
    """Of the list to add to, or of its member."""


def pressed(fields: Mapping[str, list[str]]) -> Press:
    """Return the button that was pressed; `look` if none was."""
    verb, _, path = fields.get(DO, ["look"])[-1].partition(":")
    return Press(verb, path)


def posted(form: Form, fields: Mapping[str, list[str]]) -> dict[str, Value]:
    """Return the values of all fields of `form`, empty ones too."""
    return {field.name: _value(field, field.name, fields) for field in form.fields}


def _value(field: Field, path: str, fields: Mapping[str, list[str]]) -> Value:
    if field.kind is Kind.GROUP:
        return {each.name: _value(each, f"{path}/{each.name}", fields) for each in field.fields}
    if field.kind is Kind.LIST and field.member:
        if is_ticked(field):
            ticked = fields.get(SEVERAL + path, [])
            return [each for each in field.member.allowed if each in ticked]
        return _list(field, field.member, path, fields)
    if field.kind in (Kind.DATE, Kind.MOMENT):
        chosen, typed = _text(fields, path), _text(fields, DAY + path).strip()
        day = typed_day(cleaned(typed, field)) if typed or chosen == OTHER else chosen
        return f"{day} {_text(fields, TIME + path).strip()}".strip()
    return _text(fields, path)


def _list(field: Field, member: Field, path: str, fields: Mapping[str, list[str]]) -> list[Value]:
    count = _text(fields, COUNT + path)
    number = min(int(count), MOST_MEMBERS) if count.isascii() and count.isdigit() and len(count) < 6 else 0
    values: list[Value] = []
    for at in range(number):
        value = _value(member, f"{path}/{at}", fields)
        values += points_in(value) if isinstance(value, str) and member.kind is Kind.TEXT else [value]
    return values


def is_ticked(field: Field) -> bool:
    """Return True for a list of which each member is one of a few choices, such as days of the week."""
    return bool(field.member and field.member.allowed)


def _text(fields: Mapping[str, list[str]], name: str) -> str:
    return fields.get(name, [""])[-1].replace("\r\n", "\n")


def rearranged(values: dict[str, Value], press: Press, form: Form) -> str:
    """Change a list in `values` as a button says; return the path that has the attention then, empty if none."""
    *above, last = press.path.split("/")
    at: Value = values
    if press.verb == "add":
        above, last = [*above, last], ""
    for name in above:
        try:
            at = at[int(name)] if isinstance(at, list) else at[name] if isinstance(at, dict) else ""
        except (KeyError, ValueError, IndexError):
            return ""
    field = form.group.at("/".join(above))
    if not isinstance(at, list) or field is None or field.member is None:
        return ""
    if press.verb == "add":
        at.append({} if field.member.kind is Kind.GROUP else "")
        return "/".join([*above, str(len(at) - 1)])
    number = int(last) if last.isascii() and last.isdigit() else len(at)
    if number >= len(at):
        return ""
    if press.verb == "remove":
        del at[number]
        return "/".join([*above, str(min(number, len(at) - 1))]) if at else "/".join(above)
    to = number + (-1 if press.verb == "up" else 1)
    if 0 <= to < len(at):
        at[number], at[to] = at[to], at[number]
        number = to
    return "/".join([*above, str(number)])
