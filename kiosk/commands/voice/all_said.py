"""Everything that a kiosk can say, in spoken form. Finding it takes seconds, so the result is kept."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import kiosk
from kiosk.commands.voice.spoken_texts import spoken_texts
from kiosk.content.live import json_cache
from kiosk.content.live.at_start import AtStart
from kiosk.locale.wordings import wordings_of
from kiosk.machine.paths import state_folder
from kiosk.speech.ready.order import Said
from kiosk.speech.spoken.spoken_form import spoken_form
from kiosk.speech.voice_process.voice import LONGEST_TEXT
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.machine import Machine


def all_said(content: AtStart, language: str, grids: Sequence[Grid], machine: Machine) -> list[Said]:
    """Return the spoken form of each text of a visit in `language`, in the order in which patients hear them."""
    made_from = sha256(f"{content.made_from} {grids} {machine} {_program()}".encode()).hexdigest()
    path = state_folder() / f"said-{language}-{len(grids)}.json"
    kept = json_cache.load(path, made_from)
    if kept is None:
        kept = _find(content, language, grids, machine)
        json_cache.save(path, made_from, kept)
    return [Said(*each) for each in kept]


def _find(content: AtStart, language: str, grids: Sequence[Grid], machine: Machine) -> list[Said]:
    library = content.library
    texts = spoken_texts(library, language, grids, wordings_of(library), machine)
    forms = [
        Said(
            spoken_form(each.text[:LONGEST_TEXT], each.language, library.words, each.numbers).text,
            each.language,
            each.rate,
        )
        for each in texts
    ]
    return list(dict.fromkeys(form for form in forms if form.text.strip()))


def _program() -> str:
    """Return what changes with each file of the program: another version may say other things."""
    folder = Path(kiosk.__file__).parent
    stats = [
        os.stat(os.path.join(place, name))
        for place, _, names in os.walk(folder)
        for name in names
        if name.endswith((".py", ".mo"))
    ]
    return f"{kiosk.__version__} {max(each.st_mtime_ns for each in stats)} {sum(each.st_size for each in stats)}"
