"""The widgets of a form: one for each text, with its label, its help and what is wrong; buttons for lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Button, Input, Select, SelectionList, Static, TextArea

from kiosk.content.schema.field import Field, Kind
from kiosk.editor.model.days import days_ahead, split_moment
from kiosk.editor.model.forms import Offer, choices, hint, is_for_reviewers, label
from kiosk.editor.model.sent import COUNT, DAY, OTHER, SEVERAL, TIME, is_ticked
from kiosk.editor.model.values import Value

_LONG = 120
"""Letters that a text may have from which it gets several rows."""


class MemberButton(Button):
    """Moves, adds or removes a member of a list."""

    def __init__(self, words: str, verb: str, path: str) -> None:
        super().__init__(words, compact=True)
        self.press_as = f"{verb}:{path}"
        """The button as `sent.pressed` reads it."""


class Boxes:
    """Makes the widgets of one form, and reads them."""

    def __init__(self, today: date, told: Mapping[str, Sequence[str]], offer: Offer) -> None:
        """`told`: what is wrong or remarked, by path."""
        self._today = today
        self._offer = offer
        self._told = told
        self._widgets: dict[str, Any] = {}
        self._unseen: dict[str, list[str]] = {}
        self._labels: dict[Widget, Static] = {}
        self._last_label: Static | None = None

    def of(self, field: Field, path: str, value: Value, name: str = "") -> Iterator[Widget]:
        """Yield the widgets of a field with its present value, and of all below it."""
        if field.kind is Kind.LIST and field.member and not is_ticked(field):
            yield from self._list(field, field.member, path, value if isinstance(value, list) else [])
            return
        self._last_label = _text(f"{name or label(field)}{_needed(field)}", "label")
        yield self._last_label
        if not path[-1:].isdigit():
            yield _text(hint(field), "help")
        yield from (_text(f"✗ {each}", "error") for each in self._told.get(path, ()))
        if field.kind is Kind.GROUP:
            values = value if isinstance(value, dict) else {}
            for each in field.fields:
                if is_for_reviewers(each, field.fields):
                    self._leave(each, f"{path}/{each.name}", values.get(each.name, ""))
                    continue
                yield from self.of(each, f"{path}/{each.name}", values.get(each.name, ""))
        elif is_ticked(field) and field.member:
            ticked = value if isinstance(value, list) else []
            days = [(each.capitalize(), each, each in ticked) for each in field.member.allowed]
            yield self._keep(SEVERAL + path, SelectionList(*days))
        elif field.kind in (Kind.DATE, Kind.MOMENT):
            yield from self._day(field, path, str(value))
        else:
            yield self._keep(path, _control(field, str(value), self._offer))

    def sent(self) -> dict[str, list[str]]:
        """Return what the widgets hold, as a form sends it."""
        return {**self._unseen, **{name: _held(widget) for name, widget in self._widgets.items()}}

    def widget(self, path: str) -> Widget | None:
        """Return the first widget at or below `path`, or None."""
        found = (widget for name, widget in self._widgets.items() if name == path or name.startswith(f"{path}/"))
        return next(found, None)

    def label_of(self, widget: Widget) -> Static | None:
        """Return the label above a widget."""
        return self._labels.get(widget)

    def _keep(self, name: str, widget: Widget) -> Widget:
        self._widgets[name] = widget
        if self._last_label:
            self._labels[widget] = self._last_label
        return widget

    def _leave(self, field: Field, path: str, value: Value) -> None:
        """Send a value back as it is; clinicians see it in the browser."""
        if isinstance(value, list) and field.member:
            self._unseen[COUNT + path] = [str(len(value))]
            for at, each in enumerate(value):
                self._leave(field.member, f"{path}/{at}", each)
        elif isinstance(value, str):
            self._unseen[path] = [value]

    def _day(self, field: Field, path: str, value: str) -> Iterator[Widget]:
        day, time = split_moment(value)
        offered = days_ahead(self._today)
        choice = day if not day or day in {each for each, _ in offered} else OTHER
        options = [(f"– {field.default or 'please choose'} –", ""), *((words, each) for each, words in offered)]
        options.append(("Another day, typed below", OTHER))
        yield self._keep(path, Select(options, value=choice, allow_blank=False))
        other = day if choice == OTHER else ""
        yield self._keep(DAY + path, Input(other, placeholder="Another day, such as 12/24/2026", select_on_focus=False))
        if field.kind is Kind.MOMENT:
            yield self._keep(
                TIME + path,
                Input(time, placeholder="Time, such as 08:30; empty for the whole day", select_on_focus=False),
            )

    def _list(self, field: Field, member: Field, path: str, values: list[Value]) -> Iterator[Widget]:
        self._unseen[COUNT + path] = [str(len(values))]
        yield _text(f"{label(field)}{_needed(field)}", "list")
        yield _text(hint(field), "help")
        yield from (_text(f"✗ {each}", "error") for each in self._told.get(path, ()))
        for at, value in enumerate(values):
            own, name = f"{path}/{at}", f"{label(member)} {at + 1}"
            yield from self.of(member, own, value, name)
            buttons = [MemberButton(f"Remove {name}", "remove", own)]
            if at + 1 < len(values):
                buttons.insert(0, MemberButton("Move down", "down", own))
            if at:
                buttons.insert(0, MemberButton("Move up", "up", own))
            yield Horizontal(*buttons, classes="buttons")
        if not field.most or len(values) < field.most:
            yield MemberButton(f"Add: {label(member).lower()}", "add", path)


def _control(field: Field, value: str, offer: Offer) -> Widget:
    if offered := choices(field, value, offer):
        return Select([(words, each) for each, words in offered], value=value, allow_blank=False)
    if field.kind is Kind.PARAGRAPHS or field.most > _LONG:
        return TextArea(value, classes="long" if field.kind is Kind.PARAGRAPHS else "")
    return Input(value, select_on_focus=False)


def _needed(field: Field) -> str:
    return " (needed)" if field.required else ""


def _held(widget: Any) -> list[str]:
    if isinstance(widget, SelectionList):
        return [str(each) for each in widget.selected]
    return [widget.text if isinstance(widget, TextArea) else str(widget.value)]


def _text(words: str, kind: str) -> Static:
    return Static(words, markup=False, classes=kind)
