"""One file as nodes, with all of its errors at once.

A line that cannot be read is reported, repaired in memory and read again.
"""

import yaml

from kiosk.content.parsing.blame import blame
from kiosk.content.parsing.diagnostics import MOST, Diagnostics
from kiosk.content.parsing.node_builder import AmbiguousError, Builder, RefusedError
from kiosk.content.parsing.nodes import Value
from kiosk.content.parsing.yaml_events import Reader, position_of

_WORK = 500_000
"""Characters read in all attempts together; keeps a hostile file under a second."""


def compose(lines: list[str], diagnostics: Diagnostics, reader: Reader, names: frozenset[str]) -> Value | None:
    """Return the file as nodes, or None with an error if it cannot be read.

    `names` are all names allowed before a colon. Records diagnostics; raises nothing.
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
        # Reported already: odd spaces, or the text of the line above, which was put in quotes here and goes on below.
        explained = diagnostic.repaired is None and (diagnostics.has("odd-space") or diagnostic.line - 1 in repaired)
        if diagnostic.line not in repaired and not explained:
            diagnostics.add_line(diagnostic)
        if diagnostic.repaired is None or diagnostic.line in repaired:
            diagnostics.take(attempt, before=diagnostic.line)
            return None
        repaired.add(diagnostic.line)
        lines[diagnostic.line - 1] = diagnostic.repaired
    return None
