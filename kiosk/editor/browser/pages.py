"""The pages of the editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kiosk.content.approval.refusals import reasons_against
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Library
from kiosk.content.schema.review_fields import LONGEST_NAME
from kiosk.editor.browser.boxes import Filled, anchor, fields
from kiosk.editor.browser.html import Html, element, joined
from kiosk.editor.model.forms import HEADS, Form, label
from kiosk.editor.model.seen import state_of
from kiosk.editor.model.sent import DO
from kiosk.editor.model.values import Value

TOKEN, STATE, CODE, NAME, END = "token", "state", "code", "name", "end"
"""Names in forms; `END` is the last, so that a form that was cut off on its way is noticed."""


class Shown(NamedTuple):
    """A form as it is shown."""

    form: Form
    values: dict[str, Value]
    state: str
    filled: Filled
    seen: Html = Html()
    """The page as patients see it."""
    remark: str = ""
    """What happened last."""
    is_there: bool = True
    """True if the file exists."""
    others: tuple[str, ...] = ()
    """Other languages in which there is the same page."""
    is_original: bool = False
    """True for a page that others are translations of."""
    before: int | None = None
    """The generation to which “Undo” leads; None without that button."""


def page(title: str, *body: str, token: str = "", wide: bool = False) -> Html:
    """Return a whole page; `token` is the form token of a paired browser, empty for none."""
    home = element("a", "All that you can change", href="/") if token else ""
    out = small_form("/out", token, "Close the editor here") if token else ""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", f"{title} – Kiosk editor"),
        element("link", rel="stylesheet", href="/style.css"),
    )
    inside = element(
        "body",
        element("a", "Go to the text", href="#text", class_="skip"),
        element("header", element("nav", home, out, aria_label="Editor")) if token else "",
        element("main", element("h1", title), *body, id="text"),
        class_="wide" if wide else None,
    )
    return joined(Html("<!doctype html>\n"), element("html", head, inside, lang="en"))


def small_form(action: str, token: str, words: str, **hidden: str) -> Html:
    """Return a button that sends only itself, and what is `hidden`."""
    unseen = {TOKEN: token, **hidden}
    inputs = (element("input", type="hidden", name=name, value=value) for name, value in unseen.items())
    return element("form", *inputs, element("button", words, type="submit"), method="post", action=action)


def pairing_page(remark: str = "", name: str = "") -> Html:
    """Return the page that asks for the code of the command, and for a name."""
    return page(
        "Open the editor",
        element("p", remark, class_="error", id="code-error", role="alert") if remark else "",
        element(
            "form",
            element("label", "The code that the command “kiosk edit” shows", for_="code"),
            element("p", "It has eight digits and works once.", id="code-help", class_="help"),
            element("input", type="text", id="code", name=CODE, inputmode="numeric", autocomplete="off", autofocus=True,
                    aria_describedby="code-help" + (" code-error" if remark else ""),
                    aria_invalid="true" if remark else None),
            element("label", "Your name", for_="name"),
            element("p", "The history notes it with what you change.", id="name-help", class_="help"),
            element("input", type="text", id="name", name=NAME, value=name, autocomplete="name",
                    maxlength=str(LONGEST_NAME), required=True, aria_describedby="name-help"),
            element("button", "Open", type="submit"),
            method="post",
            action="/pair",
        ),
    )  # fmt: skip


def home_page(token: str) -> Html:
    """Return the first page: what can be changed."""
    links = [(f"/form/{file.removesuffix('.yaml')}", *head) for file, head in HEADS.items()]
    links.insert(2, ("/topics", "Change a page", "The texts that patients read, in each language."))
    links.append(("/review", "What waits for review", "Pages that no clinician has approved as they are now."))
    links.append(("/history", "History and undo", "Who changed what and when. Look at how it was, and bring it back."))
    rows = (element("li", element("a", words, href=to), element("p", about)) for to, words, about in links)
    return page("What would you like to change?", element("ul", *rows, class_="menu"), token=token)


def topics_page(topics: Mapping[str, Mapping[str, str]], token: str) -> Html:
    """Return the list of all topics: for each language the titles by name."""
    parts: list[Html] = []
    for language, titles in topics.items():
        links = (element("a", title, href=f"/form/{language}/{name}", lang=language) for name, title in titles.items())
        parts += [element("h2", language_name(language)), element("ul", *(element("li", each) for each in links))]
    return page("Change a page", *parts, token=token)


def review_page(library: Library, token: str) -> Html:
    """Return the list of topics that wait for a clinician, and what keeps each from being approved."""
    parts: list[Html] = []
    for language, topics in library.topics.items():
        waiting = [topic for topic in topics.values() if not topic.approved and not topic.built_in]
        rows = (
            element(
                "li",
                element("a", topic.title, href=f"/form/{language}/{topic.name}", lang=language),
                element("p", state_of(topic)),
                *(element("p", reason) for reason in reasons_against(topic, library)),
            )
            for topic in waiting
        )
        said = element("ul", *rows) if waiting else element("p", "All pages are approved.")
        parts += [element("h2", f"{language_name(language)}: {len(waiting)} of {len(topics)}"), said]
    how = "A clinician approves a page with the command “kiosk approve”."
    return page("What waits for review", element("p", how), *parts, token=token)


def unreadable_page(problems: Iterable[str], token: str, history: str = "/history") -> Html:
    """Return the page for texts that have to be fixed before they can be shown here."""
    said = [element("li", each) for each in problems]
    return page(
        "Something has to be fixed first",
        element("p", "A file was changed in a way that the kiosk cannot read. Nothing is lost: patients see the text "
                     "as it was before. The command “kiosk check” says what to type."),
        element("ul", *said) if said else "",
        element("p", element("a", "Or bring back how it was before", href=history)),
        token=token,
    )  # fmt: skip


def form_page(shown: Shown, token: str, title: str) -> Html:
    """Return a form with the page beside it."""
    form = shown.form
    about = HEADS.get(form.file, ("", ""))[1]
    name = form.file.removesuffix(".yaml")
    buttons = element(
        "p",
        element("button", "Show me how it looks", name=DO, value="look", type="submit"),
        element("button", "Save", name=DO, value="save", type="submit", class_="main"),
        class_="buttons",
    )
    boxes = element(
        "form",
        element("input", type="hidden", name=TOKEN, value=token),
        element("input", type="hidden", name=STATE, value=shown.state),
        buttons,
        fields(form.fields, "", shown.values, shown.filled),
        buttons,
        element("input", type="hidden", name=END, value="1"),
        method="post",
        accept_charset="utf-8",
        class_="boxes",
    )
    end = ""
    if form.file == "notice.yaml" and shown.is_there:
        end = small_form("/notice/end", token, "Take the notice down now")
    return page(
        title,
        element("p", about) if about else "",
        element("p", shown.remark, role="status", class_="remark") if shown.remark and not shown.filled.told else "",
        small_form(f"/past/{shown.before}/{name}", token, "Undo", **{STATE: shown.state}) if shown.before else "",
        _summary(shown),
        element("p", element("a", "History: how it was before", href=f"/history/{name}")),
        _in_other_languages(shown),
        element("div", joined(boxes, end), shown.seen, class_="beside"),
        token=token,
        wide=True,
    )


def _in_other_languages(shown: Shown) -> Html:
    links = [
        element("a", language_name(each), href=f"/form/{each}/{shown.form.topic}", hreflang=each)
        for each in shown.others
    ]
    keeps = " Readers there keep the text that they have until it is changed too." if shown.is_original else ""
    return element("p", "The same page in: ", *links, f".{keeps}") if links else Html()


def _summary(shown: Shown) -> Html:
    """Return what keeps the form from being saved, each with a link to its box."""
    rows: list[Html] = []
    for path, sentences in shown.filled.told.items():
        field = shown.form.group.at(path) if path else None
        asked = field is not None and path.partition("/")[0] in shown.form.names
        for each in sentences:
            link = element("a", f"{label(field)}: {each}", href=f"#{anchor(path)}") if asked and field else each
            rows.append(element("li", link))
    if not rows:
        return Html()
    return element(
        "section", element("h2", "This is not saved yet", id="errors"), element("ul", *rows),
        aria_labelledby="errors", class_="errors", role="alert",
    )  # fmt: skip
