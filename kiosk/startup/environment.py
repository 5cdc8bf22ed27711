"""Creates the kiosk's own Python environment: `.venv` beside `run_kiosk.py`, from hash-checked locks.

It runs at every start, so it imports only the standard library, and little of that until there is work to do.
`python -m kiosk.startup.environment test` adds the test tools to the environment, `… fleet` the parts for receiving
content. The natural voice is an addition to any of them: the kiosk also starts where it cannot be installed, or is
left out with SMALL.
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
PYTHON = os.path.join(FOLDER, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))


def ready_python(kind: str = "run", small: bool = False) -> str:
    """Return the path of a Python with everything that `kind` needs; create it if missing or out of date.

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
    held = _lock_folder()
    try:
        output = _install((lock,), what)
        return _explain(output) if output else ""
    finally:
        held.close()


def _stamp(kind: str) -> str:
    return os.path.join(FOLDER, f"kiosk-{kind}.stamp")


def _wanted(locks: "tuple[str, ...]") -> bytes:
    """Return the contents of a stamp: the Python version and the locks that were installed, or tried."""
    parts = [f"{sys.version_info[0]}.{sys.version_info[1]}".encode()]
    for name in locks:
        with open(os.path.join(ROOT, name), "rb") as file:
            parts.append(file.read())
    return b"\n".join(parts)


def _is_ready(kind: str) -> bool:
    """Return True if a complete environment for these locks exists, or one that includes them."""
    kinds = list(LOCKS)
    return any(_has_stamp(each, LOCKS[each]) for each in kinds[kinds.index(kind) :]) and os.path.exists(PYTHON)


def _has_stamp(name: str, locks: "tuple[str, ...]") -> bool:
    try:
        with open(_stamp(name), "rb") as file:
            return file.read() == _wanted(locks)
    except OSError:
        return False


def _is_small() -> bool:
    """Return True if the natural voice was left out on request."""
    return os.path.exists(_stamp("small"))


def _write_stamp(name: str, content: bytes) -> None:
    with open(_stamp(name), "wb") as file:
        file.write(content)


def _make(kind: str, small: bool = False) -> None:
    """Create the environment. Two starts at the same time wait for each other."""
    try:
        import ensurepip  # noqa: F401 - only to see if it exists
        import venv
    except ImportError:
        sys.exit(
            "Python's venv module is missing: install it (on Debian and Ubuntu: apt install python3-venv) "
            "and start the kiosk again."
        )
    lock = _lock_folder()
    try:
        if _is_ready(kind) and small == _is_small():
            return
        _say("The first start: making the kiosk's own Python in .venv …")
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(FOLDER)
        if output := _install(LOCKS[kind]):
            sys.exit("\n" + _explain(output))
        _point_to_root()
        _compile()
        if small:
            _write_stamp("small", b"")
        else:
            _install_natural()
        _write_stamp(kind, _wanted(LOCKS[kind]))
        _say("The kiosk is set up.", last=True)
    except OSError as error:
        sys.exit(
            f"\nThe kiosk cannot be set up in {FOLDER}: {error.strerror}. Make the folder writable and start again."
        )
    except Exception as error:  # noqa: BLE001 - venv reports a broken ensurepip in many ways
        sys.exit(f"\nPython's venv module does not work here ({error}): install it and start the kiosk again.")
    finally:
        lock.close()


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


def _install_natural() -> None:
    """Install the natural voice; where that fails, say so in one sentence, and that is settled for this lock."""
    if output := _install((NATURAL,), "the natural voice (120 MB), "):
        _say(_without_natural(_why_not(output)), last=True)
    _write_stamp("natural", _wanted((NATURAL,)))


def _without_natural(why: str) -> str:
    return (
        f"The natural voice could not be installed ({why}), so eSpeak NG speaks. "
        "To try again, delete the folder .venv and start the kiosk."
    )


def _lock_folder() -> "IO[str]":
    """Return an open file that holds a lock until it is closed."""
    try:
        file = open(os.path.join(ROOT, ".venv.lock"), "w")  # noqa: SIM115 - closed by the caller
    except OSError as error:
        sys.exit(f"The kiosk cannot be set up in {ROOT}: {error.strerror}. Make the folder writable and start again.")
    if os.name == "posix":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)
    return file


