"""Reads the whole content with one file as it would be, before anything is written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kiosk.content.model.library import Library
from kiosk.content.model.required import DISCLAIMER
from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.content.reader import read_content
from kiosk.editor.model.forms import Form
from kiosk.preview.draft import Draft


class Trial(NamedTuple):
    """What the reader says."""

    library: Library | None
    """The clinic with this topic, alone if another file has an error; None while it cannot be shown."""
    diagnostics: tuple[Diagnostic, ...]
    """Of all files."""
    advice: tuple[Diagnostic, ...] = ()
    """What `check` says about the file itself."""


def trial(folder: Path, form: Form, raw: bytes | None, today: date) -> Trial:
    """Read `folder` with the file of `form` as `raw`; without that file if it is None. Raises OSError."""
    with _folder_with(folder, form.file, raw) as whole:
        reading = read_content(whole)
        if not form.is_topic:
            return Trial(reading.everything, reading.diagnostics, _about(reading.diagnostics, form.file))
        draft = Draft(whole / form.file, today).read()
        alone = None if form.topic == DISCLAIMER else draft.library  # the start page leads to others
        return Trial(reading.everything or alone, reading.diagnostics, draft.problems)


def _about(diagnostics: tuple[Diagnostic, ...], file: str) -> tuple[Diagnostic, ...]:
    return tuple(each for each in diagnostics if each.file == file)


@contextmanager
def _folder_with(folder: Path, file: str, raw: bytes | None) -> Iterator[Path]:
    """Yield a folder that looks like `folder`, but for one file."""
    folder = folder.resolve()
    with tempfile.TemporaryDirectory(prefix="kiosk-edit-") as name:
        whole = Path(name) / folder.name
        whole.mkdir()
        _link_all(folder, whole)
        *above, own = file.split("/")
        for each in above:
            (whole / each).unlink(missing_ok=True)
            (whole / each).mkdir()
            _link_all(folder / each, whole / each)
        path = whole.joinpath(*above, own)
        path.unlink(missing_ok=True)
        if raw is not None:
            path.write_bytes(raw)
        yield whole


def _link_all(folder: Path, into: Path) -> None:
    for each in os.scandir(folder):
        (into / each.name).symlink_to(each.path)
