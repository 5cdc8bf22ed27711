"""`xx/kiosk.po`: the kiosk's own words in a language that the clinic added.

The kiosk works without it, in English, so an error costs only the entry that it is in. Staff still get an error,
because patients read English there.
"""

from __future__ import annotations

import re
from os.path import lexists
from pathlib import Path

from kiosk.content.catalogue import Catalogue
from kiosk.content.files.hashes import CATALOGUE
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.languages import language_of
from kiosk.content.own_words.po import Entry, entries_of
from kiosk.content.parsing.characters import CONTROL, split_lines
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.encoding import decode
from kiosk.content.parsing.file_bytes import read_bytes

MACHINE = "X-Machine-Translation"
"""The line of the header that says `yes` until a translator has checked the words of a computer."""
_ROOM = 24
"""Letters that a translation may have besides three times those of the English: the places on a page are small."""
_RULE = re.compile(r"nplurals\s*=\s*([1-6])\s*;\s*plural\s*=\s*([^;]+);?\s*")
_VALUE = re.compile(r"\{(\w*)\}")
_BY_MACHINE = re.compile(rf"(?mi)^{MACHINE}:\s*yes\s*$")
_IN_FILE = re.compile(rf'(?mi)^"{MACHINE}:\s*yes\s*\\n"'.encode())


def is_catalogue(shown: str) -> bool:
    """Return True for the path of a catalogue, as diagnostics name it."""
    return shown.endswith(f"/{CATALOGUE}")


def read_catalogue(folder: Path, language: str) -> tuple[Catalogue | None, Diagnostics]:
    """Return the right entries of the catalogue of `language`, and its diagnostics; None without a file to read.

    `folder`: of the content. Raises nothing, whatever the file contains.
    """
    path, diagnostics = folder / language / CATALOGUE, Diagnostics(f"{language}/{CATALOGUE}")
    if not lexists(path):
        return None, diagnostics
    raw = read_bytes(path, diagnostics)
    text = None if raw is None else decode(raw, diagnostics)
    if text is None:
        return None, diagnostics
    diagnostics.lines = split_lines(text)
    entries = list(entries_of(diagnostics.lines))
    header = entries[0].forms.get(0, "") if entries and entries[0].english == "" else ""
    count, plural = _plural(header, language, diagnostics)
    made = Catalogue({}, {}, plural, bool(_BY_MACHINE.search(header)))
    for entry in entries:
        if _is_right(entry, count, diagnostics) and _is_translated(entry):
            if entry.many is None:
                made.texts.setdefault(str(entry.english), entry.forms[0])
            else:
                made.counts.setdefault(str(entry.english), tuple(entry.forms[n] for n in range(count)))
    return made, diagnostics


def is_by_machine(folder: Path, language: str) -> bool:
    """Return True if a computer made the words of `language`, without reading each of them. Raises nothing."""
    raw = read_bytes(folder / language / CATALOGUE, Diagnostics(f"{language}/{CATALOGUE}"))
    return bool(raw and _IN_FILE.search(raw))


def _is_translated(entry: Entry) -> bool:
    """Return True for a translation that is sure. A sentence in English is none; the name of a key may be.

    A text of values only, such as `{level}: {name}`, has no word to translate.
    """
    words = _VALUE.sub("", entry.english or "").strip()
    copied = entry.english in entry.forms.values() and " " in (entry.english or "") and any(map(str.isalpha, words))
    return bool(entry.english) and not entry.unsure and any(entry.forms.values()) and not copied


def _plural(header: str, language: str, diagnostics: Diagnostics) -> tuple[int, str]:
    """Return how many forms there are and which is for `n`: as the header says, or else as the language has it."""
    from gettext import c2py

    known = _RULE.fullmatch(language_of(language).plural)
    written = re.search(r"(?mi)^Plural-Forms:\s*(.*)$", header)
    found = _RULE.fullmatch(written[1].strip()) if written else known
    try:
        if found and all(0 <= c2py(found[2])(n) < int(found[1]) for n in range(120)):
            return int(found[1]), found[2].strip()
    except (ValueError, ArithmeticError, RecursionError):
        pass
    assert known is not None  # a test reads the rule of each row
    diagnostics.add(
        "bad-plural-rule",
        "The line “Plural-Forms” is no rule for numbers, so the usual one of this language is used.",
        f"Write “Plural-Forms: {language_of(language).plural}”.",
        line=next((n for n, each in enumerate(diagnostics.lines, 1) if "Plural-Forms" in each), 1),
    )
    return int(known[1]), known[2].strip()


def _is_right(entry: Entry, count: int, diagnostics: Diagnostics) -> bool:
    """Return True if the entry can be used, or lacks its translation; else record why not."""
    if entry.wrong or entry.english is None:
        _add(diagnostics, "not-a-catalogue", "This is no line of a catalogue, so patients read English here.",
             "Write msgid or msgstr, a space, and the words in double quotes; put \\ before a quote inside.",
             entry.wrong or entry.line)  # fmt: skip
        return False
    texts = [text for text in entry.forms.values() if text]
    if not entry.english or not texts:
        return True
    quoted = f"“{shortened(entry.english)}”"
    if entry.many is not None and not all(entry.forms.get(n) for n in range(count)):
        _add(diagnostics, "form-missing", f"{quoted} needs {count} forms, msgstr[0] to msgstr[{count - 1}].",
             "Translate each of them.", entry.line)  # fmt: skip
        return False
    wanted = set(_VALUE.findall(entry.english)) | set(_VALUE.findall(entry.many or ""))
    for text in texts:
        given = set(_VALUE.findall(text))
        spare = {"n"} if entry.many is not None else set()
        if (given | spare) != (wanted | spare) or _VALUE.sub("", text).count("{") or _VALUE.sub("", text).count("}"):
            _add(diagnostics, "other-values", f"The translation of {quoted} fills in other names than the English.",
                 f"Use exactly {_names(wanted)} in it." if wanted else "Take the braces { } out.",
                 entry.line)  # fmt: skip
            return False
        if len(text) > 3 * len(entry.english) + _ROOM:
            _add(diagnostics, "too-long", f"The translation of {quoted} is too long for its place on the page.",
                 f"Say it in at most {3 * len(entry.english) + _ROOM} letters.", entry.line)  # fmt: skip
            return False
        if CONTROL.search(text) or "\n" in text or "\t" in text:
            _add(diagnostics, "bad-character", f"There is an invisible sign in the translation of {quoted}.",
                 "Type the translation again.", entry.line)  # fmt: skip
            return False
    return True


def _names(wanted: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(wanted))


def _add(diagnostics: Diagnostics, code: str, message: str, fix: str, line: int) -> None:
    diagnostics.add(code, message, fix, line=line)
