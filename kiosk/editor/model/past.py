"""Earlier states of the texts: who changed what and when, how a page was then, and the way back to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from itertools import islice
from typing import NamedTuple

from kiosk.content.history.generations import Generation, History, HistoryError
from kiosk.content.history.going_back import finish, put_back, restorable
from kiosk.content.history.in_words import FileChange, file_changes
from kiosk.content.history.keep import is_right
from kiosk.content.model.languages import language_name
from kiosk.content.schema.field import Field
from kiosk.editor.model.days import day_name
from kiosk.editor.model.forms import HEADS, Form, form_of, label, title_of
from kiosk.editor.model.places import UnreadableError
from kiosk.editor.model.store import Store, values_in
from kiosk.editor.model.trial import Trial, trial
from kiosk.editor.model.values import Value

LISTED = 30
"""States that are listed."""
CHANGED_SINCE = (
    "Somebody has changed something since you opened this page. Nothing was brought back. Look at what it is first."
)
HAS_ERROR = "The texts have an error now, so patients go on seeing them as they were before it."


class Told(NamedTuple):
    """What has changed in one file."""

    title: str
    """What staff call the file."""
    form: Form | None
    """None for a file that has no form."""
    change: FileChange


class State(NamedTuple):
    """One state of all texts, or of one file."""

    number: int
    when: str
    by: str
    """Who made it; empty if that is not known."""
    told: tuple[Told, ...]
    """What it has changed; nothing for the first state that was kept."""
    is_now: bool
    """True if it is as it is now."""


class Former(NamedTuple):
    """A file as it was."""

    when: str
    by: str
    trial: Trial
    """The texts as they were then."""
    lines: tuple[tuple[str, str], ...]
    """Each value with what its form calls it; nothing if there was no such file."""
    told: tuple[FileChange, ...]
    """What would change if it came back; nothing if it is as it is now."""
    state: str
    """Names the bytes of the file as it is now, as `Store.open` does."""


class Past:
    """The history of a clinic's texts, as the editor shows it. Methods raise OSError if it cannot be opened."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def states(self, form: Form | None = None, most: int = LISTED) -> list[State]:
        """Return the newest states of all texts, or those in which the file of `form` was changed; newest first."""
        return list(islice(self._states(self._opened().all(), form), most))

    def _states(self, generations: list[Generation], form: Form | None) -> Iterator[State]:
        titles: dict[str, str] = {}
        now = generations[-1]
        for before, after in list(zip([None, *generations], generations, strict=False))[::-1]:
            if form and (before.files.get(form.file) if before else None) == after.files.get(form.file):
                continue
            changes = file_changes(before, after, form.file.removesuffix(".yaml") if form else "")
            told = tuple(self._told(each, titles) for each in changes if not form or each.file == form.file)
            same = form is not None and after.files.get(form.file) == now.files.get(form.file)
            yield State(after.number, when(after.made), after.by, told, same or after is now)

    def _told(self, change: FileChange, titles: dict[str, str]) -> Told:
        form = form_of(change.file)
        if form and change.file not in titles:
            titles[change.file] = self.title(form)
        return Told(titles.get(change.file, change.file), form, change)

    def title(self, form: Form) -> str:
        """Return what the page of `form` is called now, or at least its name. Raises OSError."""
        return title_of(form, self._store.open(form).values or {})

    def is_there(self, form: Form) -> bool:
        """True if there is a file of `form` now, or it is one that a form can make."""
        return not form.is_topic or (self._store.folder / form.file).is_file()

    def former(self, form: Form, number: int) -> Former:
        """Return the file of `form` as it was in the generation `number`. Raises HistoryError if that is damaged."""
        history = self._opened()
        then, now = history.find(str(number)), history.last()
        raw = then.read(form.file) if form.file in then.files else None
        found = trial(then.content, form, raw, self._store.today())
        try:
            values = values_in(raw, form) if raw is not None else {}
            lines = tuple(in_lines(values, form.group))
        except (UnreadableError, UnicodeDecodeError):
            lines = tuple(("Line", each) for each in (raw or b"").decode("utf-8", "replace").splitlines() if each)
        told = [each for each in file_changes(now, then, form.file.removesuffix(".yaml")) if each.file == form.file]
        return Former(when(then.made), then.by, found, lines, tuple(told), self._store.open(form).state)

    def bring_back(self, form: Form, number: int, state: str, by: str) -> list[str]:
        """Make the file of `form` what it was in the generation `number`; return what is against it, or nothing.

        `state` names its bytes as they were when somebody decided that.
        """
        history = self._opened()
        with history.held():
            if self._store.open(form).state != state:
                return [CHANGED_SINCE]
            try:
                then = history.find(str(number))
                raw = then.read(form.file) if form.file in then.files else None
                if against := self._store.against(form, raw):
                    return against
                put_back(history, then, {form.file})
            except HistoryError as error:
                return [str(error)]
            history.keep(f"as on {then.made.astimezone():%Y-%m-%d %H:%M}", is_right(self._store.folder), by=by)
        return []

    def before(self, form: Form) -> int | None:
        """Return the generation that has the file of `form` as it was before its last change; None if there is none."""
        *earlier, now = self._opened().all()
        differing = (each for each in reversed(earlier) if each.files.get(form.file) != now.files.get(form.file))
        return next((each.number for each in differing), None)

    def undo(self, number: int, by: str) -> list[str]:
        """Take the last change of all texts back, which led to the generation `number`; return what is against it."""
        history = self._opened()
        with history.held():
            last = history.last()
            target = restorable(history)
            if not last or last.number != number or not target:
                return [CHANGED_SINCE]
            try:
                put_back(history, target)
            except HistoryError as error:
                return [str(error)]
            right = is_right(self._store.folder)
            history.keep(f"as on {target.made.astimezone():%Y-%m-%d %H:%M}", right, by=by)
        return []

    def is_right(self) -> bool:
        """True if the texts have no error now."""
        return is_right(self._store.folder)

    def _opened(self) -> History:
        """Return the history, with the present state as its newest."""
        history = History.of(self._store.folder)
        with history.held():
            with suppress(HistoryError):  # it was damaged meanwhile; what is there now is kept at least
                finish(history)
            history.keep("", is_right(self._store.folder))
        return history


