"""Why a page cannot be approved, whoever wants to: an approval would be of words that are not the clinic's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kiosk.content.files.typed_numbers import EMERGENCY, Words, typed_numbers
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.required import has_emergency_card
from kiosk.content.model.samples import original_of, samples_of_topic, used_by


class Doubt(NamedTuple):
    """What speaks against the approval of a translation; a reviewer may approve it all the same, but must say so."""

    words: str
    """For the list of approvals."""
    reason: str
    """A sentence, and what to do."""


def doubts_about(topic: Topic, library: Library) -> Iterator[Doubt]:
    """Yield what speaks against a translation: a newer original, a copy, an original that is not here."""
    if topic.newer_in:
        language = language_name(topic.newer_in)
        yield Doubt(f"older than the {language} text",
                    f"It is older than the {language} text. Have the change translated first.")  # fmt: skip
    if any(sample.is_copy for sample in samples_of_topic(topic, library)):
        yield Doubt("mostly a copy", "Most of it is not translated yet. Have it translated first.")
    if topic.translation and original_of(topic, library) is None:
        yield Doubt("original missing", "The text that it was translated from is not here. Add that text first.")


def reasons_against(topic: Topic, library: Library, doubts: bool = True) -> Iterator[str]:
    """Yield each reason not to approve `topic`, a sentence and what to do; none if it can be approved.

    Without `doubts`, those that a reviewer may overrule are left out.
    """
    if topic.untranslated:
        yield "It is not translated yet. Have it translated first."
    if doubts:
        yield from (doubt.reason for doubt in doubts_about(topic, library))
    for sample in samples_of_topic(topic, library):
        if not sample.is_copy:
            yield f"“{shortened(sample.words, 40)}” is still the sample. Replace it with your own words first."
    for sample in used_by(topic, library.clinic):
        yield f"“{sample.words}” on this page is still the sample. Type your own into clinic.yaml first."
    if not has_emergency_card(topic):
        yield "It has no emergency card. Add one first."
    texts = (Words(block.path, block.role, block.as_written) for block in topic.blocks)
    for typed in typed_numbers(texts, library.clinic):
        if typed.name == EMERGENCY:
            yield f"The number “{typed.number}” is typed by hand in it. Type <{EMERGENCY}> in its place first."
