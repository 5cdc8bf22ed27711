"""History and undo in the terminal."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from kiosk.content.history.generations import HistoryError
from kiosk.editor.model.forms import Form
from kiosk.editor.model.past import Former, Past, State, change_lines, head_of, in_a_sentence
from kiosk.editor.model.seen import pages_in_words

_HOW = "Press Enter to look at how a page was."
_FIRST = "The first state that was kept."


def show_history(screen: Screen[None], past: Past, form: Form | None, by: str) -> None:
    """Open the history of all texts, or of the file of `form`, over `screen`; say it if that cannot be done."""
    try:
        states = past.states(form)
    except OSError as error:
        screen.notify(f"The history cannot be opened ({error.strerror or error}).", severity="error", markup=False)
        return
    screen.app.push_screen(HistoryScreen(past, form, by, states))


class HistoryScreen(Screen[None]):
    """What has changed in all texts, or in one file; the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "undo", "Take the last change back"),
        Binding("escape", "dismiss", "Back"),
    ]

    def __init__(self, past: Past, form: Form | None, by: str, states: list[State]) -> None:
        super().__init__()
        self._past, self._form, self._by, self._states = past, form, by, states
        self._places: list[tuple[int, Form | None]] = []
        self._remark = ""

    def compose(self) -> ComposeResult:
        """Yield the states, a choice for each file that has changed in one."""
        title = head_of(self._form, self._past.title(self._form)) if self._form else "History and undo"
        self._places = []
        yield Static(title, markup=False, classes="title")
        yield Static(self._remark or _HOW, markup=False, id="remark")
        yield OptionList(*(option for each in self._states for option in self._options(each)), markup=False)
        yield Footer()

    def _options(self, state: State) -> list[Option]:
        when = in_a_sentence(state)
        if not state.told:
            self._places.append((state.number, self._form))
            return [Option(f"{when}\n  {_FIRST}")]
        options = []
        for told in state.told:
            lines = change_lines(told.change)
            self._places.append((state.number, told.form))
            title = [] if self._form else [told.title]
            options.append(Option("\n  ".join([when, *title, *lines])))
        return options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show a page as it was."""
        number, form = self._places[event.option_index]
        if form is None:
            return
        try:
            former = self._past.former(form, number)
        except (OSError, HistoryError) as error:
            self.notify(f"It cannot be shown: {error}", severity="error", markup=False)
            return
        self.app.push_screen(FormerScreen(self._past, form, number, former, self._by), self._came_back)

    async def _came_back(self, remark: str | None) -> None:
        if remark:
            self._remark = remark
            self._states = self._past.states(self._form)
            await self.recompose()
            self.query_one(OptionList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer to take the last change back only where all texts are listed."""
        return action != "undo" or self._form is None

    async def action_undo(self) -> None:
        """Take the last change of all texts back."""
        try:
            against = self._past.undo(self._states[0].number, self._by)
        except OSError as error:
            against = [f"The files could not be written ({error.strerror})."]
        await self._came_back(" ".join(against) or "Done. F4 takes that back, too.")


class FormerScreen(Screen[str]):
    """A page as it was; its result is what to say once it was brought back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+b", "bring_back", "Bring this back"),
        Binding("escape", "dismiss('')", "Back"),
    ]

    def __init__(self, past: Past, form: Form, number: int, former: Former, by: str) -> None:
        super().__init__()
        self._past, self._form, self._number, self._former, self._by = past, form, number, former, by

    def compose(self) -> ComposeResult:
        """Yield how it was, and what would change."""
        former = self._former
        yield Static(f"{self._past.title(self._form)}, as it was", markup=False, classes="title")
        yield Static(f"{former.when}{f', by {former.by}' if former.by else ''}.", markup=False, id="remark")
        with VerticalScroll():
            yield Static("\n".join([*_what_changes(former), "", *self._page()]), markup=False)
        yield Footer()

    def _page(self) -> list[str]:
        """Return the page as patients saw it, or the values of another form."""
        pages = pages_in_words(self._former.trial.library, self._form)
        return pages or [f"{name}: {words}" for name, words in self._former.lines] or ["There was no such text then."]

    def action_bring_back(self) -> None:
        """Make it what it was, or say what is against that."""
        try:
            against = self._past.bring_back(self._form, self._number, self._former.state, self._by)
        except OSError as error:
            against = [f"The file could not be written ({error.strerror})."]
        if against:
            self.query_one("#remark", Static).update(" ".join(["Not brought back.", *against]))
        else:
            self.dismiss("It is again as it was. The kiosk shows it within a few seconds.")


def _what_changes(former: Former) -> list[str]:
    if not former.told:
        return ["This is how it is now."]
    return [
        "If you bring it back, this changes:",
        *(f"  {line}" for each in former.told for line in change_lines(each)),
    ]
