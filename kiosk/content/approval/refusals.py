"""Why a page cannot be approved, whoever wants to: an approval would be of words that are not the clinic's own."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.files.typed_numbers import EMERGENCY, Words, typed_numbers
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.required import has_emergency_card
from kiosk.content.model.samples import samples_of_topic, used_by


def reasons_against(topic: Topic, library: Library) -> Iterator[str]:
    """Yield each reason not to approve `topic`, a sentence and what to do; none if it can be approved."""
    if topic.untranslated:
        yield "It is not translated yet. Have it translated first."
    if topic.newer_in:
        yield f"It is older than the {language_name(topic.newer_in)} text. Have the change translated first."
    for sample in samples_of_topic(topic, library):
        if sample.is_copy:
            yield "Most of it is not translated yet. Have it translated first."
        else:
            yield f"“{shortened(sample.words, 40)}” is still the sample. Replace it with your own words first."
    for sample in used_by(topic, library.clinic):
        yield f"“{sample.words}” on this page is still the sample. Type your own into clinic.yaml first."
    if not has_emergency_card(topic):
        yield "It has no emergency card. Add one first."
    texts = (Words(block.path, block.role, block.as_written) for block in topic.blocks)
    for typed in typed_numbers(texts, library.clinic):
        if typed.name == EMERGENCY:
            yield f"The number “{typed.number}” is typed by hand in it. Type <{EMERGENCY}> in its place first."
