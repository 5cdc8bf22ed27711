"""What each language of a clinic lacks on this machine: a voice, and the kiosk's own words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.commands.voice.chosen_voice import without_voice
from kiosk.content.files.build import clinic_of
from kiosk.content.files.clinic_file import read_clinic
from kiosk.content.model.languages import language_name
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.locale.wordings import SOURCE, has_catalogue
from kiosk.speech.voice_config import VoiceConfig


def lacking(folder: Path, choice: VoiceConfig) -> tuple[Diagnostic, ...]:
    """Return a warning for each thing that a language of the clinic in `folder` lacks; none while its file is wrong."""
    document, about = read_clinic(folder, fastest_reader())
    if document is None or about.failed:
        return ()
    place = document.get("languages")
    line, column = (place.line, place.column) if place else (0, 0)
    languages = clinic_of(document).languages
    return tuple(
        Diagnostic(about.file, line, column, code, message, fix, Level.WARNING)
        for language in languages
        for code, message, fix in _about(language, language in without_voice(languages, choice))
    )


def _about(language: str, silent: bool) -> Iterator[tuple[str, str, str]]:
    """Yield code, message and fix of what a language lacks."""
    name = language_name(language)
    if silent:
        yield (
            "no-voice",
            f"No voice here speaks {name}, so its pages are silent; they say so.",
            "Have a member of staff read them to patients who cannot see, or install a voice with “voice-file:”.",
        )
    if language != SOURCE and not has_catalogue(language):
        yield (
            "no-catalogue",
            f"The kiosk's own words are not translated into {name}, so its pages have English buttons.",
            "See “The kiosk's own words” in docs/languages.md.",
        )
