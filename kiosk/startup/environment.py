"""Creates the kiosk's own Python environment: `.venv` beside `run_kiosk.py`, from hash-checked locks.

It runs at every start, so it imports only the standard library, and little of that until there is work to do.
`python -m kiosk.startup.environment test` adds the test tools to the environment, `… fleet` the parts for receiving
content. The natural voice is an addition to any of them: the kiosk also starts where it cannot be installed, or is
left out with SMALL.

No environment is emptied first: the new one is built beside it, proved, and takes its place by renaming. So whatever
cuts off an update, the old one is there. Where no new one can be made, the old one is used as it is.
"""

import os
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, ".venv")
LOCKS = {
    "run": ("requirements.lock",),
    "fleet": ("requirements.lock", "requirements-fleet.lock"),
    "test": ("requirements.lock", "requirements-test.lock"),
}
"""Locks for running, for also receiving content, and for testing. Each includes those above it."""
NATURAL = "requirements-natural.lock"
"""The lock of the natural voice."""
SMALL = "--small"
"""The option that leaves it out, from then on."""
BESIDE, BEFORE = FOLDER + ".part", FOLDER + ".old"
"""The environment while it is built, and the one that it replaces, for the moment between two renames."""
FILES = "kiosk-files.txt"
"""In the environment: the folder of its packages, then a line for each file in there, with its size and path. Before an
empty line are those that each start looks at, since it needs them; all are looked at after the first page."""
_PYTHON = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
PYTHON = os.path.join(FOLDER, *_PYTHON)


def ready_python(kind: str = "run", small: bool = False) -> str:
    """Return the path of a Python with everything that `kind` needs; create it if missing, damaged or out of date.

    `small` leaves the natural voice out, now and at later starts.

    Ends the program with one sentence if it cannot be created or Ctrl+C is pressed.
    """
    try:
        if not os.path.lexists(FOLDER):
            _go_back()
        left_out = _is_small()
        if not _is_ready(kind) or (small and not left_out):
            # If the old environment held more, install that again too.
            _make(
                next(each for each in reversed(LOCKS) if each == kind or os.path.exists(_stamp(each))),
                small or left_out,
            )
        elif not left_out and not _has_stamp("natural", (NATURAL,)):
            _add_natural()
    except KeyboardInterrupt:
        _say("The first start was stopped. Call it again.", last=True)
        sys.exit(130)  # the shell's status for an end by Ctrl+C
    return PYTHON


def add(lock: str, what: str) -> str:
    """Install the packages of one more lock into the environment that exists.

    Returns why they could not be installed, in one sentence; empty if they were.
    """
    from kiosk.startup.building import folder_lock, list_files
    from kiosk.startup.packages import explain

    with folder_lock():
        if output := _install(PYTHON, (lock,), what):
            return explain(output)
        list_files(FOLDER, PYTHON)
        return ""


def note_damage() -> bool:
    """Look at every file of the environment, if this program runs in it. Return True if one is lost or cut off.

    That is noted, so that the next start makes the environment again. It takes some 10 ms, thus not at the start.
    """
    if os.path.realpath(sys.prefix) != os.path.realpath(FOLDER) or _is_whole(every=True):
        return False
    from contextlib import suppress

    with suppress(OSError):  # as where it is another user's
        _write_stamp("damaged", b"")
    return True


def _stamp(kind: str, folder: str = "") -> str:
    return os.path.join(folder or FOLDER, f"kiosk-{kind}.stamp")


def _wanted(locks: "tuple[str, ...]") -> bytes:
    """Return the contents of a stamp: the Python version and the locks that were installed, or tried."""
    parts = [f"{sys.version_info[0]}.{sys.version_info[1]}".encode()]
    for name in locks:
        with open(os.path.join(ROOT, name), "rb") as file:
            parts.append(file.read())
    return b"\n".join(parts)


def _kinds(kind: str) -> "list[str]":
    """Return the kinds of environment that have everything that `kind` needs."""
    kinds = list(LOCKS)
    return kinds[kinds.index(kind) :]


def _is_ready(kind: str) -> bool:
    """Return True if a complete environment for these locks exists, or one that includes them."""
    return (
        any(_has_stamp(each, LOCKS[each]) for each in _kinds(kind))
        and _is_whole()
        and not os.path.exists(_stamp("damaged"))
    )


