"""What each line of a topic rests on: the quotation and the page that stand beside it in the file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.content.model.block import Role
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.point_fields import SAID_AT, SOURCE_SAYS


class Quotation(NamedTuple):
    """One line that patients get, and what its source says."""

    line: str
    says: str
    """Empty where nobody has put a quotation beside it."""
    address: str


def quotations(value: Value | None, field: Field) -> Iterator[Quotation]:
    """Yield every text in `value` that may have a quotation beside it, by the table of fields below `field`."""
    match value:
        case Entries() if field.kind is Kind.GROUP:
            if any(each.name == SOURCE_SAYS.name for each in field.fields):
                shown = [each for each in field.fields if each.role not in (None, Role.LEVEL, Role.NAME)]
                line = next((words for each in shown if (words := _text(value, each))), "")
                yield Quotation(line, _text(value, SOURCE_SAYS), _text(value, SAID_AT))
            for each in field.fields:
                yield from quotations(value.get(each.name), each)
        case Items() if field.kind is Kind.LIST and field.member:
            for item in value.items:
                yield from quotations(item, field.member)
        case Text() if field.alone and any(each.name == SOURCE_SAYS.name for each in field.fields):
            yield Quotation(value.clean, "", "")


def _text(entries: Entries, field: Field) -> str:
    found = entries.get(field.name)
    return found.clean if isinstance(found, Text) else ""
