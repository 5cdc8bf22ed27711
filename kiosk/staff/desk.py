"""What is behind the staff's door: a few pages, and the way from one to the other. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kiosk.content.parsing.problem import Problem
from kiosk.staff.finding import Finding
from kiosk.staff.sheets import Errand, desk_sheet, end_sheet, findings_sheet, looking_sheet, mistakes_sheet
from kiosk.visit.layout.grid import Grid
from kiosk.visit.layout.page import Page, compose
from kiosk.visit.layout.paging import cut, way_on
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.sheet import Choice, Sheet, Verb

NEXT_PAGE = "Next page"
_ON = (Action.DOWN, Action.NEXT)
_TURNS = {Action.RIGHT: 1, Action.PAGE_DOWN: 1, Action.LEFT: -1, Action.PAGE_UP: -1}


class Desk:
    """Where a member of staff is, from the PIN until they leave."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        """`problems`: those that keep changed content from being shown."""
        self._problems = tuple(problems)
        self._home = desk_sheet(len(self._problems))
        self._sheet = self._home
        self._number = self._focus = self._home_focus = 0
        self._arrived, self._moved = True, False
        """Whether the page, or the choice in focus, has not been said yet."""

    @property
    def looking(self) -> bool:
        """Whether it is being waited for what the doctor finds."""
        return self._sheet.name == looking_sheet().name

    def page(self, grid: Grid) -> Page:
        """What is on the screen; `grid` may change at any time."""
        cuts = cut(self._sheet, grid, NEXT_PAGE)
        self._number = min(self._number, len(cuts) - 1)
        choices = self._choices(grid)
        self._focus = max(0, min(self._focus, len(choices) - 1))
        if self._sheet.is_list:
            self._number = max(0, bisect_right([each.first_choice for each in cuts], self._focus) - 1)
        status = (f"{self._number + 1} of {len(cuts)}",) if len(cuts) > 1 else ()
        return compose(self._sheet, cuts, self._number, choices, self._focus, status, grid)

    def says(self, grid: Grid) -> str:
        """What is new since the last call, to be said; empty where nothing is."""
        page = self.page(grid)
        words = [page.title, *(page.sentence(unit) for unit in page.units)] if self._arrived else []
        if page.choices and (self._arrived or self._moved):
            words.append(f"{page.choices[page.focus].label}. {page.focus + 1} of {len(page.choices)}")
        self._arrived = self._moved = False
        return " ".join(word if word.endswith((".", "?", "!")) else f"{word}." for word in words)

    def act(self, action: Action, grid: Grid) -> Errand | None:
        """A key. Returns what only the app can do, else None."""
        choices = self._choices(grid)
        if action in _ON or action is Action.UP:
            self._focus = (self._focus + (1 if action in _ON else -1)) % len(choices)
            self._moved = True
        elif action in _TURNS and not self._sheet.is_list:
            self._turn(_TURNS[action], grid)
        elif action in (Action.READ, Action.REPEAT, Action.WHERE):
            self._arrived = True
        elif action in (Action.BACK, Action.MENU):
            return self._run(Errand.LEAVE if self._sheet is self._home else Errand.BACK)
        elif action is Action.CHOOSE:
            return self._choose(choices[self._focus], grid)
        elif action.picked and action.picked <= len(choices):
            self._focus = action.picked - 1
            return self._choose(choices[self._focus], grid)
        return None

    def found(self, findings: Sequence[Finding]) -> None:
        """The doctor has finished; shown where it is still waited for."""
        if self.looking:
            self._go(findings_sheet(findings))

    def _choices(self, grid: Grid) -> tuple[Choice, ...]:
        cuts = cut(self._sheet, grid, NEXT_PAGE)
        return way_on(self._sheet, NEXT_PAGE, min(self._number, len(cuts) - 1), len(cuts))

    def _choose(self, choice: Choice, grid: Grid) -> Errand | None:
        if choice.verb is Verb.NEXT_PAGE:
            self._turn(1, grid)
            return None
        return self._run(Errand(choice.opens))

    def _run(self, errand: Errand) -> Errand | None:
        """Goes where the errand leads; hands back one that leads out of these pages."""
        if errand is Errand.BACK:
            self._go(self._home, self._home_focus)
        elif errand is Errand.DOCTOR:
            self._go(looking_sheet())
            return errand
        elif errand is Errand.MISTAKES:
            self._go(mistakes_sheet(self._problems))
        elif errand is Errand.END:
            self._go(end_sheet())
        else:
            return errand
        return None

    def _go(self, sheet: Sheet, focus: int = 0) -> None:
        if self._sheet is self._home:
            self._home_focus = self._focus
        self._sheet, self._number, self._focus, self._arrived = sheet, 0, focus, True

    def _turn(self, by: int, grid: Grid) -> None:
        number = self._number + by
        if 0 <= number < len(cut(self._sheet, grid, NEXT_PAGE)):
            self._number, self._focus, self._arrived = number, 0, True
