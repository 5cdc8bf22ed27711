"""The editor as a Textual app: a list of what can be changed, forms, and a page as patients get it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from kiosk.content.model.languages import language_name
from kiosk.content.parsing.nodes import tidy
from kiosk.content.schema.review_fields import LONGEST_NAME
from kiosk.editor.model.forms import CLINIC_FORM, HEADS, NOTICE_FORM, WORDS_FORM, Form, title_of, topic_form
from kiosk.editor.model.past import Past
from kiosk.editor.model.seen import page_in_words
from kiosk.editor.model.sent import posted, pressed, rearranged
from kiosk.editor.model.store import Store, clean_values
from kiosk.editor.model.values import Value, differences, without_empty
from kiosk.editor.terminal.boxes import Boxes, MemberButton
from kiosk.editor.terminal.past import show_history

_HISTORY = "history"
_SAVED = "Saved. The kiosk shows it within a few seconds. F4 undoes it."
_BACK = "It is again as it was. The kiosk shows it within a few seconds. F4 undoes that."
_NOW = "This is how it is now."
_UNSAVED = "Something here is not saved yet. Save it with Ctrl+S, or leave it with Esc, and then undo."
_NOTHING = "No earlier state was kept, so there is nothing to undo."
_LEAVE = "Not saved yet. Press Esc again to leave without saving, or Ctrl+S to save."


class EditorApp(App[None]):
    """Edits the content of one clinic; Ctrl+Q ends it."""

    TITLE = "Kiosk editor"
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    OptionList { height: 1fr; }
    .title { text-style: bold; padding: 1 1 0 1; }
    .label { text-style: bold; margin-top: 1; padding: 0 1; }
    .list { text-style: bold underline; margin-top: 1; padding: 0 1; }
    .help { padding: 0 1; }
    .error { padding: 0 1; text-style: bold reverse; }
    .buttons { height: auto; }
    TextArea { height: 5; }
    TextArea.long { height: 9; }
    SelectionList { height: 9; }
    #remark { padding: 0 1; text-style: bold; }
    """

    def __init__(self, store: Store) -> None:
        super().__init__(watch_css=False)
        self.store = store

    def on_mount(self) -> None:
        """Ask who it is, once, and show what can be changed."""
        self.push_screen(NameScreen(), lambda name: self.push_screen(HomeScreen(self.store, name or "")))


