"""One file as nodes, with all of its problems at once.

A line that cannot be read is reported, mended in memory and read again.
"""

import yaml

from kiosk.content.parsing.blame import blame
from kiosk.content.parsing.diagnostics import MOST, Diagnostics
from kiosk.content.parsing.node_builder import AmbiguousError, Builder, RefusedError
from kiosk.content.parsing.nodes import Value
from kiosk.content.parsing.yaml_events import Reader, position_of

_WORK = 500_000
"""Characters that are read in all attempts together; keeps a hostile file under a second."""


def compose(lines: list[str], diagnostics: Diagnostics, reader: Reader, names: frozenset[str]) -> Value | None:
    """The file's content as nodes, or None, with a problem, where nothing can be said about it.

    `names` are all names that may stand before a colon. Records problems; raises nothing.
    """
    lines = list(lines)
    repaired: set[int] = set()
    attempts = max(2, min(MOST, _WORK // (sum(map(len, lines)) + 1)))
    for _ in range(attempts):
        attempt = Diagnostics(diagnostics.file)
        try:
            root = Builder(lines, attempt).build(reader)
        except RefusedError:
            diagnostics.take(attempt)
            return None
        except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
            place = error.place if isinstance(error, AmbiguousError) else position_of(error)
            diagnostic = blame(lines, place, names)
        else:
            diagnostics.take(attempt)
            return root
        # The spaces are known to be wrong, or the line went on with a text that was put in quotes here.
        explained = diagnostic.repaired is None and (diagnostics.has("odd-space") or diagnostic.line - 1 in repaired)
        if diagnostic.line not in repaired and not explained:
            diagnostics.add_line(diagnostic)
        if diagnostic.repaired is None or diagnostic.line in repaired:
            diagnostics.take(attempt, before=diagnostic.line)
            return None
        repaired.add(diagnostic.line)
        lines[diagnostic.line - 1] = diagnostic.repaired
    return None