def _install(locks: "tuple[str, ...]", what: str = "") -> str:
    """Install the packages of the locks, checked against their hashes, and show progress: fetching `what`, part 1 of 9.

    Returns what pip printed if it failed, else nothing.
    """
    import re
    import subprocess

    command = [
        PYTHON,
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--no-input",
        "--progress-bar=off",
    ]
    command += ["--require-hashes", "--no-deps", "--only-binary=:all:"]
    parts: set[str] = set()
    for name in locks:
        path = os.path.join(ROOT, name)
        command += ["-r", path]
        with open(path, encoding="utf-8") as file:
            parts.update(re.findall(r"(?m)^([A-Za-z0-9._-]+)==", file.read()))
    pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    assert pip.stdout is not None
    found = 0
    output = []
    try:
        for line in pip.stdout:
            output.append(line)
            if line.startswith(("Collecting ", "Processing ", "Ignoring ")):
                found = min(found + 1, len(parts))
                _say(f"The first start: fetching {what}part {found} of {len(parts)} …")
            elif line.startswith("Installing collected"):
                _say(f"The first start: installing {what.rstrip(', ')} …".replace("  ", " "))
        failed = pip.wait() != 0
    finally:
        if pip.poll() is None:  # stopped by Ctrl+C, or stderr is closed
            pip.kill()
            pip.wait()
    return "".join(output) or "pip failed" if failed else ""


def _explain(output: str) -> str:
    """Return one sentence for pip's output."""
    if "THESE PACKAGES DO NOT MATCH THE HASHES" in output:
        return (
            "A downloaded part is not the one that was reviewed (its hash differs), so it was not installed: "
            "try again, and if it happens again, tell whoever maintains the kiosk."
        )
    if "No space left" in output:
        return "The disk is full: free 150 MB and start the kiosk again."
    if "CERTIFICATE_VERIFY_FAILED" in output:
        return (
            "The parts of the kiosk could not be fetched, because the server's certificate is not trusted: set this "
            "machine's clock, or name your network's own certificates in /etc/pip.conf (cert = …), and start again."
        )
    no_network = (
        "NewConnectionError",
        "ConnectTimeout",
        "Name or service",
        "name resolution",
        "ProxyError",
        "SSLError",
    )
    if any(sign in output for sign in no_network) or "Could not find a version" in output:
        return (
            "The parts of the kiosk could not be fetched: connect this machine to the internet for its first "
            "start, and start the kiosk again."
        )
    last = [line.strip() for line in output.splitlines() if line.startswith("ERROR")]
    return f"The parts of the kiosk could not be installed: {last[-1] if last else 'pip failed'}"


def _why_not(output: str) -> str:
    """Return a few words for pip's output, when the natural voice was to be installed."""
    reasons = {
        "THESE PACKAGES DO NOT MATCH THE HASHES": "a downloaded part is not the one that was reviewed",
        "No space left": "the disk is full",
        "ConnectTimeout": "no network",
        "NewConnectionError": "no network",
        "No matching distribution": "there are no parts for this machine and this Python",
    }
    return next((reason for sign, reason in reasons.items() if sign in output), "pip failed")


def _point_to_root() -> None:
    """Let the environment's Python find the `kiosk` package by a relative path, so the whole folder may be moved."""
    import sysconfig

    scheme = "nt" if os.name == "nt" else "posix_prefix"
    packages = sysconfig.get_path("purelib", scheme, vars={"base": FOLDER, "platbase": FOLDER})
    with open(os.path.join(packages, "kiosk.pth"), "w", encoding="utf-8") as file:
        file.write(os.path.relpath(ROOT, packages) + "\n")


def _compile() -> None:
    """Compile the kiosk itself, which else happens at each start where Python may not write beside the sources."""
    import subprocess

    subprocess.call([PYTHON, "-m", "compileall", "-q", os.path.join(ROOT, "kiosk")], stdout=subprocess.DEVNULL)


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
    names = [each for each in sys.argv[1:] if each != SMALL]
    ready_python(names[0] if names else "run", small=SMALL in sys.argv)