def _is_whole(every: bool = False) -> bool:
    """Return True if the environment's Python is there, and the files that a start needs, none cut off or emptied.

    `every`: the other files too. An environment without a list of its files, from an older kiosk, is taken for whole.
    """
    try:
        if not os.path.exists(PYTHON) or not os.stat(os.path.join(FOLDER, "pyvenv.cfg")).st_size:
            return False
        with open(os.path.join(FOLDER, FILES), "rb") as file:
            listed = file.read()
        packages, *lines = (listed if every else listed.partition(b"\n\n")[0]).split(b"\n")
        within, stat = os.path.join(os.fsencode(FOLDER), packages, b""), os.stat
        for line in lines:
            if line:
                size, path = line.split(b" ", 1)
                if stat(within + path).st_size != int(size):
                    return False
    except FileNotFoundError as missing:
        return str(missing.filename).endswith(FILES)
    except (OSError, ValueError):
        return False
    return bool(lines)


def _has_stamp(name: str, locks: "tuple[str, ...]") -> bool:
    try:
        with open(_stamp(name), "rb") as file:
            return file.read() == _wanted(locks)
    except OSError:
        return False


def _is_small() -> bool:
    """Return True if the natural voice was left out on request."""
    return os.path.exists(_stamp("small"))


def _write_stamp(name: str, content: bytes, folder: str = "") -> None:
    with open(_stamp(name, folder), "wb") as file:
        file.write(content)


def _go_back() -> None:
    """Put the former environment back in its place, if a start was cut off between its two renames."""
    from kiosk.startup.building import folder_lock, go_back

    if os.path.isdir(BEFORE):
        with folder_lock():  # or another start is between them just now
            go_back(FOLDER, BEFORE)


def _make(kind: str, small: bool = False) -> None:
    """Create the environment, or keep the present one where that cannot be done. Two starts wait for each other."""
    from kiosk.startup.building import cannot_build, folder_lock, prove

    with folder_lock():
        if _is_ready(kind) and small == _is_small():
            return
        fault = cannot_build(kind, small)
        if not fault:
            _say("The kiosk is set up.", last=True)
        elif _may_be_used(kind) and not prove(PYTHON, ROOT):
            _say(f"{fault} Until then, the kiosk starts with the parts of before.", last=True)
        else:
            sys.exit("\n" + fault)


def _may_be_used(kind: str) -> bool:
    """Return True if the environment is whole and was made for `kind` and this Python, though from other locks."""
    version = _wanted(())
    for each in _kinds(kind):
        try:
            with open(_stamp(each), "rb") as file:
                if file.read().split(b"\n", 1)[0] == version:
                    return _is_whole()
        except OSError:
            continue
    return False


def _add_natural() -> None:
    """Install the natural voice into the environment that exists, where that can be written."""
    if not (os.access(ROOT, os.W_OK) and os.access(FOLDER, os.W_OK)):
        return  # whoever may write there is the one to do it
    from kiosk.startup.building import folder_lock, list_files

    with folder_lock():
        try:
            if not _has_stamp("natural", (NATURAL,)):
                _install_natural()
                list_files(FOLDER, PYTHON)
                _say("The kiosk is set up.", last=True)
        except OSError as error:
            _say(_without_natural(str(error.strerror)), last=True)


def _install_natural(python: str = "", folder: str = "") -> None:
    """Install the natural voice; where that fails, say so in one sentence, and that is settled for this lock."""
    wanted = _wanted((NATURAL,))
    if output := _install(python or PYTHON, (NATURAL,), "the natural voice (120 MB), "):
        from kiosk.startup.packages import why_not

        _say(_without_natural(why_not(output)), last=True)
    _write_stamp("natural", wanted, folder)


def _without_natural(why: str) -> str:
    return (
        f"The natural voice could not be installed ({why}), so eSpeak NG speaks. "
        "To try again, delete the folder .venv and start the kiosk."
    )


def _install(python: str, locks: "tuple[str, ...]", what: str = "") -> str:
    from kiosk.startup.packages import install

    return install(python, ROOT, locks, _say, what)


def _say(text: str, last: bool = False) -> None:
    """Show progress: in one line on a terminal, else a line each."""
    if sys.stderr is None:
        return
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K" + text + ("\n" if last else ""))
    else:
        sys.stderr.write(text + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.path.insert(0, ROOT)  # for `python3 -I` with the path of this file
    names = [each for each in sys.argv[1:] if each != SMALL]
    ready_python(names[0] if names else "run", small=SMALL in sys.argv)
