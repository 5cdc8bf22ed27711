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

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself is not loaded at every start
    from typing import IO

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
"""In the environment: the folder of its packages, then a line for each file in there, with its size and path."""
_PYTHON = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
PYTHON = os.path.join(FOLDER, *_PYTHON)


def ready_python(kind: str = "run", small: bool = False) -> str:
    """Return the path of a Python with everything that `kind` needs; create it if missing, damaged or out of date.

    `small` leaves the natural voice out, now and at later starts.

    Ends the program with one sentence if it cannot be created or Ctrl+C is pressed.
    """
    left_out = _is_small()
    try:
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
    from kiosk.startup.packages import explain

    held = _lock_folder()
    try:
        output = _install(PYTHON, (lock,), what)
        return explain(output) if output else ""
    finally:
        held.close()


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
    return any(_has_stamp(each, LOCKS[each]) for each in _kinds(kind)) and _is_whole()


def _is_whole() -> bool:
    """Return True if the environment's Python and all files of its packages are there, none of them cut off or emptied.

    An environment without a list of its files, from an older kiosk, is taken for whole.
    """
    try:
        if not os.path.exists(PYTHON) or not os.stat(os.path.join(FOLDER, "pyvenv.cfg")).st_size:
            return False
        with open(os.path.join(FOLDER, FILES), encoding="utf-8") as file:
            packages, *lines = file.read().splitlines()
        within, stat = os.path.join(FOLDER, packages, ""), os.stat
        for line in lines:
            size, path = line.split(" ", 1)
            if stat(within + path).st_size != int(size):
                return False
    except FileNotFoundError as missing:
        return str(missing.filename).endswith(FILES)
    except (OSError, ValueError):
        return False
    return True


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


def _make(kind: str, small: bool = False) -> None:
    """Create the environment, or keep the present one where that cannot be done. Two starts wait for each other."""
    from kiosk.startup.building import cannot_build, go_back, prove

    lock = _lock_folder()
    try:
        go_back(FOLDER, BEFORE)
        if _is_ready(kind) and small == _is_small():
            return
        fault = cannot_build(kind, small)
        if not fault:
            _say("The kiosk is set up.", last=True)
        elif _may_be_used(kind) and not prove(PYTHON, ROOT):
            _say(f"{fault} Until then, the kiosk starts with the parts of before.", last=True)
        else:
            sys.exit("\n" + fault)
    finally:
        lock.close()


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
    lock = _lock_folder()
    try:
        if not _has_stamp("natural", (NATURAL,)):
            _install_natural()
            _say("The kiosk is set up.", last=True)
    except OSError as error:
        _say(_without_natural(str(error.strerror)), last=True)
    finally:
        lock.close()


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


def _lock_folder() -> "IO[bytes]":
    """Return an open file that holds a lock until it is closed."""
    path = os.path.join(ROOT, ".venv.lock")
    file: IO[bytes]
    try:
        try:
            file = open(path, "ab")  # noqa: SIM115 - closed by the caller
            os.chmod(path, 0o644)
        except PermissionError:
            file = open(path, "rb")  # noqa: SIM115 - another user's, who may be setting up the kiosk now
    except OSError as error:
        sys.exit(f"The kiosk cannot be set up in {ROOT}: {error.strerror}. Make the folder writable and start again.")
    if os.name == "posix":
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            _say("The kiosk is being set up by another start; waiting for it …")
            fcntl.flock(file, fcntl.LOCK_EX)
    return file


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
