"""The problems of one file while it is being read."""

from dataclasses import dataclass, field, replace

from kiosk.content.model.excerpt import excerpt, printable
from kiosk.content.parsing.diagnostic import Diagnostic, Level
from kiosk.content.parsing.line_diagnostics import LineDiagnostic

MOST = 20
"""Problems that are reported of one file; more would not be read."""
_FULL = 200
"""Problems after which looking for more is a waste of time."""


@dataclass
class Diagnostics:
    """Collects what is wrong with one file, and adds the line itself to each problem."""

    file: str
    """Path relative to the folder that is checked, with `/`."""
    lines: list[str] = field(default_factory=list)
    """The file's lines as they were written, once they are known."""
    optional: bool = False
    """Whether the kiosk works without this file, so that nothing in it is an error."""
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
        """Records one problem; the same at the same place is recorded once."""
        if self.full and (level is not Level.ERROR or self.failed or self.optional):
            return  # a first error is recorded all the same: it decides whether the file is used
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
        """Records something that somebody should look at, but that does not stop the kiosk."""
        self.add(code, message, fix, line=line, column=column, level=Level.WARNING)

    @property
    def lines_reported(self) -> set[int]:
        """The lines that have a problem already."""
        return {diagnostic.line for diagnostic in self._found.values() if diagnostic.line}

    @property
    def lines_with_errors(self) -> set[int]:
        """The lines that could not be read as they are, so that one fault is not reported twice.

        A line that has only been remarked on is still judged: what stands on it may be missing.
        """
        if self.optional:
            return self.lines_reported
        return {
            diagnostic.line
            for diagnostic in self._found.values()
            if diagnostic.line and diagnostic.level is Level.ERROR
        }

    def take(self, other: "Diagnostics", before: int = 0) -> None:
        """Adds what was found elsewhere in the same file, only above the line `before` where that is given."""
        for diagnostic in other._found.values():
            if not before or diagnostic.line < before:
                self.add(diagnostic.code, diagnostic.message, diagnostic.fix,
                         line=diagnostic.line, column=diagnostic.column, level=diagnostic.level)  # fmt: skip

    def has(self, code: str) -> bool:
        """Whether a problem of this kind was found."""
        return any(diagnostic.code == code for diagnostic in self._found.values())

    @property
    def full(self) -> bool:
        """Whether so much is wrong that nobody needs to look further."""
        return len(self._found) >= _FULL

    @property
    def failed(self) -> bool:
        """Whether the file cannot be used as it is."""
        return any(diagnostic.level is Level.ERROR for diagnostic in self._found.values())

    def report(self) -> tuple[Diagnostic, ...]:
        """At most `MOST` problems in the order of the lines; errors go before warnings when it is more."""
        every = list(self._found.values())
        every.sort(key=lambda diagnostic: (diagnostic.level is not Level.ERROR, diagnostic))
        kept = sorted(every[:MOST])
        if len(every) > MOST and kept:
            note = f"{kept[-1].message.removesuffix('.')}; there are more problems in this file."
            kept[-1] = replace(kept[-1], message=note)
        return tuple(replace(diagnostic, excerpt=self._line(diagnostic.line)) for diagnostic in kept)

    def _line(self, number: int) -> str:
        """The line itself, safe to print."""
        return excerpt(self.lines[number - 1]) if 0 < number <= len(self.lines) else ""
