"""Describes the staff pages. Texts of commands, such as the results of `doctor`, stay in English."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from kiosk.content.parsing.diagnostic import Diagnostic, errors
from kiosk.staff.health_check import HealthCheck
from kiosk.staff.staff_login import StaffLogin, Stage
from kiosk.visit.layout.grid import Grid
from kiosk.visit.places.own_sheets import OwnSheets
from kiosk.visit.terms.action import Action
from kiosk.visit.terms.errand import Errand
from kiosk.visit.terms.keys import Key, Keys
from kiosk.visit.terms.sheet import Choice, Part, Role, Sheet, Verb
from kiosk.visit.terms.wording import Wording

DOT = "●"
HOME, CHECKS, MISTAKES, END = "staff", "staff-findings", "staff-mistakes", "staff-end"
STATES = {"bad": "Not right", "note": "Please look", "good": "Right"}
ENGLISH = "en"


class StaffPlaces:
    """The staff pages, in the clinic's languages."""

    root, home, way_out, patience_s = HOME, HOME, Errand.LEAVE, None
    wordings = None

    def __init__(self, languages: tuple[str, ...], problems: Sequence[Diagnostic]) -> None:
        """`problems`: the errors in the content that keep the old content on the screen, and what is a sample."""
        self.languages = languages
        self.problems = problems
        self.checks: Sequence[HealthCheck] | None = None
        """The results of `doctor`; None while it runs."""

    def sheets(self, language: str, wording: Wording, keys: Keys, grid: Grid) -> StaffSheets:
        """See `Places`."""
        return StaffSheets(self, language, wording, keys, grid)


class StaffSheets(OwnSheets):
    """The staff pages in one language."""

    def __init__(self, about: StaffPlaces, language: str, wording: Wording, keys: Keys, grid: Grid) -> None:
        super().__init__(language, wording, keys, grid)
        self._about = about
        hint, w = self.key_words.hint, wording
        hints = (hint(w("Help"), Action.HELP), hint(w("Choose"), Action.CHOOSE), hint(w("Back"), Action.BACK))
        self._hints = tuple(filter(None, hints))

    def _places(self) -> dict[str, Callable[[], Sheet]]:
        return {
            **super()._places(),
            HOME: self._home,
            CHECKS: self._findings,
            MISTAKES: self._mistakes,
            END: self._end,
        }

    def _home(self) -> Sheet:
        w = self.wording
        choices = (
            Choice(w("What works"), Verb.OPEN, CHECKS, about=w("Sound, voices and files, checked now.")),
            Choice(
                w("Errors in the texts: {n}", n=len(self._about.problems)),
                Verb.OPEN,
                MISTAKES,
                about=w("What to fix, and in which line."),
            ),
            Choice(w("Restart the kiosk"), Verb.ASK, Errand.RESTART.value, about=w("It comes back in a few seconds.")),
            Choice(w("End the kiosk"), Verb.OPEN, END, about=w("It asks once more.")),
            Choice(w("Leave this page"), Verb.ASK, Errand.LEAVE.value, about=w("Patients can use the kiosk again.")),
        )
        about = w("These pages are for staff. Patients do not see them.")
        return Sheet(HOME, w("For staff"), (), choices, self._hints, True, language=self.language, about=about)

    def _findings(self) -> Sheet:
        w = self.wording
        parts = [Part(Role.TEXT, w("Checking. One moment."))]
        if self._about.checks is not None:
            parts = []
            for finding in self._about.checks:
                parts.append(self._in_english(Role.HEADING, f"{finding.name}: {STATES[finding.state]}"))
                parts.append(self._in_english(Role.TEXT, " ".join(filter(None, (finding.found, finding.to_do)))))
        return self._text(CHECKS, w("What works"), parts)

    def _mistakes(self) -> Sheet:
        w = self.wording
        parts = [Part(Role.TEXT, w("No errors. Patients see the texts as they are in the files."))]
        if self._about.problems:
            parts = [Part(Role.TEXT, w("Patients see the texts from before the change, until these are fixed."))]
            if not errors(self._about.problems):
                parts = [Part(Role.TEXT, w("Patients see these texts. Please replace the samples in them."))]
        for problem in self._about.problems:
            parts.append(self._in_english(Role.HEADING, problem.place))
            parts.append(self._in_english(Role.TEXT, f"{problem.message} {problem.fix}"))
        return self._text(MISTAKES, w("Errors in the texts"), parts)

    def _end(self) -> Sheet:
        """Return the question before the kiosk ends."""
        w = self.wording
        text = w("Patients then see nothing. An installed kiosk comes back after 15 minutes.")
        choices = (
            Choice(w("No, go back"), Verb.BACK),
            Choice(w("Yes, end it"), Verb.ASK, Errand.END.value),
        )
        parts = (Part(Role.TEXT, text),)
        return Sheet(END, w("End the kiosk?"), parts, choices, self._hints, language=self.language)

    def _in_english(self, role: Role, text: str) -> Part:
        language = "" if self.language == ENGLISH else ENGLISH
        return Part(role, text, with_next=role is Role.HEADING, language=language)

    def _text(self, name: str, title: str, parts: list[Part]) -> Sheet:
        return Sheet(name, title, tuple(parts), (self.back(),), self._hints, language=self.language)


def pin_sheet(login: StaffLogin, now: float, w: Wording, language: str, ends: bool = False) -> Sheet:
    """Return the question for the PIN, perhaps the one before the kiosk ends. It shows no visit and no digit."""
    wait_s = login.lock_out.left_s(now)
    if login.stage is Stage.CHECKING:
        text = w("One moment.")
    elif wait_s > 90:
        text = w("Too many wrong PINs. Wait {n} minutes.", n=ceil(wait_s / 60))
    elif wait_s > 0:  # in steps of ten, or the voice would repeat it every second
        text = w("Too many wrong PINs. Wait {n} seconds.", n=10 * ceil(wait_s / 10))
    elif login.was_wrong:
        text = w("That PIN is wrong. Try again.")
    else:
        text = w("Enter the PIN again to end the kiosk.") if ends else w("Enter the PIN.")
    parts = [Part(Role.TEXT, text)]
    if login.typed:
        parts.append(Part(Role.HEADING, DOT * login.typed))
    keys = (Key("Enter", w("Done")), Key("Esc", w("Leave")))
    return Sheet("staff-pin", w("Staff only"), tuple(parts), (), (), language=language, keys=keys)
