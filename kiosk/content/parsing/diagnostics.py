"""The errors and warnings of one file while it is being read."""

from dataclasses import dataclass, field, replace

from kiosk.content.model.excerpt import excerpt, printable
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.parsing.line_diagnostics import LineDiagnostic

MOST = 20
"""Diagnostics reported for one file; nobody would read more."""
_FULL = 200
"""Diagnostics after which checking further is a waste of time."""


@dataclass
class Diagnostics:
    """Collects the diagnostics of one file, and adds the line itself to each."""

    file: str
    """Path relative to the folder being checked, with `/`."""
    lines: list[str] = field(default_factory=list)
    """The file's lines as written, once known."""
    optional: bool = False
    """True if the kiosk works without this file, so that every error in it counts as a warning."""
    _found: dict[tuple[int, int, str, str], Diagnostic] = field(default_factory=dict)

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
        """Record one diagnostic; the same one at the same place is recorded once."""
        if self.full and (level is not Level.ERROR or self.failed or self.optional):
            return  # but always record the first error: it decides whether the file is used
        diagnostic = Diagnostic(
            file=printable(self.file),
            line=line,
            column=column,
            code=code,
            message=message,
            fix=fix,
            level=Level.WARNING if self.optional else level,
        )
        self._found.setdefault((line, column, code, message), diagnostic)

    def add_line(self, found: LineDiagnostic) -> None:
        """Record an error on one line."""
        self.add(found.code, found.message, found.fix, line=found.line, column=found.column)

    def warn(self, code: str, message: str, fix: str, *, line: int = 0, column: int = 0) -> None:
        """Record a warning: staff should look, but patients can still be shown the text."""
        self.add(code, message, fix, line=line, column=column, level=Level.WARNING)

    @property
    def lines_reported(self) -> set[int]:
        """Lines that have a diagnostic already."""
        return {diagnostic.line for diagnostic in self._found.values() if diagnostic.line}

    @property
    def lines_with_errors(self) -> set[int]:
        """Lines with an error, so that one error is not reported twice.

        A line that only has a warning is still checked.
        """
        if self.optional:
            return self.lines_reported
        return {
            diagnostic.line
            for diagnostic in self._found.values()
            if diagnostic.line and diagnostic.level is Level.ERROR
        }

    def take(self, other: "Diagnostics", before: int = 0) -> None:
        """Add the diagnostics of `other`, of the same file; only those above the line `before` if given."""
        for diagnostic in other._found.values():
            if not before or diagnostic.line < before:
                self.add(diagnostic.code, diagnostic.message, diagnostic.fix,
                         line=diagnostic.line, column=diagnostic.column, level=diagnostic.level)  # fmt: skip

    def has(self, code: str) -> bool:
        """True if a diagnostic with this code was recorded."""
        return any(diagnostic.code == code for diagnostic in self._found.values())

    def has_at(self, code: str, line: int, word: str) -> bool:
        """True if a diagnostic with this code was recorded on that line that quotes `word`."""
        found = (each for each in self._found.values() if (each.code, each.line) == (code, line))
        return any(f"“{word}”" in each.message for each in found)

    @property
    def full(self) -> bool:
        """True once there are so many diagnostics that checking can stop."""
        return len(self._found) >= _FULL

    @property
    def failed(self) -> bool:
        """True if there is an error, so the file cannot be used."""
        return any(diagnostic.level is Level.ERROR for diagnostic in self._found.values())

    def report(self) -> tuple[Diagnostic, ...]:
        """Return at most `MOST` diagnostics in line order; if there are more, errors are kept first."""
        every = list(self._found.values())
        every.sort(key=lambda diagnostic: (diagnostic.level is not Level.ERROR, diagnostic))
        kept = sorted(every[:MOST])
        if len(every) > MOST and kept:
            note = f"{kept[-1].message.removesuffix('.')}; there are more problems in this file."
            kept[-1] = replace(kept[-1], message=note)
        return tuple(replace(diagnostic, excerpt=self._line(diagnostic.line)) for diagnostic in kept)

    def _line(self, number: int) -> str:
        """Return the line itself, safe to print."""
        return excerpt(self.lines[number - 1]) if 0 < number <= len(self.lines) else ""
