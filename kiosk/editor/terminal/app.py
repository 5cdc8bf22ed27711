"""The editor as a Textual app: a list of what can be changed, forms, and a page as patients get it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from kiosk.content.model.languages import language_name
from kiosk.editor.model.forms import CLINIC_FORM, HEADS, NOTICE_FORM, WORDS_FORM, Form, title_of, topic_form
from kiosk.editor.model.seen import page_in_words
from kiosk.editor.model.sent import posted, pressed, rearranged
from kiosk.editor.model.store import Store, clean_values
from kiosk.editor.model.values import Value, differences, without_empty
from kiosk.editor.terminal.boxes import Boxes, MemberButton

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
        """Show what can be changed."""
        self.push_screen(HomeScreen(self.store))


class HomeScreen(Screen[None]):
    """What can be changed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "app.quit", "End")]

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._forms: dict[str, Form] = {}

    def compose(self) -> ComposeResult:
        """Yield the list, pages by language."""
        yield Static("What would you like to change?", markup=False, classes="title")
        options = [self._option(form, HEADS[form.file][0]) for form in (NOTICE_FORM, CLINIC_FORM, WORDS_FORM)]
        for language, titles in self._store.topics().items():
            for name, title in titles.items():
                options.append(self._option(topic_form(language, name), f"{language_name(language)}: {title}"))
        yield OptionList(*options, markup=False)
        yield Footer()

    def _option(self, form: Form, words: str) -> Option:
        self._forms[form.file] = form
        return Option(words, id=form.file)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a form, or say why it cannot be."""
        form = self._forms[event.option_id or ""]
        opened = self._store.open(form)
        if opened.values is None:
            self.notify("The kiosk cannot read this file. “kiosk check” says what to type.", severity="error")
        else:
            self.app.push_screen(FormScreen(self._store, form, opened.values, opened.state))


class FormScreen(Screen[None]):
    """One form."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("f2", "look", "How it looks", priority=True),
        Binding("escape", "leave", "Back"),
    ]

    def __init__(self, store: Store, form: Form, values: dict[str, Value], state: str) -> None:
        super().__init__()
        self._store, self._form = store, form
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
            tried = self._store.save(self._form, typed, self._state)
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
        await self._show("Not saved." if told else "Saved. The kiosk shows it within a few seconds.", told)

    def action_look(self) -> None:
        """Show the page as patients get it, and what `check` says."""
        tried = self._store.tried(self._form, self._typed())
        said = [each for sentences in (*tried.told.values(), *tried.advice.values()) for each in sentences]
        self.app.push_screen(LookScreen([*said, "", *page_in_words(tried, self._form)]))

    def action_leave(self) -> None:
        """Go back; with changes that are not saved, only at the second time."""
        typed, saved = (without_empty(clean_values(each, self._form)) for each in (self._typed(), self._saved))
        if self._may_leave or typed == saved:
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
