"""The table of fields of a key map; its checks are made from it."""

from __future__ import annotations

from kiosk.content.schema.field import Field, Form, Kind
from kiosk.content.schema.forms import LANGUAGE, YES_NO
from kiosk.visit.terms.action import Action

ACTIONS = tuple(action for action in Action if action is not Action.OTHER)
"""The actions that can have a key."""
_PLAIN = Form(r"[^{}]+", "words without the signs { and }")
_PRESS = Field(
    "press",
    Kind.LIST,
    "The keys, each of which does it.",
    "[enter]",
    required=True,
    most=12,
    member=Field("key", Kind.TEXT, "One key.", "enter", most=30, form=Form(r"\S+", "the name of a key")),
    unique=True,
)
_NAME = Field("name", Kind.TEXT, "What pages and the voice call the key.", "Enter", most=30, form=_PLAIN)


def _action(action: Action) -> Field:
    shown = Field(
        "shown", Kind.TEXT, "Whether pages and the voice name the key.", "no", allowed=YES_NO, default="yes"
    )  # fmt: skip
    return Field(action.value, Kind.GROUP, f"{action.asked.removesuffix('?')}.", fields=(_PRESS, _NAME, shown))


_LANGUAGE = Field(
    "key for one language",
    Kind.GROUP,
    "A key that is named in one language; it works in all of them.",
    fields=(
        Field("language", Kind.TEXT, "The language.", "es", required=True, form=LANGUAGE),
        Field(
            "action",
            Kind.TEXT,
            "What the key is for.",
            "help",
            required=True,
            allowed=tuple(action.value for action in ACTIONS),
        ),
        Field(
            "press",
            Kind.LIST,
            "Further keys for it, where there are any.",
            "[a]",
            most=12,
            member=_PRESS.member,
            unique=True,
        ),
        Field(
            "name",
            Kind.TEXT,
            "What pages and the voice call the key in this language.",
            "A",
            required=True,
            most=30,
            form=_PLAIN,
        ),
    ),
)
KEY_MAP = Field(
    "key map",
    Kind.GROUP,
    "Which key is for what.",
    fields=(
        Field("about", Kind.TEXT, "What the map is for, for staff.", "The keypad in the hall.", most=200),
        Field(
            "moving",
            Kind.TEXT,
            "What moves from choice to choice, in one name.",
            "the arrow keys",
            most=60,
            form=_PLAIN,
        ),
        Field("keys", Kind.GROUP, "The keys.", required=True, fields=tuple(map(_action, ACTIONS))),
        Field("languages", Kind.LIST, "Keys with a name of their own in one language.", most=200, member=_LANGUAGE),
    ),
)
