"""Answers the requests of a browser."""

from __future__ import annotations

import hmac
from threading import Lock
from typing import Any
from urllib.parse import parse_qs

import bottle

from kiosk.content.parsing.diagnostic import errors
from kiosk.content.parsing.nodes import tidy
from kiosk.content.reader import read_content
from kiosk.content.schema.forms import LANGUAGE, TOPIC_NAME
from kiosk.content.schema.review_fields import LONGEST_NAME
from kiosk.editor.browser.answer import Answer, Fields
from kiosk.editor.browser.boxes import Filled
from kiosk.editor.browser.guard import Application, guarded
from kiosk.editor.browser.html import Html
from kiosk.editor.browser.pages import (
    CODE,
    END,
    NAME,
    STATE,
    TOKEN,
    Shown,
    form_page,
    home_page,
    page,
    pairing_page,
    review_page,
    topics_page,
    unreadable_page,
)
from kiosk.editor.browser.pairing import WAIT_SECONDS, Pairing, Session
from kiosk.editor.browser.past_answers import PastAnswers
from kiosk.editor.browser.seen import as_patients_see_it
from kiosk.editor.browser.style import editor_style
from kiosk.editor.model.forms import CLINIC_FORM, NOTICE_FORM, WORDS_FORM, Form, title_of, topic_form
from kiosk.editor.model.past import Past
from kiosk.editor.model.seen import topic_in
from kiosk.editor.model.sent import posted, pressed, rearranged
from kiosk.editor.model.store import Store, Tried
from kiosk.editor.model.values import differences

COOKIE = "kiosk-edit"
MOST_FIELDS = 5_000
"""Boxes that a form may send."""
_FILES = {form.file.removesuffix(".yaml"): form for form in (NOTICE_FORM, CLINIC_FORM, WORDS_FORM)}
_REMARKS = {
    "saved": "Saved. The kiosk shows it within a few seconds.",
    "gone": "The notice is down.",
    "back": "It is again as it was. The kiosk shows it within a few seconds.",
}
"""What happened last, by the name at the end of an address."""
_NOT_SAVED = "What you see here is not saved yet."


def application(store: Store, pairing: Pairing, port: int) -> Application:
    """Return the editor as a WSGI application for this machine at `port`."""
    return guarded(_Editor(store, pairing).routes(), port)


