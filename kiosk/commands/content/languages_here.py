"""What each language of a clinic lacks on this machine: a voice, and the kiosk's own words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kiosk.commands.voice.chosen_voice import without_voice
from kiosk.content.files.build import clinic_of
from kiosk.content.files.clinic_file import read_clinic
from kiosk.content.files.folder import languages_in
from kiosk.content.files.hashes import CATALOGUE
from kiosk.content.model.languages import language_name
from kiosk.content.own_words.catalogue_file import read_catalogue
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.parsing.yaml_events import fastest_reader
from kiosk.locale.wordings import SOURCE, every_text, has_catalogue
from kiosk.speech.voice_config import VoiceConfig


def lacking(folder: Path, choice: VoiceConfig) -> tuple[Diagnostic, ...]:
    """Return a warning for each thing that a language of the clinic in `folder` lacks; none while its file is wrong."""
    document, about = read_clinic(folder, fastest_reader())
    if document is None or about.failed:
        return ()
    place = document.get("languages")
    line, column = (place.line, place.column) if place else (0, 0)
    languages = clinic_of(document).languages
    listed = languages
    extra = [each for each in languages_in(folder) if each not in listed and (folder / each / CATALOGUE).exists()]
    progress = [note for each in (*listed, *extra) for note in _words_so_far(folder, each, each in extra)]
    return (
        *progress,
        *(
            Diagnostic(about.file, line, column, code, message, fix, Level.WARNING)
            for language in languages
            for code, message, fix in _about(folder, language, language in without_voice(languages, choice))
        ),
    )


def _words_so_far(folder: Path, language: str, extra: bool) -> Iterator[Diagnostic]:
    """Yield how many words a clinic's catalogue has; for a language that is not offered (`extra`) also its errors."""
    own, diagnostics = read_catalogue(folder, language)
    if extra:
        yield from (replace(each, level=Level.WARNING) for each in diagnostics.report())
    if own is None:
        return
    texts = [str(entry.english) for entry in every_text()]
    done = sum(1 for text in texts if text in own.texts or text in own.counts)
    if done < len(texts):
        yield Diagnostic(
            diagnostics.file, 0, 0, "translated-so-far",
            f"{done} of the kiosk's {len(texts)} own words are in {language_name(language)}; the others stay English.",
            f"Fill in the empty msgstr; “kiosk new --language {language}” adds entries that are missing.",
            Level.WARNING,
        )  # fmt: skip


def _about(folder: Path, language: str, silent: bool) -> Iterator[tuple[str, str, str]]:
    """Yield code, message and fix of what a language lacks."""
    name = language_name(language)
    if silent:
        yield (
            "no-voice",
            f"No voice here speaks {name}, so its pages are silent; they say so.",
            "Have a member of staff read them to patients who cannot see, or install a voice with “voice-file:”.",
        )
    if language != SOURCE and not (has_catalogue(language) or (folder / language / CATALOGUE).exists()):
        yield (
            "no-catalogue",
            f"The kiosk's own words are not translated into {name}, so its pages have English buttons.",
            f"Lay them out with “kiosk new --language {language}”, and translate them.",
        )
