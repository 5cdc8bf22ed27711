"""The page as patients see it, beside its form: text, seconds to speak, reading grade."""

from __future__ import annotations

import re

from kiosk.content.model.library import Library
from kiosk.editor.browser.html import Html, element
from kiosk.editor.model.forms import Form
from kiosk.editor.model.seen import reading_of, state_of, topic_in
from kiosk.export.article import article, sheets_in
from kiosk.export.html_page import Frame, article_body
from kiosk.locale.wordings import wordings_of

_HEADING = re.compile(r"<(/?)h([12])(?=[ >])")


def as_patients_see_it(library: Library | None, form: Form, head: str = "As patients see it") -> Html:
    """Return the page of a topic as it would be with what is in the form; empty while it cannot be shown."""
    topic = topic_in(library, form)
    if library is None or topic is None:
        return Html()
    own = wordings_of(library)
    frame = Frame(form.language, (form.language,), own[form.language], library.clinic.name)
    shown = article_body(article(sheets_in(library, form.language, own), form.topic), frame, lambda _: "")
    lower = _HEADING.sub(lambda found: f"<{found[1]}h{int(found[2]) + 2}", shown)
    return element(
        "section",
        element("h2", head, id="seen"),
        element("p", state_of(topic)),
        element("p", reading_of(library, topic, form)),
        element("div", Html(lower), lang=form.language, class_="seen"),
        aria_labelledby="seen",
        tabindex="0",
    )
