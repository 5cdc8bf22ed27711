"""Answers what a browser asks about the history."""

from __future__ import annotations

from contextlib import AbstractContextManager

from kiosk.content.history.generations import HistoryError
from kiosk.editor.browser.answer import Answer, Fields
from kiosk.editor.browser.pages import STATE, page
from kiosk.editor.browser.pairing import Session
from kiosk.editor.browser.past_pages import NUMBER, former_page, history_page, page_history, path_of
from kiosk.editor.model.forms import Form, form_of
from kiosk.editor.model.past import Past

_UNDONE = "Done. “Take the last change back” takes that back, too."
_NONE = "There is no such page."


class PastAnswers:
    """The history of one clinic's texts; `saving` is held while something is written."""

    def __init__(self, past: Past, saving: AbstractContextManager[object]) -> None:
        self._past = past
        self._saving = saving

    def all(self, session: Session, sent: Fields | None) -> Answer:
        """Return what has changed in all texts; when a form was sent, take the last change back before."""
        remark, against = "", list[str]()
        try:
            if sent is not None:
                with self._saving:
                    against = self._past.undo(_number(sent), session.name)
                remark = "" if against else _UNDONE
            states, is_right = self._past.states(), self._past.is_right()
        except OSError as error:
            return _not_kept(error, session)
        return Answer(history_page(states, is_right, session.form_token, remark, against))

    def of_file(self, session: Session, sent: Fields | None, file: str) -> Answer:
        """Return the states of a file beside the languages' folders."""
        return self._of(form_of(f"{file}.yaml"), session)

    def of_topic(self, session: Session, sent: Fields | None, language: str, topic: str) -> Answer:
        """Return the states of a topic."""
        return self._of(form_of(f"{language}/{topic}.yaml"), session)

    def _of(self, form: Form | None, session: Session) -> Answer:
        if form is None:
            return Answer(page(_NONE), 404)
        try:
            states, title = self._past.states(form), self._past.title(form)
        except OSError as error:
            return _not_kept(error, session)
        return Answer(page_history(form, title, states, session.form_token))

    def file_then(self, session: Session, sent: Fields | None, number: str, file: str) -> Answer:
        """Return a file as it was, or bring it back."""
        return self._then(form_of(f"{file}.yaml"), session, sent, number)

    def topic_then(self, session: Session, sent: Fields | None, number: str, language: str, topic: str) -> Answer:
        """Return a topic as it was, or bring it back."""
        return self._then(form_of(f"{language}/{topic}.yaml"), session, sent, number)

    def _then(self, form: Form | None, session: Session, sent: Fields | None, number: str) -> Answer:
        if form is None or not _is_number(number):
            return Answer(page(_NONE), 404)
        against: list[str] = []
        try:
            if sent is not None:
                with self._saving:
                    against = self._past.bring_back(form, int(number), sent.get(STATE, [""])[0], session.name)
                if not against:
                    is_there = self._past.is_there(form)
                    return Answer(to=f"/form/{path_of(form)}?back=1" if is_there else f"/history/{path_of(form)}")
            former, title = self._past.former(form, int(number)), self._past.title(form)
        except HistoryError as error:
            return Answer(page("It cannot be shown", str(error), token=session.form_token), 404)
        except OSError as error:
            return _not_kept(error, session)
        body = former_page(form, title, int(number), former, session.form_token, against)
        return Answer(body, 422 if against else 200)

    def before(self, form: Form) -> int | None:
        """Return the generation with the file of `form` as it was before its last change, or None."""
        try:
            return self._past.before(form)
        except OSError:
            return None


def _number(sent: Fields) -> int:
    typed = sent.get(NUMBER, [""])[0]
    return int(typed) if _is_number(typed) else 0


def _is_number(typed: str) -> bool:
    return typed.isdecimal() and len(typed) < 10


def _not_kept(error: OSError, session: Session) -> Answer:
    said = f"The history cannot be opened ({error.strerror or error}). Nothing was changed."
    return Answer(page("History and undo", said, token=session.form_token), 500)
