"""Asks on the first screen what a machine made from the image must know, before the kiosk's first start.

A file `kiosk.yaml` on the partition KIOSK may hold some of the answers; they are not asked, and the file is deleted.
All questions are spoken. If nobody types for three minutes, the kiosk starts with what it has, and the next start of
the machine asks again.
"""

from __future__ import annotations

import getpass
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kiosk.content.files.source_file import read_raw
from kiosk.content.parsing.diagnostic import Diagnostic, errors
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.content.schema.clinic_fields import CLINIC
from kiosk.content.schema.field import Field
from kiosk.device.device_file import DEVICE, read_device
from kiosk.editor.model.change import ChangeError, changed
from kiosk.editor.model.places import UnreadableError, places
from kiosk.editor.model.values import Value, values_of
from kiosk.machine.files import rewrite
from kiosk.staff.pin_hash import PinHash, fault_of
from kiosk.terminal.key_map import BUILT_IN

CLINIC_FILE = Path("/srv/kiosk/content/clinic.yaml")
DEVICE_FILE = Path("/etc/kiosk/device.yaml")
ANSWERS = Path("/boot/setup/kiosk.yaml")
DONE = Path("/etc/kiosk/set-up")
LEFT_ALONE_S = 180
PIN = "staff-pin"


class Question(NamedTuple):
    """One thing to ask; `field` is its name in `clinic.yaml` or `device.yaml`."""

    field: str
    words: str
    group: Field
    file: Path


QUESTIONS = (
    Question("name", "What is the name of your clinic?", CLINIC, CLINIC_FILE),
    Question("phone", "Which number do patients call? Type it with its area code.", CLINIC, CLINIC_FILE),
    Question(PIN, "Choose a PIN for staff, 6 to 12 digits. It is not shown.", DEVICE, DEVICE_FILE),
    Question("keys", f"Which keys are there? One of: {', '.join(BUILT_IN)}.", DEVICE, DEVICE_FILE),
    Question("screen-width-mm", "How wide is the picture on the screen, in millimeters?", DEVICE, DEVICE_FILE),
)
"""All that is asked, in this order."""


def given(raw: bytes) -> dict[str, str]:
    """Return the answers in a file with lines `name: value`; lines that are no answer are left out."""
    known = {question.field for question in QUESTIONS}
    pairs = (line.partition(":") for line in raw.decode("utf-8-sig", "replace").splitlines())
    return {name.strip(): value.strip().strip("\"'“”") for name, _, value in pairs if name.strip() in known}


def fault_in(question: Question, answer: str, file: Path) -> str:
    """Write an answer into its file; return why it cannot be taken, in one sentence, or nothing."""
    if question.field == PIN:
        if fault := fault_of(answer):
            return fault
        answer = str(PinHash.of(answer))
    text = file.read_text("utf-8")
    try:
        new = changed(text, question.group, {question.field: answer}, fastest_reader())
    except (ChangeError, UnreadableError):
        return f"{file} cannot be changed here."
    if wrong := _errors(new.encode(), question.group, file):
        return wrong[0].message
    rewrite(file, new.encode())
    return ""


def _errors(raw: bytes, group: Field, file: Path) -> tuple[Diagnostic, ...]:
    if group is CLINIC:
        diagnostics = Diagnostics(file.name)
        read_raw(raw, group, diagnostics, fastest_reader())
        return errors(diagnostics.report())
    trial = file.with_name(f"{file.name}.trial")
    try:
        with open(trial, "wb", opener=lambda name, flags: os.open(name, flags, 0o600)) as out:
            out.write(raw)
        return errors(read_device(trial)[1])
    finally:
        trial.unlink(missing_ok=True)


def now_in(question: Question, file: Path) -> str:
    """Return the present value, or nothing."""
    values: Mapping[str, Value] = {}
    with suppress(OSError, UnreadableError):
        text = file.read_text("utf-8")
        values = values_of(places(text, fastest_reader()), question.group, (question.field,))
    found = values.get(question.field, "")
    return found if isinstance(found, str) else ""


def ask_all(answers: Mapping[str, str], ask: Callable[[Question, str, str], str]) -> None:
    """Take each answer as given, or from `ask`, which gets the question, the present value and what was wrong."""
    for question in QUESTIONS:
        answer, wrong = answers.get(question.field, ""), ""
        if answer:
            wrong = fault_in(question, answer, question.file)
        present = now_in(question, question.file)
        while wrong or not answer:
            answer = ask(question, present, wrong)
            if not answer and (present or question.field not in ("name", "phone", PIN)):
                break
            wrong = fault_in(question, answer, question.file) if answer else "Please type an answer."


class Desk:
    """Asks in a terminal, aloud."""

    def __init__(self) -> None:
        self._voice: subprocess.Popen[bytes] | None = None

    def ask(self, question: Question, present: str, wrong: str) -> str:
        """Return what was typed; empty for what stands there already."""
        print("\033[2J\033[H")  # noqa: T201
        keep = f"Press Enter for: {present}" if present and question.field != PIN else ""
        words = " ".join(part for part in (wrong, question.words, keep) if part)
        print(f"{words}\n", flush=True)  # noqa: T201
        self._say(words)
        signal.alarm(LEFT_ALONE_S)
        if question.field != PIN:
            return input("> ").strip()
        pin = getpass.getpass("> ").strip()
        self._say("The same once more.")
        return pin if getpass.getpass("The same once more > ").strip() == pin else "two different ones"

    def _say(self, words: str) -> None:
        if self._voice is not None:
            self._voice.kill()
            self._voice.wait()
        command = (sys.executable, "-P", "-m", "kiosk", "say", words)
        self._voice = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )


def main() -> int:
    """Ask what is not known yet; status 0 also when nobody answers."""
    import pwd

    os.environ["PULSE_SERVER"] = f"unix:/run/user/{pwd.getpwnam('kiosk').pw_uid}/pulse/native"
    answers = {}
    with suppress(OSError):
        answers = given(ANSWERS.read_bytes())
    signal.signal(signal.SIGALRM, lambda *_: sys.exit(0))
    try:
        ask_all(answers, Desk().ask)
    except (EOFError, KeyboardInterrupt):
        return 0
    DONE.touch()
    os.sync()
    with suppress(OSError):
        ANSWERS.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
