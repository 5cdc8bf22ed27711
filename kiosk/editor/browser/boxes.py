"""Draws the fields of a form: a label, help, a box, what is wrong, and the buttons of lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kiosk.content.schema.field import Field, Kind
from kiosk.editor.browser.html import Html, element, joined
from kiosk.editor.model.days import day_name, days_ahead, split_moment
from kiosk.editor.model.forms import Offer, choices, hint, is_for_reviewers, label
from kiosk.editor.model.sent import COUNT, DAY, DO, OTHER, SEVERAL, TIME, is_ticked
from kiosk.editor.model.values import Value

_LONG = 90
"""Letters from which a text gets a box of several lines."""


class Filled(NamedTuple):
    """What the boxes show."""

    today: date
    told: Mapping[str, Sequence[str]]
    """What is wrong, by path."""
    advice: Mapping[str, Sequence[str]]
    """What `check` remarks, by path."""
    offer: Offer = Offer()
    attention: str = ""
    """The path of the box that has the focus when the page opens; empty for none."""


def box(field: Field, path: str, value: Value, filled: Filled) -> Html:
    """Return a field with its present value, and everything below it."""
    if field.kind is Kind.LIST and field.member and not is_ticked(field):
        return _list(field, field.member, path, value if isinstance(value, list) else [], filled)
    if field.kind is Kind.GROUP:
        inner = fields(field.fields, path, value, filled)
        return element("fieldset", element("legend", label(field)), inner, id=anchor(path))
    control = _control(field, path, value, filled)
    described, notes = _notes(field, path, value, filled)
    if is_ticked(field) or field.kind in (Kind.DATE, Kind.MOMENT):
        legend = element("legend", label(field), _needed(field))
        return element("fieldset", legend, notes, control, id=anchor(path), aria_describedby=described)
    return element(
        "div", element("label", label(field), _needed(field), for_=anchor(path)), notes, control, class_="field"
    )


def fields(group: tuple[Field, ...], path: str, value: Value, filled: Filled) -> Html:
    """Return the fields of a group; those for reviewers are folded away."""
    values = value if isinstance(value, dict) else {}

    def drawn(each: Field) -> Html:
        return box(each, f"{path}/{each.name}" if path else each.name, values.get(each.name, ""), filled)

    folded = [drawn(each) for each in group if is_for_reviewers(each, group)]
    shown = [drawn(each) for each in group if not is_for_reviewers(each, group)]
    if folded:
        shown.append(element("details", element("summary", "For reviewers"), *folded))
    return joined(*shown)


def anchor(path: str) -> str:
    """Return the id of a box."""
    return "f-" + path.replace("/", "-")


def _needed(field: Field) -> str:
    return " (needed)" if field.required else ""


def said_at(field: Field, path: str, told: Mapping[str, Sequence[str]]) -> list[str]:
    """Return what is said about the field at `path`, also where it stands for the group around it."""
    around = path.removesuffix(f"/{field.name}") if field.called == field.name else path
    return [*told.get(path, ()), *(told.get(around, ()) if around != path else ())]


def _notes(field: Field, path: str, value: Value, filled: Filled) -> tuple[str, Html]:
    """Return the ids of what describes a box, and the descriptions; the help of a list is that of its members."""
    own = anchor(path)
    length = len(value) if isinstance(value, str) else 0
    counter = f"{length} of at most {field.most} letters used." if field.most and field.kind in _WORDS else ""
    errors, advice = said_at(field, path, filled.told), said_at(field, path, filled.advice)
    notes = [
        element("p", "" if path[-1:].isdigit() else f"{hint(field)} ", counter, id=f"{own}-help", class_="help"),
        *(element("p", "Not saved: ", each, id=f"{own}-error-{n}", class_="error") for n, each in enumerate(errors)),
        *(element("p", "Please look: ", each, id=f"{own}-note-{n}", class_="advice") for n, each in enumerate(advice)),
    ]
    ids = [f"{own}-help", *(f"{own}-error-{n}" for n in range(len(errors))),
           *(f"{own}-note-{n}" for n in range(len(advice)))]  # fmt: skip
    return " ".join(ids), joined(*notes)


_WORDS = (Kind.TEXT, Kind.PARAGRAPHS)


def _control(field: Field, path: str, value: Value, filled: Filled) -> Html:
    """Return what is filled in."""
    common: dict[str, str | bool | None] = {
        "id": anchor(path),
        "name": path,
        "aria_describedby": _notes(field, path, value, filled)[0],
        "aria_invalid": "true" if said_at(field, path, filled.told) else None,
        "autofocus": path == filled.attention or f"{filled.attention}/{field.name}" == path,
    }
    if is_ticked(field):
        return _ticks(field, path, value)
    text = value if isinstance(value, str) else ""
    if field.kind in (Kind.DATE, Kind.MOMENT):
        return _day(field, path, text, filled, common)
    if offered := choices(field, text, filled.offer):
        return element("select", *_options(offered, text), **common)
    if field.kind is Kind.PARAGRAPHS or field.most >= _LONG * 3:
        rows = max(2, min(16, len(text) // 60 + text.count("\n") + 1 + (field.kind is Kind.PARAGRAPHS)))
        return element("textarea", "\n", text, rows=str(rows), spellcheck="true", **common)
    number = {"inputmode": "numeric"} if field.kind is Kind.NUMBER else {}
    return element("input", type="text", value=text, autocomplete="off", **number, **common)


def _options(offered: Sequence[tuple[str, str]], chosen: str) -> list[Html]:
    return [element("option", words, value=value, selected=value == chosen) for value, words in offered]


def _ticks(field: Field, path: str, value: Value) -> Html:
    assert field.member is not None  # as every list has
    ticked = value if isinstance(value, list) else []
    return joined(*(
        element("label", element("input", type="checkbox", name=SEVERAL + path, value=each, checked=each in ticked),
                f" {each.capitalize()}", class_="tick")
        for each in field.member.allowed
    ))  # fmt: skip


def _day(field: Field, path: str, text: str, filled: Filled, common: dict[str, str | bool | None]) -> Html:
    """Return a choice of the next days by name, a box for any other, and for a moment one for the time."""
    day, time = split_moment(text)
    offered = days_ahead(filled.today)
    by_name = {value for value, _ in offered}
    nothing = ("", f"– {field.default or 'please choose'} –")
    choice = day if day in by_name or not day else OTHER
    own = anchor(path)
    known = f" That is {day_name(date.fromisoformat(day))}." if choice == OTHER and _is_day(day) else ""
    parts = [
        element("label", "Day", for_=f"{own}-choice"),
        element("select", *_options([nothing, *offered, (OTHER, "Another day, typed below")], choice),
                **{**common, "id": f"{own}-choice"}),
        element("label", "Another day, such as 2026-12-24 or 12/24/2026.", known, for_=f"{own}-day"),
        element("input", type="text", id=f"{own}-day", name=DAY + path, value=day if choice == OTHER else "",
                autocomplete="off"),
    ]  # fmt: skip
    if field.kind is Kind.MOMENT:
        parts += [
            element("label", "Time, such as 08:30; leave it empty for the whole day", for_=f"{own}-time"),
            element("input", type="text", id=f"{own}-time", name=TIME + path, value=time, autocomplete="off"),
        ]
    return joined(*parts)


def _is_day(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _list(field: Field, member: Field, path: str, values: list[Value], filled: Filled) -> Html:
    """Return a list: a box for each member, with buttons to move it, remove it, and add another."""
    described, notes = _notes(field, path, "", filled)
    what = label(member)
    members = [
        _member(member, f"{path}/{at}", value, f"{what} {at + 1}", (at > 0, at + 1 < len(values)), filled)
        for at, value in enumerate(values)
    ]
    full = bool(field.most) and len(values) >= field.most
    fits = f"{len(values)} of at most {field.most}." if field.most else ""
    more = "" if full else _button("add", path, f"Add: {what.lower()}", f"{path}/{len(values)}")
    return element(
        "fieldset",
        element("legend", label(field), _needed(field)),
        element("input", type="hidden", name=COUNT + path, value=str(len(values))),
        notes,
        element("ol", *members) if members else "",
        element("p", fits, " ", more),
        id=anchor(path),
        aria_describedby=described,
    )


def _member(member: Field, path: str, value: Value, name: str, movable: tuple[bool, bool], filled: Filled) -> Html:
    if member.kind is Kind.GROUP:
        inside = element(
            "fieldset", element("legend", name), _group_errors(path, member, filled),
            fields(member.fields, path, value, filled), id=anchor(path),
        )  # fmt: skip
    else:
        control = _control(member, path, value, filled)
        described = _notes(member, path, value, filled)[1]
        if member.kind is Kind.DATE:
            inside = element("fieldset", element("legend", name), described, control, id=anchor(path))
        else:
            inside = joined(element("label", name, for_=anchor(path)), described, control)
    up, down = movable
    parent, _, at = path.rpartition("/")
    buttons = [
        _button("up", path, f"Move up: {name}", f"{parent}/{int(at) - 1}") if up else "",
        _button("down", path, f"Move down: {name}", f"{parent}/{int(at) + 1}") if down else "",
        _button("remove", path, f"Remove: {name}", parent),
    ]
    return element("li", inside, element("p", *buttons, class_="buttons"))


def _group_errors(path: str, member: Field, filled: Filled) -> Html:
    """Return what is said about a member as a whole, unless one of its boxes shows it."""
    if member.alone:
        return Html()
    return joined(*(element("p", "Not saved: ", each, class_="error") for each in filled.told.get(path, ())))


def _button(verb: str, path: str, words: str, then: str) -> Html:
    """Return a button that sends the form and comes back at the box `then`."""
    return element("button", words, name=DO, value=f"{verb}:{path}", type="submit", formaction=f"#{anchor(then)}")
