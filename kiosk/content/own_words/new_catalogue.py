"""The text of a clinic's catalogue that is still to be translated: each of the kiosk's words in English, and room."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.content.model.languages import language_of
from kiosk.content.own_words.catalogue_file import MACHINE
from kiosk.content.own_words.po import Entry

_HEADER = """\
# The kiosk's own words in {name}. Put the translation between the quotes of msgstr, below the English of msgid.
# Names in braces, such as {{n}}, stay; their order may change. What is left empty is shown, and said, in English.
msgid ""
msgstr ""
"Language: {tag}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural}\\n"
"{machine}: no\\n"
"""


def new_catalogue(language: str, texts: Iterable[Entry], present: str = "", known: Iterable[str] = ()) -> str:
    """Return the text of the file: `present` as it is, with an empty entry for each of `texts` that is not `known`.

    `known`: the English of the entries in `present`.
    """
    there, entry = set(known), language_of(language)
    forms = int(entry.plural.split("=")[1].split(";")[0])
    start = present or _HEADER.format(name=entry.name, tag=language, plural=entry.plural, machine=MACHINE)
    pieces = [start if start.endswith("\n") else start + "\n"]
    for each in texts:
        if not each.english or each.english in there:
            continue
        lines = [f"msgid {_quoted(each.english)}"]
        if each.many is None:
            lines.append('msgstr ""')
        else:
            lines += [f"msgid_plural {_quoted(each.many)}", *(f'msgstr[{n}] ""' for n in range(forms))]
        pieces.append("\n".join(["", *lines, ""]))
    return "".join(pieces)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
