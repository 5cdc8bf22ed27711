"""The pages of the history: what has changed, and how a page was."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.editor.browser.html import Html, element, joined
from kiosk.editor.browser.pages import STATE, page, small_form
from kiosk.editor.browser.seen import as_patients_see_it
from kiosk.editor.model.forms import Form
from kiosk.editor.model.past import HAS_ERROR, Former, State, Told, change_lines, head_of, in_a_sentence

NUMBER = "number"
"""The generation that a form is about."""
_FIRST = "The first state that was kept."


def path_of(form: Form) -> str:
    """Return the end of an address that is about the file of `form`."""
    return form.file.removesuffix(".yaml")


def history_page(states: list[State], is_right: bool, token: str, remark: str, against: list[str]) -> Html:
    """Return all that has changed, the newest first; `against`: why the last change was not taken back just now."""
    undo = ""
    if len(states) > 1:
        undo = small_form("/history", token, "Take the last change back", **{NUMBER: str(states[0].number)})
    rows = (element("li", element("h2", in_a_sentence(each)), *_all_told(each)) for each in states)
    return page(
        "History and undo",
        element("p", "What was changed, the newest first. Choose a page to look at how it was, and to bring it back."),
        element("p", remark, role="status", class_="remark") if remark else "",
        _said(against),
        "" if is_right else element("p", HAS_ERROR, class_="error"),
        undo,
        element("ol", *rows, class_="states"),
        token=token,
    )


def _all_told(state: State) -> Iterable[Html]:
    if not state.told:
        return (element("p", _FIRST),)
    return (joined(element("p", _link(each)), _lines(change_lines(each.change))) for each in state.told)


def _link(told: Told) -> str:
    return element("a", told.title, href=f"/history/{path_of(told.form)}") if told.form else told.title


def _lines(lines: Iterable[str]) -> Html:
    return element("ul", *(element("li", each) for each in lines))


def page_history(form: Form, title: str, states: list[State], token: str) -> Html:
    """Return the states of one file, the newest first."""
    rows = (
        element(
            "li",
            element("h2", in_a_sentence(each)),
            _lines(change_lines(each.told[0].change)) if each.told else element("p", _FIRST),
            element("a", f"Look at it as it was on {each.when}", href=f"/past/{each.number}/{path_of(form)}"),
        )
        for each in states
    )
    return page(
        head_of(form, title),
        element("p", element("a", "Back to the form", href=f"/form/{path_of(form)}")),
        element("ol", *rows, class_="states") if states else element("p", "Nothing has been kept of it."),
        token=token,
    )


def former_page(form: Form, title: str, number: int, former: Former, token: str, against: list[str]) -> Html:
    """Return a file as it was, with a button that brings it back; `against`: why it did not come back just now."""
    back: list[str] = [element("p", "This is how it is now.")]
    if former.told:
        back = [
            element("p", "If you bring it back, this changes:"),
            *(_lines(change_lines(each)) for each in former.told),
            small_form(f"/past/{number}/{path_of(form)}", token, "Bring this back", **{STATE: former.state}),
        ]
    seen = as_patients_see_it(former.trial.library, form, "As patients saw it then")
    return page(
        f"{title}, as it was",
        element("p", f"{former.when}{f', by {former.by}' if former.by else ''}."),
        _said(against),
        *back,
        element("p", element("a", "Other states of it", href=f"/history/{path_of(form)}")),
        seen or _values(former),
        token=token,
    )


def _values(former: Former) -> Html:
    if not former.lines:
        return element("p", "There was no such text then.")
    pairs = (joined(element("dt", name), element("dd", words)) for name, words in former.lines)
    return element("dl", *pairs, class_="seen")


def _said(sentences: Iterable[str]) -> Html:
    rows = [element("p", each) for each in sentences]
    return element("div", *rows, class_="errors", role="alert") if rows else Html()
