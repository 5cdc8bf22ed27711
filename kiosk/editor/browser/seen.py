"""The page as patients see it, beside its form: text, seconds to speak, reading grade."""

from __future__ import annotations

import re

from kiosk.content.model.library import Library, Topic
from kiosk.editor.browser.html import Html, element
from kiosk.editor.model.forms import Form
from kiosk.export.article import article, sheets_in
from kiosk.export.html_page import Frame, article_body
from kiosk.locale.wordings import wordings
from kiosk.preview.notes import reading
from kiosk.preview.speaking_time import in_words, said_at, seconds_to_say
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.view import view_of

_SCREEN = Grid(80, 24)
_HEADING = re.compile(r"<(/?)h([12])(?=[ >])")


def as_patients_see_it(library: Library | None, form: Form) -> Html:
    """Return the page of a topic as it would be with what is in the form; empty while it cannot be shown."""
    topic = library.topics.get(form.language, {}).get(form.topic) if library else None
    if library is None or topic is None:
        return Html()
    own = wordings(library.clinic.languages)
    if form.language not in own:
        own = wordings((*library.clinic.languages, form.language))
    frame = Frame(form.language, (form.language,), own[form.language], library.clinic.name)
    shown = article_body(article(sheets_in(library, form.language, own), form.topic), frame, lambda _: "")
    lower = _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 2}", shown)
    return element(
        "section",
        element("h2", "As patients see it", id="seen"),
        element("p", state_of(topic)),
        element("p", _told(library, topic, form)),
        element("div", Html(lower), lang=form.language, class_="seen"),
        aria_labelledby="seen",
        tabindex="0",
    )


def _told(library: Library, topic: Topic, form: Form) -> str:
    view = view_of(library, _SCREEN, form.language, wordings(library.clinic.languages))
    seconds = seconds_to_say(said_at(view, form.topic), library.words)
    return f"The voice needs {in_words(seconds)} for it. {reading(topic)}"


def state_of(topic: Topic) -> str:
    """Return what the approvals say about a topic, as a sentence."""
    review = topic.review
    if topic.approved:
        due = f" The next review is due on {review.due}." if review.due else ""
        return f"Approved by {review.reviewer}, {review.role}, on {review.reviewed}.{due}"
    if review.reviewer:
        return f"It was changed after {review.reviewer} had approved it on {review.reviewed}."
    return "No clinician has approved it yet."
