"""A visitor for tests: presses keys, and hears what is said as a perfect voice would say it."""

from __future__ import annotations

from kiosk.content.model.library import Library
from kiosk.visit.layout.grid import Grid
from kiosk.visit.session.attendant import Attendant
from kiosk.visit.session.machine import Machine
from kiosk.visit.speech_text.utterance import Reply, Utterance
from kiosk.visit.terms.action import Action


class Visitor:
    """Drives an `Attendant`. `now` is the time in seconds; nothing passes unless it is told to."""

    def __init__(self, library: Library, grid: Grid | None = None, machine: Machine | None = None) -> None:
        self.now = 0.0
        self.attendant = Attendant(library, grid or Grid(80, 24), self.now, machine=machine)
        self.queue: list[Utterance] = []
        """What is said and not yet heard."""

    def presses(self, *actions: Action) -> list[str]:
        """Presses keys one after the other; returns what is said after the last one."""
        for action in actions:
            self.take(self.attendant.act(action, self.now))
        return self.said

    @property
    def said(self) -> list[str]:
        return [utterance.text for utterance in self.queue]

    def take(self, reply: Reply | None) -> None:
        if reply is None:
            return
        if reply.hush:
            self.queue.clear()
        self.queue += reply.say

    def hears(self, count: int = 1) -> Utterance:
        """Hears the next utterances, the last of which is still sounding."""
        for _ in range(count):
            utterance = self.queue.pop(0)
            self.attendant.visit.started(utterance)
        return utterance

    def hears_all(self) -> list[str]:
        """Hears everything that waits, and what follows by itself, up to the end."""
        heard = []
        while self.queue:
            heard.append(self.hears().text)
            if not self.queue:
                self.take(self.attendant.visit.silent())
        return heard

    def waits(self, seconds: float, sounding: bool = False, step: float = 0.25) -> list[str]:
        """Waits, while the kiosk looks at its clock every `step` seconds; returns what was said meanwhile."""
        self.queue.clear()
        end = self.now + seconds
        said: list[str] = []
        while self.now < end:
            self.now = min(end, self.now + step)
            reply = self.attendant.tick(self.now, sounding)
            if reply is not None:
                self.take(reply)
                said += [utterance.text for utterance in reply.say]
        return said

    @property
    def page(self) -> str:
        return self.attendant.page.sheet

    @property
    def focus(self) -> str:
        page = self.attendant.page
        return page.choices[page.focus].label

    @property
    def screen(self) -> str:
        return "\n".join("".join(segment.text for segment in row) for row in self.attendant.page.rows)
