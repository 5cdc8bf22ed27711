"""Check a file against the table of fields."""

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from kiosk.content.model.dates import iso_date, iso_moment, meant_date
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.languages import most_letters
from kiosk.content.parsing.continued_lines import notes_in, swallowed, two_in_one
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.line_diagnostics import colon_in_text, sign_at_start
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.forms import LANGUAGE


def check(root: Value, group: Field, diagnostics: Diagnostics) -> Entries | None:
    """Record everything in `root` that does not fit `group`; return it if it has entries at all."""
    if isinstance(root, Text) and not root.clean:
        if group.may_be_empty:
            return Entries(1, 1)
        diagnostics.add("empty-file", "The file contains nothing.", "Restore the text from an older copy.", line=1)
        return None
    checker = _Checker(diagnostics, frozenset(diagnostics.lines_with_errors), group.names())
    if not isinstance(root, Entries):
        diagnostics.add(
            "needs-entries",
            "The file does not start with a name and a colon.",
            f"On the first line, type “{group.fields[0].name}: ” and what it is.",
            line=root.line,
            column=root.column,
        )
        return None
    checker.group(root, group, root.line, root.column)
    return root


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """Return `Did you mean “title”?` for a typing mistake, else the first dozen words that are possible."""
    plain = word.lower().replace("_", "-").replace(" ", "-")
    near = get_close_matches(plain, known, 1, 0.6)
    if near:
        return f"Did you mean “{near[0]}”?"
    return "It can be " + either(known[:12]) + "."


def either(words: tuple[str, ...]) -> str:
    """Return `“a”, “b” or “c”`."""
    marked = [f"“{word}”" for word in words]
    return marked[0] if len(marked) == 1 else ", ".join(marked[:-1]) + f" or {marked[-1]}"


