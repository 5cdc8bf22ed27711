"""Reads `device.yaml`. Every field has a default, and the file may be missing."""

from __future__ import annotations

from pathlib import Path

from kiosk.content.field import Field, Form, Kind
from kiosk.content.findings import Findings
from kiosk.content.nodes import Entries, Text
from kiosk.content.problem import Problem
from kiosk.content.source_file import read_file
from kiosk.content.yaml_events import fastest_reader
from kiosk.device import Device
from kiosk.paths import device_files

DEVICE = Field(
    name="device.yaml",
    kind=Kind.GROUP,
    help="What belongs to this machine.",
    fields=(
        Field(
            "sound", Kind.TEXT, "Where speech is heard.", example="loudspeaker",
            allowed=("loudspeaker", "headphones-only", "off"), default="loudspeaker",
        ),
        Field(
            "voice", Kind.TEXT, "Which voice speaks.", example="espeak", allowed=("espeak", "pico"), default="espeak",
        ),
        Field(
            "text-size", Kind.TEXT, "The size of letters at the start.", example="auto", default="auto",
            form=Form(r"auto|plain|[1-9]", "auto, plain, or a level from 1 to 9"),
        ),
        Field(
            "screen-width-mm", Kind.NUMBER, "The width of the picture on the screen, in mm.", example="476",
            least=40, most=5000,
        ),
        Field("keys", Kind.TEXT, "The key map.", example="standard", allowed=("standard",), default="standard"),
    ),
)  # fmt: skip
"""The table of fields, as `content.fields` has it for content."""


def read_device(path: Path | None = None) -> tuple[Device | None, tuple[Problem, ...]]:
    """The settings in `path`, or in the first file of `paths.device_files` that exists.

    None instead of settings where the file has an error; never raises for what is in it.
    """
    if path is None:
        path = next((each for each in device_files() if each.is_file()), None)
        if path is None:
            return Device(), ()
    findings = Findings(path.name)
    said = read_file(path, DEVICE, findings, fastest_reader())
    if said is None or findings.failed:
        return None, tuple(findings.problems())
    width = _said(said, "screen-width-mm", "")
    device = Device(
        sound=_said(said, "sound", "loudspeaker"),
        voice=_said(said, "voice", "espeak"),
        text_size=_said(said, "text-size", "auto"),
        screen_width_mm=int(width) if width else None,
        keys=_said(said, "keys", "standard"),
        file=path,
    )
    return device, tuple(findings.problems())


def _said(entries: Entries, name: str, default: str) -> str:
    value = entries.get(name)
    return value.clean if isinstance(value, Text) and value.clean else default
