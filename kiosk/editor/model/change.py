"""Writes new values into the text of a file; every byte that is not part of a changed value stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import yaml

from kiosk.content.schema.field import Field, Kind
from kiosk.editor.model.pairs import pairs
from kiosk.editor.model.pasted import cleaned_value
from kiosk.editor.model.places import Entry, Node, Scalar, Several, UnreadableError, places
from kiosk.editor.model.scalars import WIDTH, in_lines, on_one_line
from kiosk.editor.model.values import Value, value_of, without_empty

Reader = Callable[[str], Iterator[yaml.Event]]


class ChangeError(Exception):
    """A file is laid out in a way in which the values cannot be written safely."""


def changed(text: str, group: Field, values: dict[str, Value], reader: Reader) -> str:
    """Return `text` with new values.

    Args:
        text: The whole file; empty for a new one.
        group: Its fields.
        values: Each value that may have changed, clean; an empty one is taken out of the file. Members of a list are
            given whole.
        reader: The YAML reader.

    Raises UnreadableError if the text cannot be read, and ChangeError if it would not read as wanted afterwards.
    """
    root = places(text, reader)
    writer = _Writer(text)
    if isinstance(root, Several) and root.named:
        new = text[: root.start] + writer.group(root, group, values) + text[root.end :]
    elif isinstance(root, Scalar) and not root.text.strip():
        new = text + writer.fresh(without_empty(values), group, -2).lstrip() + writer.line_end
    else:
        raise UnreadableError
    _check(root, places(new, reader), group, values)
    return new


def _check(before: Node, after: Node, group: Field, values: dict[str, Value]) -> None:
    """Raise ChangeError unless the text now has the new values, and all others as they were."""
    old, new = (value_of(each, group) if isinstance(each, Several) else {} for each in (before, after))
    assert isinstance(old, dict)  # as the fields of a file are
    if without_empty(cleaned_value({**old, **values}, group)) != without_empty(cleaned_value(new, group)):
        raise ChangeError


class _Writer:
    """Writes parts of one file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.line_end = "\r\n" if "\r\n" in text else "\r" if "\r" in text else "\n"

    def group(self, node: Several, field: Field, values: dict[str, Value]) -> str:
        """Return the named values at `node` with new ones: those not given stay, empty ones go."""
        order = [each.name for each in field.fields]
        new_line = self.line_end + " " * self._column(node.entries[0].start)
        kept: list[tuple[str, str, str]] = []
        comments = ""
        for entry, between in zip(node.entries, self._betweens(node), strict=True):
            below = field.field(entry.name)
            if below is None or entry.name not in values:
                written = self._text[entry.start : entry.end]
            elif without_empty(values[entry.name]) or (below.required and below.kind is Kind.LIST):
                written = self._entry(entry, below, values[entry.name])
            else:
                comments += between.rstrip(" ").removesuffix(self.line_end) if "#" in between else ""
                continue
            kept.append((comments + between, entry.name, written))
            comments = ""
        for name in (name for name in order if name not in {entry.name for entry in node.entries}):
            if without_empty(values.get(name, "")):
                at = _place_of(name, [each for _, each, _ in kept], order)
                written = f"{name}:{self.fresh(values[name], field.named(name), len(new_line) - len(self.line_end))}"
                kept.insert(at, (new_line if at else "", name, written))
                if not at and len(kept) > 1:
                    kept[1] = (new_line, *kept[1][1:])
        first, *others = kept or [("", "", "")]
        return first[2] + "".join(between + written for between, _, written in others) + comments.rstrip()

    def fresh(self, value: Value, field: Field, column: int, after_dash: bool = False) -> str:
        """Return a new value as it follows the colon or dash of a line that starts at `column`."""
        if isinstance(value, dict) and field.alone and list(value) == [field.alone]:
            return self.fresh(value[field.alone], field.named(field.alone), column)
        new_line = self.line_end + " " * (column + 2)
        if isinstance(value, str):
            return " " + self._scalar(value, field, column)
        if isinstance(value, list) and field.member:
            if not value or _is_short(field.member):
                return " " + self._in_brackets(value, field)
            return "".join(f"{new_line}-{self.fresh(each, field.member, column + 2, True)}" for each in value)
        assert isinstance(value, dict)  # a value is a text, a list or named values
        if field.kind is Kind.BY_LANGUAGE:
            return " " + self._in_brackets(value, field)
        named = ((each, value[each.name]) for each in field.fields if value.get(each.name))
        lines = [f"{each.name}:{self.fresh(below, each, column + 2)}" for each, below in named]
        return (" " if after_dash else new_line) + new_line.join(lines)

    def _entry(self, entry: Entry, field: Field, value: Value) -> str:
        """Return a named value, or a member of a list, with another value."""
        node, pruned = entry.node, without_empty(value)
        if self._is(node, field, value):
            return self._text[entry.start : entry.end]
        head, tail = self._text[entry.start : node.start], self._text[node.end : entry.end]
        if isinstance(node, Several) and isinstance(value, dict) and node.named and not node.in_brackets:
            return head + self.group(node, field, value) + tail
        if isinstance(node, Several) and isinstance(pruned, list) and not node.named and field.member and pruned:
            if not node.in_brackets:
                return head + self._list(node, field.member, pruned) + tail
            if _is_short(field.member):
                return head + self._in_brackets(pruned, field) + tail
        column = self._column(entry.start)
        if isinstance(node, Scalar) and isinstance(value, dict) and list(_dict(pruned)) == [field.alone]:
            field, value = field.named(field.alone), _dict(pruned)[field.alone]
        if isinstance(node, Scalar) and isinstance(value, str):
            new = self._scalar(value, field, column, node)
            if new.startswith(">") and tail.strip():
                return head + new.replace(">", ">" + tail, 1)
            return f"{head.rstrip()} {new}{tail}" if node.start == node.end else head + new + tail
        written = self.fresh(pruned, field, column, head.startswith("-"))
        first, line_end, rest = written.partition(self.line_end)
        return head.rstrip() + first + tail + line_end + rest

    def _list(self, node: Several, member: Field, new: list[Value]) -> str:
        """Return the lines of a list with other members; each keeps its comments, wherever it goes."""
        betweens = self._betweens(node)
        column = self._column(node.start)
        apart = [each for each in betweens[1:] if not each.strip() and each.count(self.line_end) > 1]
        usual = apart[0] if len(apart) * 2 > len(betweens) - 1 else self.line_end + " " * column
        old = [cleaned_value(without_empty(value_of(entry.node, member)), member) for entry in node.entries]
        made: list[str] = []
        for at, (value, found) in enumerate(zip(new, pairs(old, new), strict=True)):
            between = usual
            if found is None:
                written = "-" + self.fresh(value, member, column, True)
            else:
                written = self._entry(node.entries[found], member, self._all_of(value, member))
                if "#" in betweens[found] or found == at:
                    between = betweens[found] or usual
            made += [between if at else between.lstrip() if "#" in between else "", written]
        return "".join(made)

    def _all_of(self, value: Value, member: Field) -> Value:
        """Return the member of a list with its empty fields named too, so that they are taken out."""
        return {each.name: value.get(each.name, "") for each in member.fields} if isinstance(value, dict) else value

    def _scalar(self, words: str, field: Field, column: int, before: Scalar | None = None) -> str:
        written = self._text[before.start : before.end] if before else ""
        long = before is not None and before.style in ("|", ">") and len(words) > WIDTH - column
        if field.kind is Kind.PARAGRAPHS or long:
            return in_lines(words, column + 2, self.line_end, written)
        return on_one_line(words, field)

    def _in_brackets(self, value: Value, field: Field) -> str:
        member = field.member
        assert member is not None  # the table gives every list one
        if isinstance(value, dict):
            named = (f"{name}: {on_one_line(str(each), member, True)}" for name, each in value.items() if each)
            return "{" + ", ".join(named) + "}"
        return "[" + ", ".join(on_one_line(str(each), member, True) for each in value) + "]"

    def _is(self, node: Node, field: Field, value: Value) -> bool:
        """Return True if `node` has this value already."""
        now = cleaned_value(value_of(node, field), field)
        return without_empty(now) == without_empty(value)

    def _betweens(self, node: Several) -> list[str]:
        """Return what is before each entry: nothing for the first, else the end of a line, comments and spaces."""
        ends = [node.entries[0].start, *(entry.end for entry in node.entries)]
        return [self._text[end : entry.start] for end, entry in zip(ends, node.entries, strict=False)]

    def _column(self, at: int) -> int:
        return at - 1 - max(self._text.rfind("\n", 0, at), self._text.rfind("\r", 0, at))


def _place_of(name: str, present: list[str], order: list[str]) -> int:
    """Return where `name` belongs among the names `present`: after the last that is before it in the table."""
    earlier = order[: order.index(name)]
    return max((at for at, each in enumerate(present, 1) if each in earlier), default=0)


def _is_short(member: Field) -> bool:
    """Return True for words that are written in square brackets, such as days or languages."""
    exact = member.allowed or member.form or member.kind is Kind.DATE
    return bool(exact) and "?" not in member.example


def _dict(value: Value) -> dict[str, Value]:
    return value if isinstance(value, dict) else {}
