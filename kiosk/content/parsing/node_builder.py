"""From the events of one file to its nodes, without recursion.

Features of YAML that a page of text never needs are refused here. Anchors, aliases and tags are never followed: they
are nearly always a sentence that starts with `&`, `*` or `!`.
"""

import re
from dataclasses import dataclass, field

import yaml

from kiosk.content.parsing.characters import CONTROL
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.line_diagnostics import BLOCK_START, sign_at_start, words_after_hash
from kiosk.content.parsing.list_signs import list_sign, words_after, wrong_list_sign
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
from kiosk.content.parsing.yaml_events import ErrorPosition, Reader

DEEPEST = 8
"""Levels of lists and entries; a topic has four."""
MOST_EVENTS = 6_000
"""A full-size topic has about 1,000; far more is not a topic, and slow to read."""
_HASH = re.compile(r"\s+#")


class RefusedError(Exception):
    """The rest of the file is not worth reading; the error is recorded already."""


class AmbiguousError(yaml.YAMLError):
    """Text that the two YAML readers read differently, so it is refused."""

    def __init__(self, line: int, column: int) -> None:
        """Create the error at `line` and `column`, 1-based."""
        super().__init__()
        self.place = ErrorPosition(line, column, line)


@dataclass
class Builder:
    """Builds the nodes of one file from its events."""

    lines: list[str]
    diagnostics: Diagnostics
    open: list[Items | Entries] = field(default_factory=list)
    """The lists and entries not closed yet, outermost first."""
    names: list[Text | None] = field(default_factory=list)
    """For each of `open`, the name whose value comes next."""
    known: list[dict[str, Text]] = field(default_factory=list)
    """For each of `open`, the names it has so far."""
    root: Value | None = None
    documents: int = 0

    def build(self, reader: Reader) -> Value:
        """Return the root node; raises what the reader raises, and RefusedError."""
        for count, event in enumerate(reader("\n".join(self.lines))):
            if count > MOST_EVENTS:
                self._refuse(event, "too-much", "The file has far more lines than a topic can have.",
                             "Keep only the text of this topic in the file.")  # fmt: skip
            self._take(event)
        return self.root or Text("", 1, 1, 1)

    def _take(self, event: yaml.Event) -> None:
        """Handle one event."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._document(event)
        elif isinstance(event, yaml.AliasEvent):
            self._sign(event)
            self._put(Text(f"*{event.anchor}", *_place(event), last_line=_place(event)[0], bare=True))
        elif isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self._sign(event)
            self._put(self._text(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            self._enter(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
            self.names.pop()
            self.known.pop()

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        """Allow one document, and no directives."""
        self.documents += 1
        if self.documents > 1:
            self._refuse(
                event,
                "second-part",
                "A line with three dashes or dots ends the file here; everything after it would be lost.",
                "Delete the line with the dashes or dots.",
            )
        if event.version or event.tags:
            number = next((n for n, line in enumerate(self.lines, 1) if line.startswith("%")), 1)
            self.diagnostics.add(
                "percent-line",
                "A line that starts with % has a special meaning here.",
                "Delete the line.",
                line=number,
                column=1,
            )

    def _enter(self, event: yaml.CollectionStartEvent) -> None:
        """Start a list or entries."""
        if event.anchor is not None or event.tag is not None:
            self._sign(event)
        if len(self.open) >= DEEPEST:
            self._refuse(
                event,
                "too-deep",
                "There are too many lists within lists here.",
                "Compare the brackets, dashes and spaces of this line with those of another topic.",
            )
        line, column = _place(event)
        if self._in_brackets and self.lines[line - 1][column - 1 : column] == "?":
            raise AmbiguousError(line, column)
        kind = Items if isinstance(event, yaml.SequenceStartEvent) else Entries
        value = kind(line, column, in_brackets=bool(event.flow_style))
        if self.open and isinstance(self.open[-1], Entries) and self.names[-1] is None:
            self._refuse(
                event,
                "no-name",
                "A line like this needs a name and a colon at its start.",
                "Put quotes around the sentence, or delete the brackets.",
            )
        self._put(value)
        self.open.append(value)
        self.names.append(None)
        self.known.append({})

    def _put(self, value: Value) -> None:
        """Add a value to the innermost open item, or keep it as the name of the next value."""
        if not self.open:
            self.root = value
        elif isinstance(self.open[-1], Items):
            self.open[-1].items.append(value)
        elif self.names[-1] is None:
            if isinstance(value, Text):
                self.names[-1] = value
        else:
            self._add_entry(self.open[-1], self.names[-1], value)
            self.names[-1] = None

    def _add_entry(self, entries: Entries, name: Text, value: Value) -> None:
        """Add `name: value`, unless the name is there already."""
        if name.clean == "<<":
            self.diagnostics.add(
                "starts-with-sign",
                "The signs << have a special meaning at the start of a line.",
                "Delete them.",
                line=name.line,
                column=name.column,
            )
            return
        first = self.known[-1].setdefault(name.clean, name)
        if first is not name:
            self.diagnostics.add(
                "duplicate-key",
                f"“{name.clean[:40]}:” is here a second time; the first is on line {first.line}.",
                "Delete one of the two.",
                line=name.line,
                column=name.column,
            )
            return
        entries.entries.append((name, value))

    def _text(self, event: yaml.ScalarEvent) -> Text:
        """Return one text with its place; report words that a `#` would swallow, and codes for invisible characters."""
        line, column = _place(event)
        end_line, end_column = _end(event)
        bare = event.style is None or event.style == ""
        if bare and self._in_brackets and "?" in event.value:
            raise AmbiguousError(line, column)
        if bare:
            last_line = self.lines[min(end_line, len(self.lines)) - 1]
            swallowed = _HASH.match(last_line, end_column - 1)
            if swallowed:
                whole = last_line[column - 1 :].strip() if line == end_line else ""
                diagnostic = words_after_hash(end_line, swallowed.end(), whole)
                self.diagnostics.add_line(diagnostic)
            self._check_continued(line, column, end_line)
        written: str = event.value
        if CONTROL.search(written):
            self.diagnostics.add(
                "backslash",
                "A backslash in this text makes an invisible character.",
                "Delete the backslash and the letters that belong to it.",
                line=line,
                column=column,
            )
            written = CONTROL.sub(" ", written)
        in_block = event.style in ("|", ">")
        if in_block and not BLOCK_START.match(self.lines[line - 1].rstrip(), column - 1):
            # The fast reader takes `>#` for a `>`.
            raise AmbiguousError(line, column)
        last = end_line - 1 if in_block or end_column == 1 else end_line
        return Text(written, line, column, max(line, last), literal=event.style == "|", bare=bare)

    @property
    def _in_brackets(self) -> bool:
        """True inside `[…]` or `{…}`."""
        return bool(self.open) and self.open[-1].in_brackets

    def _check_continued(self, first: int, column: int, last: int) -> None:
        """Report dashes that are read as part of the text above them.

        A dash is if it is too far to the right, or below a line that was meant as the first of the list but lacks one.
        """
        numbers = range(first, min(last, len(self.lines)) + 1)
        dashes = {number: self.lines[number - 1].find("-") for number in numbers[1:]
                  if self.lines[number - 1].lstrip().startswith("- ")}  # fmt: skip
        start = self.lines[first - 1] if dashes else ""
        if column - 1 in dashes.values() and list_sign(start) and not start[: column - 1].strip():
            for number in numbers:
                if sign := list_sign(self.lines[number - 1]):
                    line = self.lines[number - 1]
                    diagnostic = wrong_list_sign(number, column - 1, sign, words_after(line, sign))
                    self.diagnostics.add_line(diagnostic)
            return
        for number, dash in dashes.items():
            self.diagnostics.add(
                "wrong-indent",
                "This dash is not lined up with the dash of the line above it.",
                "Start both lines with the same number of spaces.",
                line=number,
                column=dash + 1,
            )

    def _sign(self, event: yaml.Event) -> None:
        """Report a text that starts with a sign that YAML uses itself."""
        line, column = _place(event)
        diagnostic = sign_at_start(line, column, self.lines[line - 1][column - 1 :])
        self.diagnostics.add_line(diagnostic)

    def _refuse(self, event: yaml.Event, code: str, message: str, fix: str) -> None:
        """Record an error and stop reading the file."""
        line, column = _place(event)
        self.diagnostics.add(code, message, fix, line=line, column=column)
        raise RefusedError


def _place(event: yaml.Event) -> tuple[int, int]:
    """Return line and column of the start of `event`, 1-based."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _end(event: yaml.Event) -> tuple[int, int]:
    """Return line and column just after `event`, 1-based."""
    mark = event.end_mark
    return (mark.line + 1, mark.column + 1) if mark else _place(event)