class _Editor:
    """One clinic's editor."""

    def __init__(self, store: Store, pairing: Pairing) -> None:
        self._store = store
        self._pairing = pairing
        self._saving = Lock()
        self._past = PastAnswers(Past(store), self._saving)

    def routes(self) -> Any:
        """Return the requests that are answered, as a Bottle application."""
        app = bottle.Bottle()
        app.route("/style.css", "GET", self._style)
        app.route("/pair", "POST", self._pair)
        paired = {
            "/": self._home,
            "/topics": self._topics,
            "/review": self._review,
            "/form/<file>": self._file,
            "/form/<language>/<topic>": self._topic,
            "/history": self._past.all,
            "/history/<file>": self._past.of_file,
            "/history/<language>/<topic>": self._past.of_topic,
            "/past/<number>/<file>": self._past.file_then,
            "/past/<number>/<language>/<topic>": self._past.topic_then,
        }
        for rule, answer in paired.items():
            app.route(rule, "GET", self._asked(answer))
        for rule, answer in {**paired, "/out": self._out, "/notice/end": self._end_notice}.items():
            if not rule.startswith(("/topics", "/review", "/history/")) and rule != "/":
                app.route(rule, "POST", self._asked(answer, sent=True))
        for status, words in ((404, "There is no such page."), (405, "There is no such page."),
                              (500, "Something went wrong. Nothing was changed.")):  # fmt: skip
            app.error(status)(lambda _, words=words: page(words))
        return app

    def _asked(self, answer: Any, sent: bool = False) -> Any:
        """Return a handler that lets only a paired browser in, and only its own forms change anything."""

        def handle(**place: str) -> Any:
            session = self._pairing.session(bottle.request.get_cookie(COOKIE) or "")
            if session is None:
                return _reply(Answer(pairing_page(), 401))
            sent_fields = _sent() if sent else None
            token = (sent_fields or {}).get(TOKEN, [""])[0]
            if sent and not hmac.compare_digest(token.encode("utf-8", "replace"), session.form_token.encode()):
                return _reply(Answer(page("This form is too old. Go back, and open it again."), 403))
            return _reply(answer(session, sent_fields, **place))

        return handle

    def _style(self) -> Any:
        return bottle.HTTPResponse(editor_style(), 200, {"Content-Type": "text/css; charset=utf-8"})

    def _pair(self) -> Any:
        sent = _sent()
        name = tidy(sent.get(NAME, [""])[0])
        if not name or len(name) > LONGEST_NAME or not name.isprintable():
            return _reply(Answer(pairing_page("Type your name, too."), 422))
        session = self._pairing.pair(sent.get(CODE, [""])[0][:40], name)
        if session is None:
            closed = f" Wait {WAIT_SECONDS} seconds, and type the new code." if self._pairing.is_closed else ""
            return _reply(Answer(pairing_page(f"That was not the code.{closed}", name), 429 if closed else 403))
        reply = _reply(Answer(to="/"))
        reply.set_cookie(COOKIE, session.token, path="/", httponly=True, samesite="strict")
        return reply

    def _out(self, session: Session, sent: Fields | None) -> Answer:
        self._pairing.end(session)
        return Answer(pairing_page())

    def _home(self, session: Session, sent: Fields | None) -> Answer:
        return Answer(home_page(session.form_token))

    def _topics(self, session: Session, sent: Fields | None) -> Answer:
        return Answer(topics_page(self._store.topics(), session.form_token))

    def _review(self, session: Session, sent: Fields | None) -> Answer:
        library = read_content(self._store.folder).everything
        return Answer(review_page(library, session.form_token)) if library else self._faulty(session)

    def _faulty(self, session: Session, file: str = "") -> Answer:
        wrong = errors(read_content(self._store.folder).diagnostics)
        said = [f"{each.place}: {each.message} {each.fix}" for each in wrong if file in ("", each.file)]
        history = f"/history/{file.removesuffix('.yaml')}".rstrip("/")
        return Answer(unreadable_page(said, session.form_token, history))

    def _file(self, session: Session, sent: Fields | None, file: str) -> Answer:
        return self._form(_FILES[file], session, sent) if file in _FILES else _nowhere()

    def _topic(self, session: Session, sent: Fields | None, language: str, topic: str) -> Answer:
        if not LANGUAGE.fits(language) or not TOPIC_NAME.fits(topic):
            return _nowhere()
        form = topic_form(language, topic)
        if not (self._store.folder / form.file).is_file():
            return _nowhere()
        return self._form(form, session, sent)

    def _end_notice(self, session: Session, sent: Fields | None) -> Answer:
        with self._saving:
            self._store.take_away(NOTICE_FORM, session.name)
        return Answer(to="/form/notice?gone=1")

    def _form(self, form: Form, session: Session, sent: Fields | None) -> Answer:
        """Return a form as it is in the file, or as it was sent."""
        opened = self._store.open(form)
        if opened.values is None:
            return self._faulty(session, form.file)
        today = self._store.today()
        shown = Shown(
            form,
            opened.values,
            opened.state,
            Filled(today, {}, {}, self._store.offer()),
            is_there=bool(opened.state),
        )
        if form.is_topic:
            also = [
                each for each in self._store.languages() if (self._store.folder / each / f"{form.topic}.yaml").is_file()
            ]
            shown = shown._replace(others=tuple(each for each in also if each != form.language))
        if sent is None:
            remark = next((words for name, words in _REMARKS.items() if name in bottle.request.query), "")
            shown = shown._replace(remark=remark, before=self._past.before(form) if remark else None)
            tried = self._store.tried(form, opened.values) if opened.state else None
            return Answer(_drawn(shown, tried, session))
        if END not in sent:
            return Answer(page("The form did not arrive as a whole. Go back, and send it again."), 400)
        press, values = pressed(sent), posted(form, sent)
        shown = shown._replace(values=values, state=sent.get(STATE, [""])[0], remark=_NOT_SAVED)
        if press.verb in ("add", "up", "down", "remove"):
            attention = rearranged(values, press, form)
            return Answer(_drawn(shown._replace(filled=shown.filled._replace(attention=attention)), None, session))
        if press.verb != "save":
            return Answer(_drawn(shown, self._store.tried(form, values), session))
        with self._saving:
            try:
                tried = self._store.save(form, values, shown.state, session.name)
            except OSError as error:
                tried = Tried({"": [f"The file could not be saved ({error.strerror})."]}, {}, None)
        if not tried.told:
            return Answer(to=f"/form/{form.file.removesuffix('.yaml')}?saved=1")
        if shown.state != opened.state:
            theirs = {path: [f"In the file it is now “{words}”."] for path, words in differences(values, opened.values)}
            tried = tried._replace(advice=theirs)
        return Answer(_drawn(shown._replace(state=opened.state), tried, session), 422)


def _drawn(shown: Shown, tried: Tried | None, session: Session) -> Html:
    library = tried.trial.library if tried and tried.trial else None
    if tried:
        topic = topic_in(library, shown.form)
        shown = shown._replace(is_original=topic is not None and topic.translation is None)
        filled = shown.filled._replace(told=tried.told, advice=tried.advice)
        shown = shown._replace(filled=filled, seen=as_patients_see_it(library, shown.form))
    return form_page(shown, session.form_token, title_of(shown.form, shown.values))


def _nowhere() -> Answer:
    return Answer(page("There is no such page."), 404)


def _sent() -> Fields:
    """Return the fields of the form that was sent; none if they cannot be read."""
    environ = bottle.request.environ
    raw = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    try:
        return parse_qs(raw.decode("utf-8"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
    except ValueError:
        return {}


def _reply(answer: Answer) -> Any:
    headers = {"Content-Type": "text/html; charset=utf-8"}
    if answer.to:
        return bottle.HTTPResponse("", 303, {**headers, "Location": answer.to})
    return bottle.HTTPResponse(answer.body, answer.status, headers)
