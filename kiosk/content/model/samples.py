"""Sample values, which look right and are not: nobody answers 555-0142.

A clinic that has not typed its own number must not send a patient to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kiosk.content.model.block import Block, Role
from kiosk.content.model.library import Clinic, Library, Topic

_NOT_DIGITS = re.compile(r"[^0-9]")
_FICTION = re.compile(
    r"(?:1?[2-9][0-9]{2})?55501[0-9]{2}|1?555[0-9]{7}"
    r"|(?:44|0)(?:2079460|1632960|7700900|3069990|8081570|1[0-9]{2}4960|2890180|2920180)[0-9]{3}"
    r"|(?:61|0)(?:[2378](?:5550|7010)[0-9]{4}|491570[0-9]{3})|(?:61)?1[38]00(?:160|975)[0-9]{3}"
    r"|(?:33|0)(?:19900|26191|35301|46571|53649|63998)[0-9]{4}"
)
"""Numbers that nobody has: kept for stories in North America (NANPA), the UK (Ofcom), Australia (ACMA) and France
(Arcep), and the area code 555."""
_NAMES = re.compile(
    r"(?:sample|example|test|muster)\b.*|.*\b(?:example|ejemplo|muestra)"
    r"|(?:the |my |your |su |mi )?(?:clinic|cl[ií]nica)(?: name)?"
    r"|your clinic\b.*|(?:the )?name of .*|nombre de (?:la|su) cl[ií]nica.*|ejemplo\b.*|lorem ipsum.*|<.*>",
    re.IGNORECASE,
)


TEMPLATE = {
    "source": "Publisher, title of the page or leaflet",
    "heading": "A short heading",
    "text": "Write here what patients should know, as you would tell them.",
    "list": "A list",
    "first": "The first point",
    "second": "The second point",
}
"""The texts of the file that `kiosk new` makes which say nothing to patients, each to be replaced."""
_TEMPLATES = frozenset(text for name, text in TEMPLATE.items() if name != "text")
_PROSE = (Role.HEADING, Role.TEXT, Role.POINT, Role.LEAD, Role.CONTACT, Role.QUESTION)
_FEW = 3
"""Words; shorter texts, such as “MRI scan”, may be the same in two languages."""


class Sample(NamedTuple):
    """One text that is still the sample."""

    file: str
    """Path in the content folder, with `/`."""
    path: str
    """The field of `clinic.yaml`, or the path of the block; empty for the page as a whole."""
    words: str
    is_copy: bool = False
    """True for a translation that is still the original."""


def is_sample_phone(number: str) -> bool:
    """Return True for a number that is kept for stories or is no number at all, such as 1234567 or 0000000."""
    digits = _NOT_DIGITS.sub("", number)
    made_up = len(digits) > 3 and (len(set(digits)) == 1 or digits in "01234567890")
    return made_up or _FICTION.fullmatch(digits) is not None


def is_sample_name(name: str) -> bool:
    """Return True for the name of a clinic that nobody has typed yet, such as “Example Clinic”."""
    return _NAMES.fullmatch(name.strip()) is not None


def samples_in(library: Library) -> tuple[Sample, ...]:
    """Return every text of `library` that is still the sample, by file and in reading order."""
    found = list(samples_of_clinic(library.clinic))
    for own in library.topics.values():
        for topic in own.values():
            found += samples_of_topic(topic, library)
    return tuple(found)


def samples_of_clinic(clinic: Clinic) -> Iterator[Sample]:
    """Yield the clinic's name and numbers that are still the sample."""
    if is_sample_name(clinic.name):
        yield Sample("clinic.yaml", "name", clinic.name)
    numbers = {"phone": clinic.phone, "night-phone": clinic.night_phone, "crisis-line": clinic.crisis_line}
    for name, number in numbers.items():
        if is_sample_phone(number):
            yield Sample("clinic.yaml", name, number)


def samples_of_topic(topic: Topic, library: Library) -> Iterator[Sample]:
    """Yield what is left in `topic` of the template; of a translation that patients read, also that it is a copy."""
    file = f"{topic.language}/{topic.name}.yaml"
    for block in topic.blocks:
        if block.as_written in _TEMPLATES or TEMPLATE["text"] in block.as_written:
            yield Sample(file, block.path, block.as_written)
    original = original_of(topic, library)
    if original is not None and not topic.untranslated and _is_copy(topic, original):
        yield Sample(file, "", topic.title, is_copy=True)


def original_of(topic: Topic, library: Library) -> Topic | None:
    """Return what `topic` was translated from, or would have been; None for a text that is itself an original."""
    if topic.translation is None and topic.language == library.clinic.languages[0]:
        return None
    others = (own[topic.name] for own in library.topics.values() if topic.name in own)
    return next((each for each in others if each.language != topic.language and each.translation is None), None)


def used_by(topic: Topic, clinic: Clinic) -> Iterator[Sample]:
    """Yield the clinic's samples that patients would read on the page of `topic`."""
    for sample in samples_of_clinic(clinic):
        name = "clinic" if sample.path == "name" else sample.path
        night_is_phone = sample.path == "phone" and clinic.answered_always and not clinic.night_phone
        wanted = {f"<{name}>", *(["<night-phone>"] if night_is_phone else [])}
        if any(placeholder in block.as_written for block in topic.blocks for placeholder in wanted):
            yield sample


def _is_copy(topic: Topic, original: Topic) -> bool:
    """True if at least half of the sentences and points are those of `original`."""
    own = [block.as_written for block in topic.blocks if _tells(block)]
    same = {block.as_written for block in original.blocks if _tells(block)}.intersection(own)
    return bool(own) and 2 * len(same) >= len(own)


def _tells(block: Block) -> bool:
    return block.role in _PROSE and len(block.as_written.split()) >= _FEW
