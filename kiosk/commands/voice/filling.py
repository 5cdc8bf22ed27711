"""Fills the render cache: makes what is missing, one file after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kiosk.speech.ready.made import Progress
from kiosk.speech.ready.order import progress_of
from kiosk.speech.ready.render_cache import RenderCache
from kiosk.speech.ready.rendered import Rendered, Wanted

TELL_EACH = 10
"""Texts after which it is told how much is made."""


def fill(
    cache: RenderCache,
    make: Callable[[Wanted], Rendered | None],
    wanted: Sequence[Wanted],
    missing: Sequence[Wanted],
    most: int,
    start: int,
    tell: Callable[[Progress], object],
) -> int:
    """Make what is `missing` of `wanted`, in this order; return how many there was no room for.

    Args:
        cache: Where it is kept; the caller keeps other writers out.
        make: Returns the sound of a text; None if the voice cannot say it.
        wanted: All that is to be kept.
        missing: What is not there yet.
        most: Bytes that the cache may take.
        start: The speed at the start, in words a minute.
        tell: Takes how much is made: at the beginning, now and then, and at the end.

    Raises OSError, SoundLibraryError, and what `make` raises.
    """
    left = dict.fromkeys(missing)
    used = cache.make_room(most, wanted)
    tell(progress_of(wanted, list(left), start))
    for number, each in enumerate(missing, 1):
        rendered = make(each)
        if rendered is not None:
            used += cache.save(each, rendered)
            if used > most:
                used = cache.make_room(most, wanted)
            if used > most:
                cache.delete(each)
                break
        del left[each]
        if number % TELL_EACH == 0:
            tell(progress_of(wanted, list(left), start))
    tell(progress_of(wanted, list(left), start))
    return len(left)
