"""A small clinic whose files are right, for tests to spoil."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.content.approval.record_particulars import record
from kiosk.content.files.build import clinic_of
from kiosk.content.files.clinic_file import read_clinic
from kiosk.content.files.particulars_file import Confirmation, particulars_of
from kiosk.content.parsing.diagnostic import Diagnostic
from kiosk.content.parsing.yaml_events import Reader, fastest_reader
from kiosk.content.reader import Reading, read_content, read_topic

CLINIC = """\
name: Harbor Clinic
phone: 212-444-0100
emergency-number: 911
languages: [en]
menu: [signs, feel-unwell]
idle:
  warn-after: 120
  countdown: 30
answered: day and night
"""

PARTICULARS = """\
confirmed:
  - what: name
    words: Harbor Clinic
    by: A. Nurse
    day: 2026-11-22
  - what: phone
    words: 212-444-0100
    by: A. Nurse
    day: 2026-11-22
  - what: answered
    words: 212-444-0100
    by: A. Nurse
    day: 2026-11-22
  - what: emergency-number
    words: 911
    by: A. Nurse
    day: 2026-11-22
"""

SIGNS = """\
title: The signs
menu-label: Signs
last-changed: 2026-11-22
review:
  status: not yet approved
sources:
  - name: American Cancer Society, Signs of breast cancer
    address: https://www.cancer.org/
sections:
  - heading: In the bones
    facts: [signs.bone-pain, signs.cough]
    text: >
      Pain that stays needs a look.
      Tell us about it.

      Call <phone> if you can.
    points:
      - Pain in a bone
      - A cough that does not go away
cards:
  - level: urgent
    contact: Call your care team.
    how-soon: Today
    points:
      - A new pain
  - level: routine
    contact: Tell us at your next visit.
    how-soon: At your next visit
    points:
      - A question
"""

DISCLAIMER = """\
title: For information only
last-changed: 2026-11-22
review:
  status: not yet approved
sources:
  - name: The clinic
sections:
  - text: This is not medical advice.
"""

FEEL_UNWELL = """\
title: I feel unwell
last-changed: 2026-11-22
review:
  status: not yet approved
sources:
  - name: The clinic
cards:
  - level: emergency
    contact: Tell a member of staff now. They can call <emergency-number>.
    how-soon: Now. Do not wait.
    when: If you have any of these
    points:
      - Sudden chest pain
"""

WORDS = """\
words:
  - write: MBC
    say: metastatic breast cancer
  - write: CT
    say: C T
    language: en
    where: anywhere
"""

FILES = {
    "clinic.yaml": CLINIC,
    "particulars.yaml": PARTICULARS,
    "words.yaml": WORDS,
    "en/signs.yaml": SIGNS,
    "en/disclaimer.yaml": DISCLAIMER,
    "en/feel-unwell.yaml": FEEL_UNWELL,
}


@dataclass(frozen=True)
class ClinicFolder:
    """A content folder on disk."""

    path: Path

    def write(self, file: str, content: str | bytes) -> None:
        """Puts a file in place of the one that is there."""
        raw = content.encode() if isinstance(content, str) else content
        (self.path / file).parent.mkdir(parents=True, exist_ok=True)
        (self.path / file).write_bytes(raw)

    def change_line(self, file: str, line: int, new: str) -> None:
        """Replaces one line, counted from 1, of the file as it is right."""
        lines = FILES[file].split("\n")
        lines[line - 1] = new
        self.write(file, "\n".join(lines))

    def read(self, reader: Reader | None = None) -> Reading:
        """Reads the folder as it is now."""
        return read_content(self.path, reader)


def sample(place: Path) -> ClinicFolder:
    """Writes the sample files into a new folder at `place`."""
    folder = ClinicFolder(place / "content")
    folder.path.mkdir()
    for file, content in FILES.items():
        folder.write(file, content)
    return folder


def as_own(folder: Path, phone: str = "212-444-0142") -> None:
    """The shipped content in `folder`, as a clinic's own: name, numbers, offers of help, and who made sure of them."""
    path = folder / "clinic.yaml"
    text = path.read_text("utf-8").replace("Sample Breast Care Clinic", "Harbor Clinic")
    path.write_text(re.sub(r"(?m)^phone: .*", f"phone: {phone}\nanswered: day and night", text), "utf-8")
    offers = folder / "languages.yaml"
    checked = "    made-by: machine\n    checked-by: A. Translator\n"
    offers.write_text(offers.read_text("utf-8").replace("    made-by: machine\n", checked), "utf-8")
    confirm(folder)


def confirm(folder: Path) -> None:
    """As if somebody had made sure of the name and the numbers in `folder`."""
    document, _ = read_clinic(folder, fastest_reader())
    assert document is not None
    present = particulars_of(clinic_of(document))
    confirmations = [Confirmation(each.what, each.words, "A. Nurse", date(2026, 11, 22)) for each in present]
    (folder / "particulars.yaml").write_bytes(record(present, confirmations))


SPANISH = {
    "In the bones": "En los huesos",
    "Pain that stays needs a look.": "Un dolor que no se quita necesita un examen.",
    "Tell us about it.": "Avísenos.",
    "Call <phone> if you can.": "Llame al <phone> si puede.",
    "Pain in a bone": "Dolor de un hueso",
    "A cough that does not go away": "Una tos que no se quita",
    "Call your care team.": "Llame a su equipo médico.",
    "A new pain": "Un dolor nuevo",
    "Tell us at your next visit.": "Avísenos en su cita.",
    "At your next visit": "En su cita",
    "A question": "Una pregunta",
    "This is not medical advice.": "No sustituye el consejo de su médico.",
    "Tell a member of staff now. They can call <emergency-number>.": "Avise. Pueden llamar al <emergency-number>.",
    "Now. Do not wait.": "Ahora. No espere.",
    "If you have any of these": "Si le pasa algo de esto",
    "Sudden chest pain": "Dolor repentino en el pecho",
}
"""The sentences of the sample, translated."""


def translated(folder: ClinicFolder, name: str, text: str, copied: bool = False) -> str:
    """`text`, the English topic `name` of the folder, as if somebody had translated it as it is now.

    With `copied` the file says so, but nobody has translated more than the title.
    """
    original = read_topic(folder.path / f"en/{name}.yaml").topic
    assert original is not None
    title, made_from = text.split("\n", 1)[0], original.written
    for english, spanish in () if copied else SPANISH.items():
        text = text.replace(english, spanish)
    return text.replace(title, f"title: Las señales ({name})").replace(
        "review:\n", f"translation:\n  from: {made_from}\n  translator: A. Example\nreview:\n", 1
    )


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int]]:
    """Code and line of each problem."""
    return [(diagnostic.code, diagnostic.line) for diagnostic in diagnostics]
