"""Everything known about one visitor; the actions in `moving` and `listening` change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from kiosk.visit.layout.compose import with_sign
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page
from kiosk.visit.places.own_sheets import OwnSheets
from kiosk.visit.places.places import Places
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.settings import Settings
from kiosk.visit.session.view import View
from kiosk.visit.speech_text.reading import Reader
from kiosk.visit.speech_text.speech_cursor import SpeechCursor
from kiosk.visit.speech_text.utterance import Reply, Utterance
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import DISCLAIMER, MENU, TRANSIENT
from kiosk.visit.terms.sheet import Sheet, Verb
from kiosk.visit.terms.trail import Place, Trail
from kiosk.visit.terms.wording import Wording


class _Kept(NamedTuple):
    """A page and everything that it was laid out from."""

    page: Page
    view: View[OwnSheets]
    place: Place
    sheet: Sheet | None
    remarks: tuple[str, ...]

    def holds(
        self, view: View[OwnSheets], place: Place, sheet: Sheet | None, remarks: tuple[str, ...] | None = None
    ) -> bool:
        """Return True if it is the page of `place`; with `remarks`, only if it also looks the same."""
        if view is not self.view or sheet is not self.sheet:
            return False
        if remarks is None:
            return (place.name, place.number) == (self.place.name, self.place.number)
        return (place, remarks) == (self.place, self.remarks)


class State:
    """Place, choices and settings of a visitor, and the position of the voice."""

    def __init__(
        self,
        places: Places,
        grid: Grid,
        language: str,
        wordings: Mapping[str, Wording] | None = None,
        machine: Machine | None = None,
    ) -> None:
        machine = machine or Machine()
        self.settings = Settings(language, volume=machine.volumes.start - 1, volumes=machine.volumes)
        self.has_voice = True
        """False while sound does not work; set by the app."""
        self.headphones_only = machine.headphones_only
        self.cues = machine.cues
        self.unplugged = False
        """True if sound is off because headphones were unplugged."""
        self.agreed = places.root == places.home
        """True once the visitor may go to `places.home`."""
        self.disclaimer_heard = False
        """True once any of the disclaimer was read aloud."""
        self.trail = Trail(places.root)
        self.voice = SpeechCursor()
        self.remark = ""
        """The result of the last action in a few words; shown until the next one."""
        self.edge = 0
        """1 after a press of Down at the end of a list, -1 after Up at its start, so that the next press wraps."""
        self.repeats = 0
        """Presses of "repeat" in a row."""
        self.transient: dict[str, Sheet] = {}
        """Sheets made on request, by name: the answer to "Where am I?", help for one page."""
        self.overlay: Sheet | None = None
        """A question or a notice that covers the page until a key is pressed."""
        self.sign = ""
        """A sign for staff on the first page: drawn, never spoken."""
        self.last_before: Utterance | None = None
        """The last utterance before "More" was opened."""
        self.explained: Action | None = None
        """The last action that was explained."""
        self.keys = machine.keys
        self.places = places
        self.newer: Places | None = None
        """Content that changed during the visit; used from the visitor's next page on."""
        self._wordings = wordings or {}
        self._pages: dict[str, _Kept] = {}
        """The last laid-out page of each place."""
        self.lay_out(grid)

    def lay_out(self, grid: Grid) -> None:
        """Discard all pages; lay them out for `grid`, the present language and the present settings."""
        language = self.settings.language
        wording = self._wordings.get(language, Wording())
        sheets = self.places.sheets(language, wording, self.keys, grid)
        self.view: View[OwnSheets] = View(sheets, self._wordings, self.settings.one_by_one)
        self._pages.clear()

    def take_over(self) -> None:
        """Switch to the newer content, if any. Call it only between two pages."""
        if self.newer is None:
            return
        self.places, self.newer = self.newer, None
        if self.settings.language not in self.places.languages:
            self.settings = replace(self.settings, language=self.places.languages[0])
        self.lay_out(self.view.grid)
        self.trail.keep(self.view.has)  # the new content may lack places on the way back

    def close_transient(self) -> None:
        """Go back to the place where a transient page, such as help, was opened."""
        while self.here.name in TRANSIENT and self.trail.back():
            self.transient.pop(self.here.name, None)

    @property
    def here(self) -> Place:
        """The present place."""
        return self.trail.here

    @property
    def page(self) -> Page:
        """The visitor's page, for actions that need its content; its rows may be out of date."""
        here, sheet = self.here, self.transient.get(self.here.name)
        kept = self._pages.get(here.name)
        if kept is None or not kept.holds(self.view, here, sheet):
            return self._laid_out(here, sheet)
        return kept.page if kept.page.focus == here.focus else replace(kept.page, focus=here.focus)

    @property
    def shown(self) -> Page:
        """The page on the screen: the overlay or the visitor's page; with empty rows while the screen is off."""
        if self.overlay is not None:
            page = self._laid_out(Place(self.overlay.name), self.overlay)
        else:
            page = self._laid_out(self.here, self.transient.get(self.here.name))
        if self.sign and page.sheet == DISCLAIMER:
            page = with_sign(page, self.sign)
        return page if self.settings.screen else replace(page, rows=((),) * len(page.rows))

    def _laid_out(self, place: Place, sheet: Sheet | None) -> Page:
        """Return the page at `place`; it is laid out again only if something on it changed."""
        kept, remarks = self._pages.get(place.name), self.remarks
        if kept is None or not kept.holds(self.view, place, sheet, remarks):
            page = self.view.page(place, remarks, sheet)  # it may correct the place
            kept = self._pages[place.name] = _Kept(page, self.view, replace(place), sheet, remarks)
        return kept.page

    @property
    def remarks(self) -> tuple[str, ...]:
        """The remarks at the bottom of the screen, beside the position."""
        return tuple(filter(None, (self.remark, "" if self.audible else self._why_silent())))

    def _why_silent(self) -> str:
        if not self.view.grid.roomy:
            return self.words("No sound")
        if self.headphones_only and not self.has_voice:
            return self.words("Plug in headphones to hear")
        return self.words("Sound is off")

    @property
    def audible(self) -> bool:
        """True if the visitor can hear anything."""
        return self.settings.sound and self.has_voice

    @property
    def reader(self) -> Reader:
        """Turns pages into speech in the visitor's language."""
        return self.view.reader

    def words(self, text: str, **values: object) -> str:
        """Return one of the kiosk's own texts in the visitor's language."""
        return self.view.wording(text, **values)

    def saying(self, *what: str | Utterance, reads_on: bool = False) -> Reply:
        """Return a reply that says `what`; with `reads_on`, the following pages are read as well."""
        self.voice.reading_on, self.voice.pending = reads_on, None
        return Reply(say=tuple(self.reader.say(w) if isinstance(w, str) else w for w in what))

    def confirming(self, first: str, reply: Reply) -> Reply:
        """Return `reply` with a confirmation before it."""
        if not reply.say:
            self.voice.reading_on, self.voice.pending = False, None
        return replace(reply, say=(self.reader.say(first), *reply.say))

    def arrive(self, closure: Verb | None = None) -> Reply:
        """Return a reply that says the present page from the top; `closure`: the choice that led to it."""
        page = self.page
        self.voice.paused = None
        said = self.reader.arrival(page, closure)
        if page.reads_on:
            said = (*self.reader.heading(page, closure), *self.reader.text(page))
        reply = self.saying(*said, reads_on=page.reads_on)
        self.voice.pending = page.units[0] if page.units and page.sheet != MENU else None
        return reply

    def read_from(self, first: int) -> Reply:
        """Return a reply that reads from sentence `first` (0-based) on; on the last page, also the choice in focus."""
        page = self.page
        after = () if page.reads_on else self.reader.after_text(page)
        self.voice.paused = None
        reply = self.saying(*self.reader.text(page, first), *after, reads_on=True)
        self.voice.pending = page.units[first] if first < len(page.units) else None
        return reply
