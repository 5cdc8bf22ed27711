"""Keep what a command is about to change, and go back to it."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path

import click

from kiosk.commands.content.topics import refuse
from kiosk.content.history.generations import NONE, Generation, History, HistoryError
from kiosk.content.history.going_back import finish, put_back
from kiosk.content.history.in_words import FileChange, file_changes
from kiosk.content.history.keep import is_right

_SHOWN = 6
"""Changes of one file that are listed."""
_FILES_SHOWN = 12


def opened(folder: Path, elsewhere: Mapping[str, Path] = NONE) -> History:
    """Return the history of `folder`, with the present state in it; exit with status 1 if that cannot be kept.

    Anything that a killed command has begun is finished first. `elsewhere` is as for `History.keep`.
    """
    history = History.of(folder)
    try:
        with history.held():
            if done := finish(history):
                click.echo(f"Finished first, as it was interrupted: going back to generation {done.number}.", err=True)
            history.keep("", is_right(folder), elsewhere=elsewhere)
    except (OSError, HistoryError) as error:
        refuse(f"The present state could not be kept ({_reason(error)}), so nothing was changed.")
    return history


def go_back(
    history: History, target: Generation, names: Collection[str] | None, why: str, before: Generation | None = None
) -> None:
    """Make the content what it was in `target`, or its files `names`, and print what has changed; exit if it fails.

    `before` is the content as it is now, by default the newest generation.
    """
    try:
        with history.held():
            before = before or history.last()
            known = before.elsewhere if before else {}
            elsewhere = {name: Path(each) for name, each in target.elsewhere.items() if known.get(name) == each}
            put_back(history, target, names, before)
            after = history.keep(why, is_right(history.content), elsewhere=elsewhere)
    except HistoryError as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"The files could not be written ({_reason(error)}). Nothing was changed.")
    told = file_changes(before, after) if after else []
    click.echo("\n".join(lines_about(told)) or "Nothing that patients read has changed by it.")
    if not is_right(history.content):
        click.echo("This state has an error. “check” says what to fix; until then patients see the last good copy.")


def lines_about(told: list[FileChange], most: int = _SHOWN) -> list[str]:
    """Return lines about changes, at most `most` of each file."""
    lines: list[str] = []
    for each in told[:_FILES_SHOWN]:
        lines.append(f"  {each.file}: {each.what}".rstrip(": "))
        for change in each.changes[:most]:
            before = [f"      before: {change.old}"] if change.old else []
            now = [f"      now:    {change.new}"] if change.new else []
            kind = "Changed" if before and now else "New" if now else "Taken out"
            lines += [f"    {kind}: {change.where}", *before, *now]
        if len(each.changes) > most:
            lines.append(f"    and {len(each.changes) - most} more")
    if len(told) > _FILES_SHOWN:
        lines.append(f"  and {len(told) - _FILES_SHOWN} more files")
    return lines


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def may_write(path: Path) -> bool:
    """True if the file `path` can be replaced, or made."""
    return os.access(path if path.exists() else path.parent, os.W_OK)
