"""`clinic.yaml`, with the checks that the table of fields cannot express."""

from pathlib import Path

from kiosk.content.files.clinic_numbers import check_numbers
from kiosk.content.files.source_file import read_file
from kiosk.content.model.dates import minutes
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Items, Text
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.clinic_fields import CLINIC


def read_clinic(folder: Path, reader: Reader) -> tuple[Entries | None, Diagnostics]:
    """Return the entries of `clinic.yaml` and its diagnostics."""
    diagnostics = Diagnostics("clinic.yaml")
    entries = read_file(folder / "clinic.yaml", CLINIC, diagnostics, reader)
    if entries is not None and not diagnostics.failed:
        _check_hours(entries, diagnostics)
        check_numbers(entries, diagnostics)
    return entries, diagnostics


def _check_hours(entries: Entries, diagnostics: Diagnostics) -> None:
    """Check that the clinic closes later than it opens."""
    listed = entries.get("opening-hours")
    for hours in listed.items if isinstance(listed, Items) else []:
        start, end = (hours.get("from"), hours.get("until")) if isinstance(hours, Entries) else (None, None)
        if isinstance(start, Text) and isinstance(end, Text) and minutes(end.clean) <= minutes(start.clean):
            diagnostics.add(
                "bad-span",
                "The time after “until” must be later than the one after “from”.",
                "Correct one of the two; for hours past midnight add a second part from 0:00.",
                line=end.line,
                column=end.column,
            )
