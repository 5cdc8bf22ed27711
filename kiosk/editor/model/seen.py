"""What patients get of a page that is in a form: time to speak, grade, state of approval, and the pages as text."""

from __future__ import annotations

from kiosk.content.model.library import Library, Topic
from kiosk.editor.model.forms import Form
from kiosk.editor.model.store import Tried
from kiosk.locale.wordings import wordings_of
from kiosk.preview.notes import reading
from kiosk.preview.speaking_time import in_words, said_at, seconds_to_say
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.view import view_of
from kiosk.visit.transcript import topic_transcript

SCREEN = Grid(80, 24)
"""The screen of a usual kiosk."""


def page_in_words(tried: Tried, form: Form) -> list[str]:
    """Return the pages of a topic as they would be; see `pages_in_words`."""
    return pages_in_words(tried.trial.library if tried.trial else None, form)


def pages_in_words(library: Library | None, form: Form) -> list[str]:
    """Return the pages of a topic as they are shown, after what is known of them; nothing while they cannot be."""
    topic = topic_in(library, form)
    if library is None or topic is None:
        return []
    own = wordings_of(library)
    pages = topic_transcript(library, form.topic, form.language, SCREEN, own)
    shown = (line for page in pages for line in (f"── {page.page}", *page.shown, ""))
    return [state_of(topic), reading_of(library, topic, form), "", *shown]


def topic_in(library: Library | None, form: Form) -> Topic | None:
    """Return the topic of a form, or None if it is not in the library."""
    return library.topics.get(form.language, {}).get(form.topic) if library else None


def reading_of(library: Library, topic: Topic, form: Form) -> str:
    """Return how long the voice needs, and how hard the text is to read."""
    view = view_of(library, SCREEN, form.language, wordings_of(library))
    seconds = seconds_to_say(said_at(view, form.topic), library.words)
    return f"The voice needs {in_words(seconds)} for it. {reading(topic)}"


def state_of(topic: Topic) -> str:
    """Return what the approvals say about a topic, as a sentence."""
    review = topic.review
    if topic.approved:
        due = f" The next review is due on {review.due}." if review.due else ""
        return f"Approved by {review.reviewer}, {review.role}, on {review.reviewed}.{due}"
    if topic.void:
        return f"The approval by {review.reviewer} does not count: it was withdrawn, or a second reviewer is missing."
    if review.reviewer:
        return f"It was changed after {review.reviewer} had approved it on {review.reviewed}."
    return "No clinician has approved it yet."