def when(made: datetime) -> str:
    """Return, for example, “Monday, November 30, 2026, 14:05”, in the time of this machine."""
    here = made.astimezone()
    return f"{day_name(here.date())}, {here:%H:%M}"


def in_lines(values: Value, field: Field) -> Iterator[tuple[str, str]]:
    """Yield each text of a value, with what its form calls it."""
    if isinstance(values, list) and field.member:
        for each in values:
            if isinstance(each, str):
                yield label(field), each
            else:
                yield from in_lines(each, field.member)
    elif isinstance(values, dict):
        for name, each in values.items():
            below = field.field(name)
            if isinstance(each, str):
                yield (label(below) if below else language_name(name)), each
            elif below:
                yield from in_lines(each, below)


def in_a_sentence(state: State) -> str:
    """Return when a state was made, by whom, and whether it is as it is now."""
    parts = [state.when, f"by {state.by}" if state.by else "", "as it is now" if state.is_now else ""]
    return ", ".join(part for part in parts if part)


def change_lines(change: FileChange) -> list[str]:
    """Return what has changed in a file, a line each."""
    lines = [change.what] if change.what else []
    for each in change.changes:
        where = each.where.replace("-", " ")
        if each.old and each.new:
            lines.append(f"{where}: “{each.old}” became “{each.new}”")
        else:
            lines.append(f"{where}: “{each.new}” is new" if each.new else f"{where}: “{each.old}” was taken out")
    return [f"{each[:1].upper()}{each[1:]}" for each in lines]


def head_of(form: Form, title: str) -> str:
    """Return the heading of the history of one file."""
    return f"History of {'' if form.file in HEADS else 'the page '}“{title}”"
