"""Why a page cannot be approved, whoever wants to: an approval would be of words that are not the clinic's own."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.files.emergency_cards import NUMBER, has_emergency_card, typed_by_hand
from kiosk.content.model.excerpt import shortened
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.samples import samples_of_topic, used_by


def reasons_against(topic: Topic, library: Library) -> Iterator[str]:
    """Yield each reason not to approve `topic`, a sentence and what to do; none if it can be approved."""
    first = library.clinic.languages[0]
    original = library.topics[first].get(topic.name)
    if topic.stale:
        yield f"It is not a translation of the present text in “{first}”. Have it translated first."
    for sample in samples_of_topic(topic, original):
        if sample.is_copy:
            yield f"It is still the text in “{first}”. Have it translated first."
        else:
            yield f"“{shortened(sample.words, 40)}” is still the sample. Replace it with your own words first."
    for sample in used_by(topic, library.clinic):
        yield f"“{sample.words}” on this page is still the sample. Type your own into clinic.yaml first."
    if not has_emergency_card(topic):
        yield "It has no emergency card. Add one first."
    if (found := typed_by_hand(topic, library.clinic)) is not None:
        yield f"The emergency number “{found[1]}” is typed by hand in it. Type {NUMBER} in its place first."
