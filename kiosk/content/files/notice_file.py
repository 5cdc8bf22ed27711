"""`notice.yaml`: something that every patient should know for a time. Most clinics have none."""

from os.path import lexists
from pathlib import Path

from kiosk.content.files.build import notice_of
from kiosk.content.files.source_file import read_file
from kiosk.content.model.dates import iso_moment
from kiosk.content.model.library import Clinic, Notice
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.notice_fields import NOTICE
from kiosk.content.schema.placeholders import check_placeholders

FILE = "notice.yaml"


def read_notice(folder: Path, clinic: Clinic | None, reader: Reader) -> tuple[Notice | None, Diagnostics]:
    """Return the notice and its diagnostics; no notice if the file is missing or has an error."""
    diagnostics = Diagnostics(FILE)
    path = folder / FILE
    if not lexists(path):
        return None, diagnostics
    root = read_file(path, NOTICE, diagnostics, reader)
    if root is None or diagnostics.failed:
        return None, diagnostics
    check_span(root, "from", "until", diagnostics)
    check_placeholders(root, diagnostics)
    if clinic is not None:
        _check_languages(root, clinic, diagnostics)
    if clinic is None or diagnostics.failed:
        return None, diagnostics
    return notice_of(root, clinic), diagnostics


def check_span(entries: Entries, start: str, end: str, diagnostics: Diagnostics) -> None:
    """Record an error if `end` is not after `start`; both are names of fields with a day or a moment."""
    first, last = entries.get(start), entries.get(end)
    if not isinstance(first, Text) or not isinstance(last, Text):
        return
    begins, ends = iso_moment(first.clean), iso_moment(last.clean, end=True)
    if begins and ends and ends <= begins:
        diagnostics.add(
            "bad-span",
            f"The time after “{end}” must be later than the one after “{start}”.",
            "Correct one of the two.",
            line=last.line,
            column=last.column,
        )


def _check_languages(root: Entries, clinic: Clinic, diagnostics: Diagnostics) -> None:
    """Check that the kiosk offers each language of the notice, and that none is there twice."""
    listed = root.get("translations")
    seen = {clinic.languages[0]}
    for entry in listed.items if isinstance(listed, Items) else []:
        language = entry.get("language") if isinstance(entry, Entries) else None
        if not isinstance(language, Text):
            continue
        if language.clean in seen:
            diagnostics.add("listed-twice", f"The text in “{language.clean}” is here a second time.",
                            "Delete one of the two.", line=language.line, column=language.column)  # fmt: skip
        elif language.clean not in clinic.languages:
            diagnostics.warn("language-not-listed", f"The kiosk does not offer the language “{language.clean}”.",
                             "Delete these lines, or add the language in clinic.yaml.",
                             line=language.line, column=language.column)  # fmt: skip
        seen.add(language.clean)
