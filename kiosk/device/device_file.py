"""Reads `device.yaml`. Every field has a default, and the file may be missing."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from kiosk.content.files.source_file import read_file
from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Text, Value
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.checks import did_you_mean
from kiosk.content.schema.field import Field, Form, Kind
from kiosk.content.schema.forms import YES_NO
from kiosk.device.device import Device
from kiosk.machine.paths import own_device_file
from kiosk.speech.engines import ENGINES, FALLBACK
from kiosk.staff.chord import DEFAULT as DEFAULT_CHORD
from kiosk.staff.chord import PATTERN as CHORD
from kiosk.staff.chord import is_safe
from kiosk.staff.pin import PATTERN as PIN
from kiosk.terminal.key_map import BUILT_IN

FILE = "device.yaml"
OWN_MAP = (".yaml", ".yml")
"""How the path of a clinic's own key map ends."""
FEWEST_STEPS = 7
"""Volumes, which are 18 dB (EN 301 549 8.2.1)."""


def _with_defaults(field: Field, above: str = "") -> Field:
    """`field` with what `Device` has where the file does not say it. Raises AttributeError where it has nothing."""
    if field.kind is Kind.GROUP:
        inside = f"{above}{field.name}_" if field.name != FILE else ""
        return replace(field, fields=tuple(_with_defaults(each, inside) for each in field.fields))
    value = getattr(Device, _attribute(f"{above}{field.name}"))
    words = (YES_NO[0] if value else YES_NO[1]) if isinstance(value, bool) else str(value or "")
    return replace(field, default=field.default or words)


def _attribute(name: str) -> str:
    """What `Device` calls the setting `name`."""
    return name.replace("-", "_")


DEVICE = _with_defaults(Field(
    name=FILE,
    kind=Kind.GROUP,
    help="What belongs to this machine.",
    may_be_empty=True,
    fields=(
        Field(
            "sound", Kind.TEXT, "Where speech is heard.", example="loudspeaker",
            allowed=("loudspeaker", "headphones-only", "off"),
        ),
        Field(
            "cues", Kind.TEXT, "Whether a short, quiet tone goes with what happens.", example="yes",
            allowed=YES_NO,
        ),
        Field(
            "voice", Kind.TEXT, "Which voice speaks.", example=FALLBACK, allowed=tuple(ENGINES),
        ),
        Field(
            "voice-file", Kind.TEXT, "The file of a voice for piper; without it the installed one speaks.",
            example="/srv/voices/en_US-joe-medium.onnx", most=1000,
            form=Form(r"/.*\.onnx", "the whole path of a voice file, from / to .onnx"),
        ),
        Field(
            "volume", Kind.GROUP, "How loud it may be, in steps of 3 dB from 1 to 9.",
            fields=(
                Field("start", Kind.NUMBER, "The step at the start of a visit.", "5", least=1, most=9),
                Field("least", Kind.NUMBER, "The quietest step to choose.", "2", least=1, most=9),
                Field("most", Kind.NUMBER, "The loudest step to choose.", "9", least=1, most=9),
            ),
        ),
        Field(
            "text-size", Kind.TEXT, "The size of letters at the start.", example="auto",
            form=Form(r"auto|plain|[1-9]", "auto, plain, or a level from 1 to 9"),
        ),
        Field(
            "screen-width-mm", Kind.NUMBER, "The width of the picture on the screen, in mm.", example="476",
            least=40, most=5000,
        ),
        Field(
            "keys", Kind.TEXT, "The key map: one that comes with the kiosk, or the path of your own.",
            example="standard", most=1000,
        ),
        Field(
            "scan-seconds", Kind.NUMBER, "How long each choice stays in focus until the next one gets it by itself.",
            example="3", least=1, most=60,
        ),
        Field(
            "staff-pin", Kind.TEXT, "The PIN of the staff's pages, as “kiosk pin” writes it.", most=200,
            example="scrypt$14$8$5$c2FsdHNhbHRzYWx0c2FsdA$3q2-7zYzV0bH1mYw8pQeJ5dK9xLrTnUoAiSvGhEkCjM",
            form=Form(PIN, "a line that “kiosk pin” has made"),
        ),
        Field(
            "staff-keys", Kind.TEXT, "The keys that ask for this PIN, pressed one after the other.", most=100,
            example=DEFAULT_CHORD, default=DEFAULT_CHORD,
            form=Form(CHORD, "three to eight keys, each ctrl and a letter or f2 to f12, with spaces between them"),
        ),
    ),
))  # fmt: skip
"""The table of fields, as `content.fields` has it for content; what holds without a line comes from `Device`."""