class NameScreen(Screen[str]):
    """Asks who it is; its result is the name."""

    def compose(self) -> ComposeResult:
        """Yield the question."""
        yield Static("Who are you?", markup=False, classes="title")
        how = "Type your name, and press Enter. The history notes it with what you change."
        yield Static(how, markup=False, classes="help")
        yield Input(max_length=LONGEST_NAME)
        yield Footer()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take a name that is one."""
        if name := tidy(event.value):
            self.dismiss(name)


class HomeScreen(Screen[None]):
    """What can be changed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit", "End")]

    def __init__(self, store: Store, by: str) -> None:
        super().__init__()
        self._store, self._by = store, by
        self._forms: dict[str, Form] = {}

    def compose(self) -> ComposeResult:
        """Yield the list, pages by language."""
        yield Static("What would you like to change?", markup=False, classes="title")
        options = [self._option(form, HEADS[form.file][0]) for form in (NOTICE_FORM, CLINIC_FORM, WORDS_FORM)]
        options.append(Option("History and undo", id=_HISTORY))
        for language, titles in self._store.topics().items():
            for name, title in titles.items():
                options.append(self._option(topic_form(language, name), f"{language_name(language)}: {title}"))
        yield OptionList(*options, markup=False)
        yield Footer()

    def _option(self, form: Form, words: str) -> Option:
        self._forms[form.file] = form
        return Option(words, id=form.file)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a form or the history, or say why it cannot be."""
        if event.option_id == _HISTORY:
            show_history(self, Past(self._store), None, self._by)
            return
        form = self._forms[event.option_id or ""]
        opened = self._store.open(form)
        if opened.values is None:
            self.notify("The kiosk cannot read this file. The history brings back how it was before.", severity="error")
            show_history(self, Past(self._store), form, self._by)
        else:
            self.app.push_screen(FormScreen(self._store, form, opened.values, opened.state, self._by))


class FormScreen(Screen[None]):
    """One form."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("f2", "look", "How it looks", priority=True),
        Binding("f3", "history", "History", priority=True),
        Binding("f4", "undo", "Undo", priority=True),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, store: Store, form: Form, values: dict[str, Value], state: str, by: str) -> None:
        super().__init__()
        self._store, self._form, self._by = store, form, by
        self._past = Past(store)
        self._values, self._saved, self._state = values, values, state
        self._told: dict[str, list[str]] = {}
        self._boxes = Boxes(store.today(), {}, store.offer())
        self._remark = ""
        self._attention = ""
        self._may_leave = False

    def compose(self) -> ComposeResult:
        """Yield the boxes of all fields with their present values."""
        self._boxes = boxes = Boxes(self._store.today(), self._told, self._store.offer())
        yield Static(title_of(self._form, self._values), markup=False, classes="title")
        yield Static("\n".join([self._remark, *self._told.get("", ())]).strip(), markup=False, id="remark")
        with VerticalScroll(can_focus=False):
            for field in self._form.fields:
                yield from boxes.of(field, field.name, self._values.get(field.name, ""))
        yield Footer()

    async def _show(self, remark: str, told: dict[str, list[str]], attention: str = "") -> None:
        """Show the form again with what is wrong, and go to the box that has the attention."""
        self._remark, self._told = remark, told
        await self.recompose()
        first = attention or next((path for path in told if path), "")
        if widget := self._boxes.widget(first) if first else None:
            widget.focus()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Keep the label of a box on the screen, above it."""
        if label := self._boxes.label_of(event.widget):
            label.scroll_visible(animate=False)

    def _typed(self) -> dict[str, Value]:
        return posted(self._form, self._boxes.sent())

    async def on_button_pressed(self, event: MemberButton.Pressed) -> None:
        """Move, add or remove a member of a list; what was typed stays."""
        if isinstance(event.button, MemberButton):
            self._values = self._typed()
            attention = rearranged(self._values, pressed({"do": [event.button.press_as]}), self._form)
            await self._show("", {}, attention)

    async def action_save(self) -> None:
        """Save, or say in each field why not."""
        self._values = typed = self._typed()
        try:
            tried = self._store.save(self._form, typed, self._state, self._by)
        except OSError as error:
            await self._show(f"The file could not be saved ({error.strerror}).", {})
            return
        opened = self._store.open(self._form)
        told = dict(tried.told)
        if told and self._state != opened.state:
            for path, words in differences(typed, opened.values or {}):
                told.setdefault(path, []).append(f"In the file it is now “{words}”.")
        self._state = opened.state
        if not told:
            self._values = self._saved = opened.values or {}
        await self._show("Not saved." if told else _SAVED, told)

    def action_look(self) -> None:
        """Show the page as patients get it, and what `check` says."""
        tried = self._store.tried(self._form, self._typed())
        said = [each for sentences in (*tried.told.values(), *tried.advice.values()) for each in sentences]
        self.app.push_screen(LookScreen([*said, "", *page_in_words(tried, self._form)]))

    def _is_saved(self) -> bool:
        typed, saved = (without_empty(clean_values(each, self._form)) for each in (self._typed(), self._saved))
        return typed == saved

    def action_history(self) -> None:
        """Show how it was before; what is typed here stays."""
        show_history(self, self._past, self._form, self._by)

    async def on_screen_resume(self) -> None:
        """Take over what was brought back or changed meanwhile, unless something was typed here."""
        opened = self._store.open(self._form)
        if self.is_mounted and opened.state != self._state and self._is_saved() and opened.values is not None:
            await self._take_over(_NOW)

    async def _take_over(self, remark: str) -> None:
        opened = self._store.open(self._form)
        self._values = self._saved = opened.values or {}
        self._state = opened.state
        await self._show(remark, {})

    async def action_undo(self) -> None:
        """Take the last saving of this form back; doing so once more takes that back."""
        if not self._is_saved():
            self.query_one("#remark", Static).update(_UNSAVED)
            return
        try:
            before = self._past.before(self._form)
            against = self._past.bring_back(self._form, before, self._state, self._by) if before else [_NOTHING]
        except OSError as error:
            against = [f"The file could not be written ({error.strerror})."]
        await self._take_over(" ".join(against) or _BACK)

    def action_leave(self) -> None:
        """Go back; with changes that are not saved, only at the second time."""
        if self._may_leave or self._is_saved():
            self.app.pop_screen()
            return
        self._may_leave = True
        self.query_one("#remark", Static).update(_LEAVE)


class LookScreen(Screen[None]):
    """A page as patients get it, as text."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f2", "app.pop_screen", "Back to the form")]

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Yield the lines."""
        with VerticalScroll():
            yield Static("\n".join(self._lines), markup=False)
        yield Footer()
