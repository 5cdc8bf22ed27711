"""Read `device.yaml`. Every field has a default, and the file may be missing."""

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
from kiosk.speech.engines import DEFAULT, ENGINES
from kiosk.speech.voice_config import AUTO, CLEAR_SPEECH, TOO_QUIET
from kiosk.staff.pin_hash import PATTERN as PIN
from kiosk.staff.secret_keys import DEFAULT as DEFAULT_CHORD
from kiosk.staff.secret_keys import PATTERN as CHORD
from kiosk.staff.secret_keys import is_safe
from kiosk.terminal.key_map import BUILT_IN

FILE = "device.yaml"
OWN_MAP = (".yaml", ".yml")
"""File extensions of a clinic's own key map."""
FEWEST_STEPS = 7
"""Volume steps, which span 18 dB (EN 301 549 8.2.1)."""


def _with_defaults(field: Field, above: str = "") -> Field:
    """Return `field` with the default from `Device`. Raises AttributeError if `Device` has no such setting."""
    if field.kind is Kind.GROUP:
        inside = f"{above}{field.name}_" if field.name != FILE else ""
        return replace(field, fields=tuple(_with_defaults(each, inside) for each in field.fields))
    value = getattr(Device, _attribute(f"{above}{field.name}"))
    words = (YES_NO[0] if value else YES_NO[1]) if isinstance(value, bool) else str(value or "")
    return replace(field, default=field.default or words)


def _attribute(name: str) -> str:
    """Return the attribute of `Device` for the setting `name`."""
    return name.replace("-", "_")


DEVICE = _with_defaults(Field(
    name=FILE,
    kind=Kind.GROUP,
    help="The settings of this machine.",
    may_be_empty=True,
    fields=(
        Field(
            "content", Kind.TEXT, "The folder with the content, for the kiosk and all its commands.",
            example="/srv/kiosk/content", most=1000,
        ),
        Field(
            "sound", Kind.TEXT, "Where speech is heard.", example="loudspeaker",
            allowed=("loudspeaker", "headphones-only", "off"),
        ),
        Field(
            "cues", Kind.TEXT, "Whether short, quiet tones accompany events.", example="yes",
            allowed=YES_NO,
        ),
        Field(
            "voice", Kind.TEXT, "Which voice speaks.", example=DEFAULT, allowed=tuple(ENGINES),
        ),
        Field(
            "voice-file", Kind.TEXT, "The file of a voice for piper; by default the installed one.",
            example="/srv/voices/en_US-joe-medium.onnx", most=1000,
            form=Form(r"/.*\.onnx", "the whole path of a voice file, from / to .onnx"),
        ),
        Field(
            "clear-speech", Kind.TEXT, "Whether speech is made clearer for a noisy room; auto: on the loudspeaker.",
            example=AUTO, allowed=CLEAR_SPEECH,
        ),
        Field(
            "system-volume", Kind.NUMBER, "The volume of the sound device at the start, in per cent; also unmutes it.",
            example="80", least=TOO_QUIET, most=100,
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
            "pointer", Kind.TEXT, "Whether a touch screen or a mouse is answered, beside the keys.", example="touch",
            allowed=("none", "touch"),
        ),
        Field(
            "scan-seconds", Kind.NUMBER, "Scanning: seconds before the focus moves to the next choice.",
            example="3", least=1, most=60,
        ),
        Field(
            "staff-pin", Kind.TEXT, "The PIN of the staff pages, as “kiosk pin” writes it.", most=200,
            example="scrypt$14$8$5$c2FsdHNhbHRzYWx0c2FsdA$3q2-7zYzV0bH1mYw8pQeJ5dK9xLrTnUoAiSvGhEkCjM",
            form=Form(PIN, "a line from “kiosk pin”"),
        ),
        Field(
            "staff-keys", Kind.TEXT, "The keys that open the PIN prompt, pressed one after another.", most=100,
            example=DEFAULT_CHORD, default=DEFAULT_CHORD,
            form=Form(CHORD, "three to eight keys, each ctrl and a letter or f2 to f12, with spaces between them"),
        ),
    ),
))  # fmt: skip
"""The table of fields; the defaults come from `Device`."""


def read_device(path: Path | None = None) -> tuple[Device | None, tuple[Diagnostic, ...]]:
    """Return the settings in `path`, or in `paths.own_device_file`, and the diagnostics.

    The settings are None if the file has an error; raises nothing, whatever the file contains.
    """
    if path is None:
        path = own_device_file()
        if path is None:
            return Device(), ()
    # For a file that cannot be opened, staff need the whole path.
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
    """Check that `keys` is a shipped key map or a file; `key_maps` checks the file itself."""
    if isinstance(keys, Text) and keys.clean not in BUILT_IN and not keys.clean.endswith(OWN_MAP):
        diagnostics.add(
            "unknown-value",
            f"There is no key map “{keys.clean[:40]}”.",
            did_you_mean(keys.clean, (*BUILT_IN, "my-keys.yaml")),
            line=keys.line,
            column=keys.column,
        )


def _check_chord(chord: Value | None, diagnostics: Diagnostics) -> None:
    """Check that the keys are not all the same: an object lying on a key must not open anything."""
    if isinstance(chord, Text) and chord.clean and not is_safe(chord.clean):
        diagnostics.add(
            "unsafe-chord",
            "The staff keys could be pressed by accident: at least three of them must be different.",
            f"Choose other keys, or delete the line for the default, {DEFAULT_CHORD}.",
            line=chord.line,
            column=chord.column,
        )


def _volume(document: Entries, diagnostics: Diagnostics) -> dict[str, Any]:
    """Return the three steps by their names in `Device`; defaults give way to the steps that are set."""
    written = document.get("volume")
    steps = {"least": Device.volume_least, "most": Device.volume_most}
    if isinstance(written, Entries):
        steps |= {name: int(step) for name in ("start", "least", "most") if (step := _text_of(written, name))}
    start = steps.setdefault("start", min(max(Device.volume_start, steps["least"]), steps["most"]))
    line = written.line if written is not None else 0
    if not steps["least"] <= start <= steps["most"]:
        diagnostics.add(
            "volume-limits",
            f"The volume at the start, {start}, is not between the quietest, {steps['least']}, and the loudest, "
            f"{steps['most']}.",
            "Choose three increasing steps: least, start, most.",
            line=line,
        )
    elif steps["most"] - steps["least"] < FEWEST_STEPS - 1:
        diagnostics.warn(
            "few-volumes",
            f"Patients can choose from only {steps['most'] - steps['least'] + 1} volumes; some need a wider range.",
            f"Allow at least {FEWEST_STEPS} steps from least to most.",
            line=line,
        )
    return {f"volume_{name}": step for name, step in steps.items()}


def _given(document: Entries) -> dict[str, Any]:
    """Return the settings in the file, by their names and types in `Device`, without the volume."""
    found: dict[str, Any] = {}
    for field in DEVICE.fields:
        if words := _text_of(document, field.name):
            value = int(words) if field.kind is Kind.NUMBER else words
            found[_attribute(field.name)] = words == YES_NO[0] if field.allowed == YES_NO else value
    return found


def _text_of(entries: Entries, name: str) -> str:
    """Return the text under `name`; empty if there is none."""
    value = entries.get(name)
    return value.clean if isinstance(value, Text) else ""
