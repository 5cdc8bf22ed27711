"""An error or a warning in a file, in words that let somebody who is no programmer fix it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

WHOLE_FOLDER = "."
"""The `file` of a diagnostic about the folder as a whole."""


class Level(StrEnum):
    """How serious a diagnostic is."""

    ERROR = "error"
    """The files cannot be used as they are."""
    WARNING = "warning"
    """The files can be used, but staff should look."""


@dataclass(frozen=True, order=True)
class Diagnostic:
    """What is wrong, where, and how to fix it: `message` and `fix` are one plain sentence each."""

    file: str
    """Path relative to the folder that was checked, with `/`."""
    line: int
    """1-based; 0 for the whole file."""
    column: int
    """1-based; 0 for the whole line."""
    code: str
    """A short stable name such as `unknown-key`."""
    message: str
    fix: str
    level: Level = Level.ERROR
    excerpt: str = ""
    """The line itself, safe to print."""

    @property
    def place(self) -> str:
        """The file and the line, for people."""
        file = "the content" if self.file == WHOLE_FOLDER else self.file
        return f"{file}, line {self.line}" if self.line else file

    def as_json(self) -> dict[str, object]:
        """Return the fields that `check --json` promises."""
        fields = asdict(self)
        del fields["excerpt"]
        return fields


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the errors, which prevent the files from being used."""
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.level is Level.ERROR)