def read_device(path: Path | None = None) -> tuple[Device | None, tuple[Diagnostic, ...]]:
    """The settings in `path`, or in `paths.own_device_file`.

    None instead of settings where the file has an error; never raises for what is in it.
    """
    if path is None:
        path = own_device_file()
        if path is None:
            return Device(), ()
    # Of a file that cannot be opened staff need to know where it is.
    diagnostics = Diagnostics(path.name if os.access(path, os.R_OK) else str(path))
    document = read_file(path, DEVICE, diagnostics, fastest_reader())
    if document is None or diagnostics.failed:
        return None, tuple(diagnostics.report())
    volume = _volume(document, diagnostics)
    _check_keys(document.get("keys"), diagnostics)
    _check_chord(document.get("staff-keys"), diagnostics)
    if diagnostics.failed:
        return None, tuple(diagnostics.report())
    device = Device(**_given(document), **volume, file=path)
    return device, tuple(diagnostics.report())


def _check_keys(keys: Value | None, diagnostics: Diagnostics) -> None:
    """A key map is one of those that are shipped, or a file; what is in a file is for `key_maps` to judge."""
    if isinstance(keys, Text) and keys.clean not in BUILT_IN and not keys.clean.endswith(OWN_MAP):
        diagnostics.add(
            "unknown-value",
            f"There is no key map “{keys.clean[:40]}”.",
            did_you_mean(keys.clean, (*BUILT_IN, "my-keys.yaml")),
            line=keys.line,
            column=keys.column,
        )


def _check_chord(chord: Value | None, diagnostics: Diagnostics) -> None:
    """A key that something lies on repeats itself, and must not open anything."""
    if isinstance(chord, Text) and chord.clean and not is_safe(chord.clean):
        diagnostics.add(
            "unsafe-chord",
            "The keys for staff could be pressed by chance: at least three of them must be different ones.",
            f"Choose other keys, or take the line out: then it is {DEFAULT_CHORD}.",
            line=chord.line,
            column=chord.column,
        )


def _volume(document: Entries, diagnostics: Diagnostics) -> dict[str, Any]:
    """The three steps as `Device` calls them; those that are not set keep out of the way of those that are."""
    written = document.get("volume")
    steps = {"least": Device.volume_least, "most": Device.volume_most}
    if isinstance(written, Entries):
        steps |= {name: int(step) for name in ("start", "least", "most") if (step := _said(written, name))}
    start = steps.setdefault("start", min(max(Device.volume_start, steps["least"]), steps["most"]))
    line = written.line if written is not None else 0
    if not steps["least"] <= start <= steps["most"]:
        diagnostics.add(
            "volume-limits",
            f"The volume at the start, {start}, is not between the quietest, {steps['least']}, and the loudest, "
            f"{steps['most']}.",
            "Choose three steps that rise: least, start, most.",
            line=line,
        )
    elif steps["most"] - steps["least"] < FEWEST_STEPS - 1:
        diagnostics.warn(
            "few-volumes",
            f"Patients can choose among {steps['most'] - steps['least'] + 1} volumes only; some need a wider range.",
            f"Let there be {FEWEST_STEPS} steps or more between least and most.",
            line=line,
        )
    return {f"volume_{name}": step for name, step in steps.items()}


def _given(document: Entries) -> dict[str, Any]:
    """The settings that the file has, by their names in `Device` and of its types; but for the volume."""
    found: dict[str, Any] = {}
    for field in DEVICE.fields:
        if words := _said(document, field.name):
            value = int(words) if field.kind is Kind.NUMBER else words
            found[_attribute(field.name)] = words == YES_NO[0] if field.allowed == YES_NO else value
    return found


def _said(entries: Entries, name: str) -> str:
    """The text under `name`; empty where there is none."""
    value = entries.get(name)
    return value.clean if isinstance(value, Text) else ""
