"""The content of a running kiosk: changed files are used once they are complete and without errors.

The files are polled every few seconds, by their bytes: network shares send no change notifications, and their dates
can be wrong. A folder that hangs changes nothing for patients: it is looked at with a deadline.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.content.files.hashes import content_hash, wanted_of
from kiosk.content.live.deadline import Deadline
from kiosk.content.live.last_good import LastGood

if TYPE_CHECKING:
    from kiosk.content.live.at_start import AtStart
    from kiosk.content.model.library import Library
    from kiosk.content.model.word_rules import WordRule
    from kiosk.content.parsing.diagnostic import Diagnostic
    from kiosk.content.reader import Reading

POLL_S = 2.0
"""Seconds between two polls. One poll of the shipped files takes 0.3 ms of processor time, or 0.02 %."""
ANSWER_S = 30.0
"""Seconds until a folder that does not answer is reported to staff; a slow network share may need a few."""
_log = logging.getLogger(__name__)


def _read(folder: Path, spoken: Sequence[WordRule]) -> Reading:
    from kiosk.content.reader import read_content

    return read_content(folder, whole=False, spoken=spoken)


class LiveContent:
    """The content of a folder, updated by `poll`, which a thread or a test calls."""

    def __init__(
        self,
        folder: Path,
        start: AtStart,
        last_good: LastGood,
        read: Callable[[Path, Sequence[WordRule]], Reading] = _read,
        deadline: Deadline | None = None,
        answer_s: float = ANSWER_S,
    ) -> None:
        """`deadline`: the one that `content_soon` was called with, so that a call that still hangs is known."""
        self._folder = folder
        self._last_good = last_good
        self._read = read
        self._deadline = deadline or Deadline()
        self._answer_s = answer_s
        self._answers = not self._deadline.hangs
        self._seen = self._judged = start.made_from
        self._wanted = wanted_of(start.made_from)
        self._to_keep = start.made_from if not start.diagnostics else ""
        self._may_be_half = True
        self.library: Library = start.library
        """What patients see."""
        self.diagnostics: tuple[Diagnostic, ...] = start.diagnostics
        """The errors of the present files; those in words.yaml or in a further language cost no more than that."""
        self._samples: tuple[Library | None, tuple[Diagnostic, ...]] = (None, ())

    @property
    def error_count(self) -> int:
        """Number of content errors."""
        return len(self.diagnostics)

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """What staff have to fix: a folder that hangs, the errors, and what patients see that is still a sample."""
        library, samples = self._samples
        if library is not self.library:
            from kiosk.content.advice.samples import sample_diagnostics

            library = self.library
            samples = sample_diagnostics(library)
            self._samples = library, samples
        return (*self._hangs(), *self.diagnostics, *samples)

    def _hangs(self) -> tuple[Diagnostic, ...]:
        if self._answers:
            return ()
        from kiosk.content.advice.no_answer import NO_ANSWER

        return (NO_ANSWER,)

    @property
    def problem_count(self) -> int:
        """Number of `problems`, for the symbol that staff see."""
        return len(self.problems)

    def poll(self) -> Library | None:
        """Check the files once; return the new library if they have changed and can be used, else None.

        A change counts once two polls in a row, and the reading between them, find the same bytes: a file that is
        still being saved is left alone. Raises nothing, whatever is in the folder, and waits no longer than the
        deadline if it hangs.
        """
        try:
            return self._poll()
        except TimeoutError as hangs:
            if self._answers:
                _log.warning("the content folder does not answer: %s", hangs)
            self._answers = False
            return None

    def _poll(self) -> Library | None:
        seen, self._seen = self._seen, self._hash()
        if not self._answers:
            _log.warning("the content folder answers")
        self._answers = True
        if self._seen != seen or seen == self._judged:
            return None
        reading = self._deadline.call(partial(self._read, self._folder, self.library.words), self._answer_s)
        self._wanted = reading.wanted
        if self._hash() != seen:
            self._seen = ""
            return None
        self._judged = seen
        self._may_be_half = True
        from kiosk.content.parsing.diagnostic import errors

        self.diagnostics = errors(reading.diagnostics)
        if reading.library is None:
            return None
        self._last_good.save(self._folder, seen, reading.library, with_errors=bool(self.diagnostics))
        self._to_keep = "" if self.diagnostics else seen
        if reading.library == self.library:
            return None
        self.library = reading.library
        return self.library

    def keep(self) -> None:
        """Keep the files as a generation, once for each right state; for a thread that nothing waits for.

        What a killed command has begun to put back is finished first. Raises nothing: a full disk, or a folder that may
        not be written or hangs, costs no more than the generation.
        """
        made_from, self._to_keep = self._to_keep, ""
        may_be_half, self._may_be_half = self._may_be_half, False
        if not made_from and not may_be_half:
            return
        from kiosk.content.history.generations import HistoryError

        with suppress(OSError, HistoryError, TimeoutError):
            self._deadline.call(partial(self._keep, made_from), self._answer_s)

    def _keep(self, made_from: str) -> None:
        from kiosk.content.history.generations import History
        from kiosk.content.history.going_back import finish

        history = History(self._folder, self._last_good.folder)
        finish(history)
        if made_from:
            history.keep(still=lambda: content_hash(self._folder, self._wanted) == made_from)

    def _hash(self) -> str:
        return self._deadline.call(partial(content_hash, self._folder, self._wanted), self._answer_s)
