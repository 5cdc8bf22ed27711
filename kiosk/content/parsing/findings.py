"""The problems of one file while it is being read."""

from dataclasses import dataclass, field, replace

from kiosk.content.model.excerpt import excerpt, printable
from kiosk.content.parsing.problem import Level, Problem

MOST = 20
"""Problems that are reported of one file; more would not be read."""
_PLENTY = 200
"""Problems after which looking for more is a waste of time."""


@dataclass
class Findings:
    """Collects what is wrong with one file, and adds the line itself to each problem."""

    file: str
    """Path relative to the folder that is checked, with `/`."""
    lines: list[str] = field(default_factory=list)
    """The file's lines as they were written, once they are known."""
    harmless: bool = False
    """Whether the kiosk works without this file, so that nothing in it is an error."""
    _found: dict[tuple[int, int, str, str], Problem] = field(default_factory=dict)

    def add(
        self,
        code: str,
        message: str,
        fix: str,
        *,
        line: int = 0,
        column: int = 0,
        level: Level = Level.ERROR,
    ) -> None:
        """Records one problem; the same at the same place is recorded once."""
        if self.plenty and (level is not Level.ERROR or self.failed or self.harmless):
            return  # a first error is recorded all the same: it decides whether the file is used
        problem = Problem(
            file=printable(self.file),
            line=line,
            column=column,
            code=code,
            message=message,
            fix=fix,
            level=Level.WARNING if self.harmless else level,
        )
        self._found.setdefault((line, column, code, message), problem)

    def warn(self, code: str, message: str, fix: str, *, line: int = 0, column: int = 0) -> None:
        """Records something that somebody should look at, but that does not stop the kiosk."""
        self.add(code, message, fix, line=line, column=column, level=Level.WARNING)

    @property
    def lines_hit(self) -> set[int]:
        """The lines that have a problem already."""
        return {problem.line for problem in self._found.values() if problem.line}

    @property
    def lines_wrong(self) -> set[int]:
        """The lines that could not be read as they are, so that one fault is not reported twice.

        A line that has only been remarked on is still judged: what stands on it may be missing.
        """
        if self.harmless:
            return self.lines_hit
        return {problem.line for problem in self._found.values() if problem.line and problem.level is Level.ERROR}

    def take(self, other: "Findings", before: int = 0) -> None:
        """Adds what was found elsewhere in the same file, only above the line `before` where that is given."""
        for problem in other._found.values():
            if not before or problem.line < before:
                self.add(problem.code, problem.message, problem.fix,
                         line=problem.line, column=problem.column, level=problem.level)  # fmt: skip

    def has(self, code: str) -> bool:
        """Whether a problem of this kind was found."""
        return any(problem.code == code for problem in self._found.values())

    @property
    def plenty(self) -> bool:
        """Whether so much is wrong that nobody needs to look further."""
        return len(self._found) >= _PLENTY

    @property
    def failed(self) -> bool:
        """Whether the file cannot be used as it is."""
        return any(problem.level is Level.ERROR for problem in self._found.values())

    def problems(self) -> tuple[Problem, ...]:
        """At most `MOST` problems in the order of the lines; errors go before warnings when it is more."""
        every = list(self._found.values())
        every.sort(key=lambda problem: (problem.level is not Level.ERROR, problem))
        kept = sorted(every[:MOST])
        if len(every) > MOST and kept:
            note = f"{kept[-1].message.removesuffix('.')}; there are more problems in this file."
            kept[-1] = replace(kept[-1], message=note)
        return tuple(replace(problem, excerpt=self._line(problem.line)) for problem in kept)

    def _line(self, number: int) -> str:
        """The line itself, safe to print."""
        return excerpt(self.lines[number - 1]) if 0 < number <= len(self.lines) else ""
