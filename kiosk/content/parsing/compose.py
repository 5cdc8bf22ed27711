"""One file as nodes, with all of its problems at once.

A line that cannot be read is reported, mended in memory and read again.
"""

import yaml

from kiosk.content.parsing.blame import blame
from kiosk.content.parsing.findings import MOST, Findings
from kiosk.content.parsing.node_builder import Builder, RefusedError, UnsettledError
from kiosk.content.parsing.nodes import Value
from kiosk.content.parsing.yaml_events import Reader, trouble_of

_WORK = 500_000
"""Characters that are read in all attempts together; keeps a hostile file under a second."""


def compose(lines: list[str], findings: Findings, reader: Reader, names: frozenset[str]) -> Value | None:
    """The file's content as nodes, or None, with a problem, where nothing can be said about it.

    `names` are all names that may stand before a colon. Records problems; raises nothing.
    """
    lines = list(lines)
    mended: set[int] = set()
    attempts = max(2, min(MOST, _WORK // (sum(map(len, lines)) + 1)))
    for _ in range(attempts):
        attempt = Findings(findings.file)
        try:
            root = Builder(lines, attempt).build(reader)
        except RefusedError:
            findings.take(attempt)
            return None
        except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
            place = error.place if isinstance(error, UnsettledError) else trouble_of(error)
            fault = blame(lines, place, names)
        else:
            findings.take(attempt)
            return root
        # The spaces are known to be wrong, or the line went on with a text that was put in quotes here.
        explained = fault.mended is None and (findings.has("odd-space") or fault.line - 1 in mended)
        if fault.line not in mended and not explained:
            findings.add(fault.code, fault.message, fault.fix, line=fault.line, column=fault.column)
        if fault.mended is None or fault.line in mended:
            findings.take(attempt, before=fault.line)
            return None
        mended.add(fault.line)
        lines[fault.line - 1] = fault.mended
    return None
