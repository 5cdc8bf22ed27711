"""Everything known about one visitor; the actions in `moving` and `listening` change it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.visit.layout.compose import with_sign
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page, Unit
from kiosk.visit.layout.sentences import first_on, number_at, part_at, place_of, position_of, sentences_of
from kiosk.visit.places.own_sheets import OwnSheets
from kiosk.visit.places.places import Places
from kiosk.visit.session.machine import Machine
from kiosk.visit.session.settings import Settings
from kiosk.visit.session.view import KeptPages, View
from kiosk.visit.speech_text.reading import BETWEEN_PARTS_MS, Reader
from kiosk.visit.speech_text.speech_cursor import SpeechCursor
from kiosk.visit.speech_text.utterance import Reply, Utterance
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.names import DISCLAIMER, MENU, TRANSIENT
from kiosk.visit.terms.sheet import Choice, Sheet, Verb
from kiosk.visit.terms.trail import Place, Trail
from kiosk.visit.terms.wording import Wording


class State:
    """Place, choices and settings of a visitor, and the position of the voice."""

    def __init__(
        self,
        places: Places,
        grid: Grid,
        language: str,
        wordings: Mapping[str, Wording] | None = None,
        machine: Machine | None = None,
        has_voice: bool = True,
    ) -> None:
        machine = machine or Machine()
        self.settings = Settings(language, volume=machine.volumes.start - 1, volumes=machine.volumes)
        self.has_voice = has_voice
        """False while sound does not work; set by the app."""
        self.voiceless: set[str] = set()
        """Languages that no voice here speaks, as found by now; one set for all visits of the machine."""
        self.headphones_only = machine.headphones_only
        self.keys, self.cues = machine.keys, machine.cues
        self.unplugged = False
        """True if sound is off because headphones were unplugged."""
        self.agreed = places.root == places.home
        """True once the visitor may go to `places.home`."""
        self.disclaimer_heard = False
        """True once any of the disclaimer was read aloud."""
        self.trail = Trail(places.root)
        self.voice = SpeechCursor()
        self.remark = ""  # the result of the last action in a few words; shown until the next one
        self.tap_told = False
        """True once it was said that a second tap chooses."""
        self.edge = 0
        """1 after Down at the end of a list, -1 after Up at its start, so that the next press wraps."""
        self.repeats = 0
        """Presses of "repeat" in a row."""
        self.transient: dict[str, Sheet] = {}
        """Sheets made on request, by name: the answer to "Where am I?", help for one page."""
        self.overlay: Sheet | None = None
        """A question or a notice that covers the page until a key is pressed."""
        self.sign = ""
        """A sign for staff on the first page: drawn, never spoken."""
        self.last_before: Utterance | None = None
        """The last utterance before "More" or the pause was opened."""
        self.hints: tuple[Utterance, ...] = ()
        """The hints, once they are to be said."""
        self.hints_said = False
        """True once they were heard; from then on they are on the page of help."""
        self.patience_told = False
        """True once the visitor was told how long the kiosk waits."""
        self.last_words: tuple[Utterance, ...] = ()
        """What is still said when the sound goes off: that it is off, and what brings it back."""
        self.explained: Action | None = None
        """The last action that was explained."""
        self.places = places
        self.newer: Places | None = None
        """Content that changed during the visit; used from the visitor's next page on."""
        self._wordings = wordings or {}
        self._pages = KeptPages()
        self.view = self._view(grid)

    def _view(self, grid: Grid) -> View[OwnSheets]:
        language = self.settings.language
        sheets = self.places.sheets(language, self._wordings.get(language, Wording()), self.keys, grid)
        sheets.speaks = (self.has_voice or self.headphones_only) and language not in self.voiceless
        return View(sheets, self._wordings, self.settings.one_by_one)

    def lay_out(self, grid: Grid, shown: Unit | None = None) -> None:
        """Discard all pages; lay them out for `grid`, the present language and the present settings.

        The page shows the sentence that the visitor has come to, or the beginning of `shown`. The focus stays on its
        choice, whatever its number is now.
        """
        held = [(place, self._in_focus(place)) for place in self.trail.places]
        before = self.sheet.parts
        self.view = self._view(grid)
        self._pages.clear()
        self.trail.keep(self.view.has)  # newer content may lack places on the way back
        if shown is not None:
            self.here.number = self.page_of(part_at(self.sheet.parts, place_of(before, shown.part)), shown.start)
        self.here.number = self._number_to_follow()
        for place, choice in held:
            if place in self.trail.places:
                self._focus_on(place, choice)

    def _in_focus(self, place: Place) -> Choice | None:
        return dict(enumerate(self.view.choices(place, self.transient.get(place.name)))).get(place.focus)

    def _focus_on(self, place: Place, held: Choice | None) -> None:
        """Put the focus of `place` on the choice that does what `held` did; on the first one if there is none."""
        choices = self.view.choices(place, self.transient.get(place.name))
        place.focus = next((at for at, choice in enumerate(choices) if held and choice.does == held.does), 0)

    def take_over(self) -> None:
        """Switch to the newer content, if any. Call it only between two pages."""
        if self.newer is None:
            return
        self.places, self.newer = self.newer, None
        self._wordings = self.places.wordings or self._wordings
        if self.settings.language not in self.places.languages:
            self.settings = replace(self.settings, language=self.places.languages[0])
        self.lay_out(self.view.grid)

    def close_transient(self) -> None:
        """Go back to the place where a transient page, such as help, was opened."""
        while self.here.name in TRANSIENT and self.trail.back():
            self.transient.pop(self.here.name, None)

    @property
    def here(self) -> Place:
        """The present place."""
        return self.trail.here

    @property
    def sheet(self) -> Sheet:
        """The whole of the present place."""
        return self.transient.get(self.here.name) or self.view.cut(self.here.name)[0]

    @property
    def has_text(self) -> bool:
        """True if there is something to read: that of a list is read whichever of its choices are on the page."""
        return bool(self.page.parts if self.page.is_list else self.page.units)

    @property
    def sentences(self) -> tuple[Unit, ...]:
        """All sentences of the present place."""
        return sentences_of(self.sheet.parts)

    @property
    def number(self) -> int:
        """The number (0-based) of the sentence that the visitor has come to, else of the first on the page."""
        position = self.here.position
        return first_on(self.page) if position is None else number_at(self.sheet.parts, position)

    def come_to(self, number: int) -> None:
        """Note that the visitor has come to sentence `number` of the present place."""
        self.here.position, self.here.heard = position_of(self.sheet.parts, number), False

    def page_of(self, part: int, start: int) -> int:
        """Return the number (0-based) of the page that holds character `start` of `part`."""
        return self.view.page_holding(self.here, part, start, self.transient.get(self.here.name))

    def turn_to(self, number: int) -> None:
        """Show page `number` (0-based) of the present text; the focus stays on its choice. A list follows its focus."""
        if number != self.here.number and not self.sheet.is_list:
            held = self._in_focus(self.here)
            self.here.number = number
            self._focus_on(self.here, held)

    def to_the_top(self) -> None:
        """Go back to the beginning of the text."""
        self.here.position, self.here.heard = None, False
        self.turn_to(0)

    def follow(self) -> None:
        """Show the sentence that the visitor has come to, if none of it is on the page."""
        self.turn_to(self._number_to_follow())

    def _number_to_follow(self) -> int:
        if self.here.position is None or not self.sentences:
            return self.here.number
        part, start, end = self.sentences[self.number]
        first, last = self.page_of(part, start), self.page_of(part, end - 1)
        return self.here.number if first <= self.here.number <= last else first

    @property
    def page(self) -> Page:
        """The visitor's page, for actions that need its content; its rows may be out of date."""
        return self._pages.content(self.view, self.here, self.transient.get(self.here.name), self.remarks)

    @property
    def shown(self) -> Page:
        """The page on the screen: the overlay or the visitor's page; with empty rows while the screen is off."""
        over = self.overlay
        place, sheet = (Place(over.name), over) if over else (self.here, self.transient.get(self.here.name))
        page = self._pages.drawn(self.view, place, sheet, self.remarks)
        page = with_sign(page, self.sign) if self.sign and page.sheet == DISCLAIMER else page
        return page if self.settings.screen else page.dark

    @property
    def remarks(self) -> tuple[str, ...]:
        """The remarks at the bottom of the screen, beside the position."""
        made = self.words("Translated by computer") if self.view.sheets.by_machine else ""
        silent = "" if self.audible else self._why_silent()
        return tuple(filter(None, (self.remark, *((silent, made) if self.settings.sound else (made, silent)))))

    def _why_silent(self) -> str:
        if not self.view.grid.roomy:
            return self.words("No sound")
        if self.settings.sound and self.has_voice:
            return self.words("No sound in this language")
        if self.headphones_only and not self.has_voice:
            return self.words("Plug in headphones to hear")
        return self.words("Sound is off")

    @property
    def audible(self) -> bool:
        """True if the visitor can hear anything."""
        return self.settings.sound and self.has_voice and self.settings.language not in self.voiceless

    @property
    def reader(self) -> Reader:
        """Turns pages into speech in the visitor's language."""
        return self.view.reader

    def words(self, text: str, **values: object) -> str:
        """Return one of the kiosk's own texts in the visitor's language."""
        return self.view.wording(text, **values)

    def saying(self, *what: str | Utterance, reads_on: bool = False) -> Reply:
        """Return a reply that says `what`; with `reads_on`, the rest of the text is read as well."""
        self.voice.reading_on, self.voice.pending, self.voice.to_announce = reads_on, False, None
        return Reply(say=tuple(self.reader.say(w) if isinstance(w, str) else w for w in what))

    def confirming(self, first: str, reply: Reply) -> Reply:
        """Return `reply` with a confirmation before it."""
        if not reply.say:
            self.voice.reading_on, self.voice.pending = False, False
        return replace(reply, say=(self.reader.say(first), *reply.say))

    def announcing(self, *before: str) -> Reply:
        """Return a reply that says the choice in focus at once, or after `before`."""
        page = self.page
        self.voice.announced = page.choices[page.focus]
        return self.saying(*before, self.reader.item(page, page.focus), *self.reader.about(page, page.focus))

    def ending(self, *before: Utterance) -> Reply:
        """Return a reply that says `before`, then the choice in focus; the hints too, once in a visit."""
        page, reply, said = self.page, self.saying(*before), list(before)
        if page.choices:
            said += self.reader.listed(page) if page.reads_choices and not self.keys.few else ()
            item = self.reader.item(page, page.focus)._replace(pause_ms=BETWEEN_PARTS_MS)
            self.voice.to_announce = item, page.choices[page.focus]
            said += [item, *self.reader.about(page, page.focus)]
        if not self.hints_said:
            self.hints = self.reader.hints(page, self.settings.screen)
            said += self.hints
        return replace(reply, say=tuple(said))

    def arrive(self, closure: Verb | None = None) -> Reply:
        """Return a reply that says where the visitor is, and reads the text from the sentence that they had come to.

        `closure`: the choice that led here.
        """
        page, here = self.page, self.here
        self.voice.arrived(here.name)
        tells_length = here.position is None and here.name not in (DISCLAIMER, MENU, *TRANSIENT)
        heading = self.reader.heading(page, closure, self.settings.rate_wpm if tells_length else 0)
        # A notice on the menu was already said when the visit began; "Read aloud" repeats it.
        if not self.has_text or page.sheet == MENU or here.heard:
            return self.ending(*heading)
        return self._reading(self.number, *heading, *self.reader.head(page))

    def read_from(self, number: int, turned: bool = False) -> Reply:
        """Return a reply that reads from sentence `number` on; at the end of the text, also the choice in focus.

        `turned`: the visitor turned to a page that begins inside this sentence, so that page stays.
        """
        self.come_to(number)
        before = self.here.number
        if not turned:
            self.turn_to(self.page_of(*self.sentences[number][:2]))
        self.voice.paused = False
        turned = turned or self.here.number != before
        return self._reading(number, *(self.reader.head(self.page) if turned else ()))

    def _reading(self, number: int, *before: Utterance) -> Reply:
        page = self.page
        said = (*before, *self.reader.text(page, number))
        ends = page.is_list or page.number == page.count
        reply = self.ending(*said) if ends else self.saying(*said, reads_on=True)
        read = [each for each in said if each.unit is not None]
        self.voice.pending = bool(read)
        self.voice.until = position_of(self.sheet.parts, number + len(read) - 1) if read else None
        return reply
