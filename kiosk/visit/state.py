"""All that is known of one visitor; the actions in `moving` and `listening` work on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.content.library import Library
from kiosk.visit.following import Following
from kiosk.visit.grid import Grid
from kiosk.visit.page import Page
from kiosk.visit.reading import Reader
from kiosk.visit.settings import Settings
from kiosk.visit.sheet import Sheet
from kiosk.visit.sheets import DISCLAIMER, WHERE
from kiosk.visit.trail import Place, Trail
from kiosk.visit.utterance import Reply, Utterance
from kiosk.visit.view import View
from kiosk.visit.wording import Wording


class State:
    """Where a visitor is, what was chosen and set, and where the voice is."""

    def __init__(self, library: Library, grid: Grid, language: str, wordings: Mapping[str, Wording]) -> None:
        self.settings = Settings(language)
        self.has_voice = True
        """Whether sound works at all; told from outside."""
        self.agreed = False
        self.disclaimer_heard = False
        """Whether any of the disclaimer was read aloud."""
        self.trail = Trail(DISCLAIMER)
        self.voice = Following()
        self.remark = ""
        """What the last action came to, in a few words; shown until the next one."""
        self.edge = 0
        """1 after a press of Down at the end of a list, -1 after Up at its start, so that the next press wraps."""
        self.repeats = 0
        """How often "repeat" was pressed in a row."""
        self.where: Sheet | None = None
        """The answer to the last "Where am I?"."""
        self._library = library
        self._wordings = wordings
        self.view = View(library, grid, language, wordings)

    def lay_out(self, grid: Grid) -> None:
        """Makes all pages anew for `grid` and the present language."""
        self.view = View(self._library, grid, self.settings.language, self._wordings)

    @property
    def here(self) -> Place:
        """The present place."""
        return self.trail.here

    @property
    def page(self) -> Page:
        """What is on the screen now."""
        return self.view.page(self.here, self.remarks, self.where if self.here.name == WHERE else None)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the bottom of the screen says beside the position."""
        audible = self.settings.sound and self.has_voice
        silent = "" if audible else self.words("Sound is off" if self.view.grid.roomy else "No sound")
        return tuple(filter(None, (self.remark, silent)))

    @property
    def reader(self) -> Reader:
        """Says pages in the visitor's language."""
        return self.view.reader

    def words(self, text: str, **values: object) -> str:
        """The kiosk's own words in the visitor's language."""
        return self.view.wording(text, **values)

    def saying(self, *what: str | Utterance, reads_on: bool = False) -> Reply:
        """A reply that says `what`; with `reads_on` the pages that follow are read as well."""
        self.voice.reading_on = reads_on
        return Reply(say=tuple(self.reader.say(w) if isinstance(w, str) else w for w in what))

    def confirming(self, first: str, reply: Reply) -> Reply:
        """`reply` with a confirmation before it, which the page's own title does not cut off."""
        return replace(reply, say=(self.reader.say(first), *reply.say))

    def arrive(self) -> Reply:
        """Says the present page from the top."""
        page = self.page
        self.voice.paused = None
        said = self.reader.arrival(page)
        if page.reads_on:
            said = said[: 1 + len(page.units)]
        return self.saying(*said, reads_on=page.reads_on)

    def read_from(self, first: int) -> Reply:
        """Says the page from sentence number `first` (0-based) on; on the last page, the choice in focus too."""
        page = self.page
        after = () if page.reads_on else self.reader.after_text(page)
        return self.saying(*self.reader.text(page, first), *after, reads_on=True)
