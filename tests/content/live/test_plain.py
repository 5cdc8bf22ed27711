"""What is kept as JSON comes back as it was, and its form changes by itself with the types."""

from __future__ import annotations

import json
from dataclasses import dataclass, make_dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

import pytest

from kiosk.content.live.plain import from_plain, shape_of, to_plain
from kiosk.content.model.library import Library, Notice, Topic, Urgency, Weight


class Colour(StrEnum):
    RED = "red"


class Point(NamedTuple):
    x: int
    colour: Colour = Colour.RED


@dataclass(frozen=True)
class Whole:
    name: str
    points: tuple[Point, ...]
    days: tuple[date, ...]
    by_name: dict[str, dict[str, Point]]
    at: datetime | None = None
    level: Urgency = Urgency.ROUTINE
    size: float = 1.5


WHOLE = Whole(
    "é",
    (Point(1), Point(2)),
    (date(2026, 11, 30),),
    {"a": {"b": Point(3)}},
    datetime(2026, 11, 30, 8, 30),
    Urgency.URGENT,
)


@pytest.mark.parametrize("value", [WHOLE, Whole("", (), (), {})])
def test_it_comes_back_as_it_was(value: Whole):
    plain = json.loads(json.dumps(value, default=to_plain))
    back = from_plain(Whole, plain)
    assert back == value
    assert isinstance(back.level, Urgency)
    assert all(isinstance(point, Point) for point in back.points)


@pytest.mark.parametrize(
    "spoilt",
    [
        None,
        [],
        "text",
        {},
        {"name": "x"},
        {"name": "x", "points": 1, "days": [], "by_name": {}},
        {"name": "x", "points": [[1]], "days": ["yesterday"], "by_name": {}},
        {"name": "x", "points": [[1, "blue"]], "days": [], "by_name": {}},
        {"name": "x", "points": [[]], "days": [], "by_name": {}},
        {"name": "x", "points": [], "days": [], "by_name": [], "more": 1},
    ],
)
def test_anything_else_is_refused(spoilt: Any):
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        from_plain(Whole, spoilt)


def test_a_type_that_no_plain_form_is_known_of_is_refused():
    with pytest.raises(TypeError):
        from_plain(make_dataclass("Odd", [("inside", bytes)]), {"inside": ""})


def test_the_form_changes_with_any_field_type_or_member():
    forms = [
        make_dataclass("It", [("a", int)]),
        make_dataclass("It", [("b", int)]),
        make_dataclass("It", [("a", str)]),
        make_dataclass("It", [("a", int), ("b", int)]),
        make_dataclass("It", [("a", tuple[Point, ...])]),
        make_dataclass("It", [("a", tuple[StrEnum("Colour", {"RED": "red"}), ...])]),
        make_dataclass("It", [("a", tuple[StrEnum("Colour", {"RED": "red", "BLUE": "blue"}), ...])]),
    ]
    assert len({shape_of(form) for form in forms}) == len(forms)
    assert shape_of(forms[0]) == shape_of(make_dataclass("It", [("a", int)]))


def test_the_form_of_a_library_is_that_of_all_it_holds():
    shape = shape_of(Library)
    for kind in (Topic, Notice, Weight):
        assert repr(kind) in shape
    assert "web_address" not in shape, "what is worked out from the blocks is not kept"
    assert "'IMPORTANT': 'important'" in shape
