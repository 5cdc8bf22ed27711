"""Write into `particulars.yaml` who made sure of the clinic's name and numbers."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.content.approval.edit_block import quoted
from kiosk.content.files.particulars_file import Confirmation, Particular

_HEAD = """\
# Who made sure that the name and the numbers in clinic.yaml are right, and when. The kiosk writes this file: run
# "approve --clinic". Please do not fill it in by hand. Once clinic.yaml has another number, its part here is void.
confirmed:
"""


def record(present: Iterable[Particular], confirmations: Iterable[Confirmation]) -> bytes:
    """Return the file with the newest confirmation of each particular; those of earlier numbers are left out."""
    newest = {(each.what, each.words): each for each in confirmations}
    kept = [newest[each] for each in present if each in newest]
    parts = [
        f"  - what: {each.what}\n    words: {quoted(each.words)}\n    by: {quoted(each.by)}\n    day: {each.day}\n"
        for each in kept
    ]
    return (_HEAD + "".join(parts)).encode("utf-8")
