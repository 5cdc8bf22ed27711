"""What is wrong with a file, said so that a person who is no programmer can mend it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

WHOLE_FOLDER = "."
"""The `file` of a problem that is none of one file."""


class Level(StrEnum):
    """How bad a problem is."""

    ERROR = "error"
    """The files cannot be used as they are."""
    WARNING = "warning"
    """The files can be used; somebody should look."""


@dataclass(frozen=True, order=True)
class Diagnostic:
    """One thing that is wrong, where it is, and what to do about it.

    `message` and `fix` are one sentence each, in plain words.
    """

    file: str
    """Path relative to the folder that was checked, with `/`."""
    line: int
    """1-based; 0 where the whole file is meant."""
    column: int
    """1-based; 0 where the whole line is meant."""
    code: str
    """A short stable name such as `unknown-key`."""
    message: str
    fix: str
    level: Level = Level.ERROR
    excerpt: str = ""
    """The line itself, safe to print."""

    @property
    def place(self) -> str:
        """The file and the line, as people look for them."""
        file = "the content" if self.file == WHOLE_FOLDER else self.file
        return f"{file}, line {self.line}" if self.line else file

    def as_json(self) -> dict[str, object]:
        """The fields that `check --json` promises."""
        fields = asdict(self)
        del fields["excerpt"]
        return fields


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those that keep the files from being used."""
    return tuple(diagnostic for diagnostic in diagnostics if diagnostic.level is Level.ERROR)