@dataclass(frozen=True)
class _Checker:
    """Walks nodes and fields side by side."""

    diagnostics: Diagnostics
    hit: frozenset[int]
    """Lines that have an error already; their values are not checked again."""
    known: frozenset[str]
    """All names allowed anywhere in the file."""

    def value(self, value: Value, field: Field, name: str) -> None:
        """Check one value of any kind; `name` is what staff call it."""
        if isinstance(value, Text) and not value.clean and (field.alone or field.kind is not Kind.GROUP):
            self._at(value, "empty-value", f"“{name}” is empty.",
                     f"{field.if_empty}{'.' if field.required else ', or delete the line.'}")  # fmt: skip
        elif field.alone and not (isinstance(value, Entries) and _has_any(value, field)):
            self.value(value, field.named(field.alone), name)
        elif field.kind is Kind.GROUP:
            if isinstance(value, Entries):
                self.group(value, field, value.line, value.column)
            else:
                self._no_group(value, field, name)
        elif field.kind is Kind.LIST:
            self._list(value, field, name)
        elif field.kind is Kind.BY_LANGUAGE and field.member:
            self._by_language(value, field.member, name)
        elif isinstance(value, Text):
            self._text(value, field, name)
        else:
            self._no_text(value, field, name)

    def group(self, value: Entries, group: Field, line: int, column: int) -> None:
        """Check named lines: none unknown, none missing."""
        names = tuple(each.name for each in group.fields)
        present: set[str] = set()
        for key, below in value.entries:
            if self.diagnostics.full:
                return
            field = group.field(key.clean)
            if field:
                present.add(field.name)
                self.value(below, field, field.name)
                continue
            near = get_close_matches(key.clean.lower(), names, 1, 0.6)
            present.update(near)  # it is not missing as well
            if key.line not in self.hit:
                elsewhere = key.clean in self.known and not near
                self._at(key, "unknown-key", f"“{shortened(key.clean, 40)}” is not a name that belongs here.",
                         "It belongs to another part: change the number of spaces at the start of the line."
                         if elsewhere else did_you_mean(key.clean, names))  # fmt: skip
        for field in group.fields:
            needed = field.required or (field.required_when and self._holds(value, *field.required_when))
            if needed and field.name not in present:
                self.diagnostics.add(
                    "missing-key",
                    f"“{field.name}” is missing in this {group.name}.",
                    field.if_missing,
                    line=line,
                    column=column,
                )
        if group.one_of and not present & set(group.one_of):
            self.diagnostics.add(
                "missing-key",
                f"This {group.name} has neither {' nor '.join(f'“{name}”' for name in group.one_of)}.",
                f"Add a line “{group.one_of[0]}:” with what patients should read.",
                line=line,
                column=column,
            )

    def _no_group(self, value: Value, group: Field, name: str) -> None:
        """Record something else in place of named lines; often the first of them lacks its colon."""
        word = value.clean.split(" ")[0] if isinstance(value, Text) else ""
        if group.field(word):
            self._at(value, "missing-colon", f"A colon is missing after “{word}”.",
                     f"Type “{word}:” and then a space.")  # fmt: skip
        else:
            self._at(value, "needs-entries", f"“{name}” needs named lines under it.",
                     f"Type for example “{group.fields[0].name}: {group.fields[0].sample}”.")  # fmt: skip

    def _holds(self, value: Entries, name: str, wanted: str) -> bool:
        """True if the field `name` has the value `wanted`, or any if that is empty."""
        found = value.get(name)
        return isinstance(found, Text) and wanted in ("", found.clean)

    def _list(self, value: Value, field: Field, name: str) -> None:
        """Check a list and its members."""
        member = field.member
        assert member is not None  # the table gives every list one
        if not isinstance(value, Items):
            # A question mark is not understood between brackets.
            short = member.kind is Kind.TEXT and member.form is not None and "?" not in member.example
            fix = (
                f"Put square brackets around it, such as {field.example or '[' + member.example + ']'}."
                if short
                else "Put each item on its own line, starting with a dash and a space."
            )
            self._at(value, "needs-list", f"“{name}” needs a list.", fix)
            return
        if len(value.items) < field.least:
            if value.items:
                self._at(value, "too-few", f"“{name}” has {len(value.items)} parts, but needs {field.least}.",
                         "Add the missing ones.")  # fmt: skip
            else:
                self._at(value, "too-few", f"“{name}” is empty.", "Type at least one line, or delete it.")
        if field.most and len(value.items) > field.most:
            self._at(value.items[field.most], "too-many",
                     f"“{name}” has {len(value.items)} lines, but only {field.most} fit.",
                     "Delete some, or move them to another part.")  # fmt: skip
        seen: dict[str, int] = {}
        for item in value.items[: field.most + 1 if field.most else None]:
            if self.diagnostics.full:
                return
            self.value(item, member, member.name)
            two_in_one(item, self.diagnostics)
            if field.unique and isinstance(item, Text):
                if item.clean in seen:
                    self._at(item, "listed-twice", f"“{shortened(item.clean)}” is in “{name}” twice.",
                             "Delete one of the two.")  # fmt: skip
                seen[item.clean] = item.line

    def _by_language(self, value: Value, words: Field, name: str) -> None:
        """Check the words in each language; those by themselves are in the first one."""
        languages = [key for key, _ in value.entries if LANGUAGE.fits(key.clean)] if isinstance(value, Entries) else []
        if not isinstance(value, Entries) or not (languages or value.in_brackets):
            self.value(value, words, name)
            return
        for key, below in value.entries:
            if key in languages:
                self.value(below, words, f"{name} in {key.clean}")
            else:
                self._at(key, "unknown-key", f"“{shortened(key.clean, 40)}” is not a language.",
                         f"It must be {LANGUAGE.words}.")  # fmt: skip

    def _text(self, value: Text, field: Field, name: str) -> None:
        """Check one text, date or number."""
        text = value.clean
        if field.kind is Kind.DATE:
            self._date(value, name)
        elif field.kind is Kind.MOMENT:
            self._moment(value, name)
        elif field.kind is Kind.NUMBER:
            self._number(value, field, name)
        elif field.allowed and text not in field.allowed:
            self._at(value, "unknown-value", f"“{name}” cannot be “{shortened(text)}”.",
                     did_you_mean(text, field.allowed))  # fmt: skip
        elif field.form and not field.form.fits(text):
            self._at(value, "wrong-form", f"“{shortened(text)}” is not right for “{name}”.",
                     f"It must be {field.form.words}.")  # fmt: skip
        elif field.most and len(text) > (most := most_letters(text, field.most)):
            self._at(value, "too-long", f"“{name}” has {len(text)} letters, but only {most} fit.",
                     "Make it shorter, or spread it over two.")  # fmt: skip
        notes_in(value, name, self.diagnostics)
        swallowed(value, field.kind is Kind.PARAGRAPHS, self.diagnostics)

    def _date(self, value: Text, name: str) -> None:
        """Check a day."""
        if iso_date(value.clean):
            return
        meant = meant_date(value.clean)
        self._at(value, "bad-date", f"“{name}” cannot be the date “{shortened(value.clean)}”.",
                 f"Type {meant.isoformat()}." if meant else
                 f"Type year, month and day with hyphens between them, such as {date.today()}.")  # fmt: skip

    def _moment(self, value: Text, name: str) -> None:
        """Check a day, or a day and a time."""
        if not iso_moment(value.clean):
            self._at(value, "bad-date", f"“{name}” cannot be the day or time “{shortened(value.clean)}”.",
                     f"Type year, month and day, with a time if you like, such as {date.today()} 08:30.")  # fmt: skip

    def _number(self, value: Text, field: Field, name: str) -> None:
        """Check a whole number and its limits."""
        text = value.clean
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None
        if number is None or not field.least <= number <= field.most:
            self._at(value, "bad-number", f"“{name}” cannot be “{shortened(text)}”.",
                     f"Type a whole number from {field.least} to {field.most}.")  # fmt: skip
        elif field.recommended and not field.recommended[0] <= number <= field.recommended[1]:
            low, high = field.recommended
            if value.line not in self.hit:
                self.diagnostics.warn("unusual-number", f"{number} is unusual for “{name}”.",
                                      f"From {low} to {high} suits most patients.",
                                      line=value.line, column=value.column)  # fmt: skip

    def _no_text(self, value: Items | Entries, field: Field, name: str) -> None:
        """Record a list or named lines in place of a text: usually a sentence that YAML took for something else."""
        line = self.diagnostics.lines[value.line - 1] if value.line <= len(self.diagnostics.lines) else ""
        written = line[value.column - 1 :].rstrip()
        if value.in_brackets or written.startswith("? ") or written == "?":
            diagnostic = sign_at_start(value.line, value.column, written)
        elif isinstance(value, Entries):
            diagnostic = colon_in_text(value.line, value.column, written)
        else:
            self._at(value, "not-a-list", f"“{name}” needs one text, not a list.", "Delete the dash.")
            return
        self._at(value, diagnostic.code, diagnostic.message, diagnostic.fix)

    def _at(self, value: Value, code: str, message: str, fix: str) -> None:
        """Record an error at `value`, unless its line has one already."""
        if value.line not in self.hit:
            self.diagnostics.add(code, message, fix, line=value.line, column=value.column)


def _has_any(value: Entries, group: Field) -> bool:
    """Return True if a name in `value` is one of the group's; else it is a sentence with a colon in it."""
    return any(group.field(key.clean) for key, _ in value.entries)
