"""Builds the kiosk's own Python beside the one that is in use, proves it, and puts it in its place.

Imports only the standard library, since it runs before there is anything else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from kiosk.startup import environment as own
from kiosk.startup.packages import clean_variables, explain

PROOF = "import _cffi_backend, kiosk.startup.start, kiosk.ui.app, kiosk.content.reader"
"""What a new environment must be able to do: load the app, and a part that is machine code."""
LOADED = """
import importlib, os, pkgutil, sys
import kiosk
for each in pkgutil.walk_packages(kiosk.__path__, "kiosk."):
    if not each.name.endswith("__main__"):
        try:
            importlib.import_module(each.name)
        except (Exception, SystemExit):
            pass  # it needs parts of another kind of environment
for each in list(sys.modules.values()):
    if getattr(each, "__file__", None):
        print(os.path.realpath(each.__file__))
"""
"""Prints the files that the app and the commands load before they do anything."""


@contextmanager
def folder_lock() -> Iterator[None]:
    """Hold the lock of the kiosk's folder, and wait for another start that holds it, be it another user's.

    Where it can be neither written nor read, as on a disk that is read-only, nothing can be built either: then there is
    nothing to hold.
    """
    file = None
    for mode in ("ab", "rb"):  # another user's can still be read
        with suppress(OSError):
            file = open(os.path.join(own.ROOT, ".venv.lock"), mode)  # noqa: SIM115 - closed below
            break
    if file is None:
        yield
        return
    with file:
        with suppress(OSError):
            os.chmod(file.name, 0o644)
        if os.name == "posix":
            import fcntl

            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                own._say("The kiosk is being set up by another start; waiting for it …")
                fcntl.flock(file, fcntl.LOCK_EX)
            except OSError:
                pass  # a share without locks
        yield


def cannot_build(kind: str, small: bool) -> str:
    """Make the environment, and put it in the place of the present one.

    Returns one sentence on why it cannot be made; empty if it was. Then the present one is as it was.
    """
    own._say("The first start: making the kiosk's own Python in .venv …")
    before = os.umask(0o022)  # the kiosk may run as another user, who must be able to read it
    try:
        return _build(kind, small)
    except OSError as error:
        return (
            f"The kiosk cannot be set up in {own.FOLDER}: {error.strerror}. Make the folder writable and start again."
        )
    finally:
        os.umask(before)
        shutil.rmtree(own.BESIDE, ignore_errors=True)


def _build(kind: str, small: bool) -> str:
    try:
        import ensurepip  # noqa: F401 - only to see if it exists
        import venv
    except ImportError:
        return (
            "Python's venv module is missing: install it (on Debian and Ubuntu: apt install python3-venv) "
            "and start the kiosk again."
        )
    new = own.BESIDE
    python = os.path.join(new, *own._PYTHON)
    wanted = own._wanted(own.LOCKS[kind])  # before anything is fetched: a lock may change meanwhile
    shutil.rmtree(new, ignore_errors=True)
    try:
        venv.EnvBuilder(symlinks=os.name != "nt").create(new)
        _call(python, "-m", "ensurepip", "--default-pip")
    except (subprocess.CalledProcessError, ValueError) as error:
        return f"Python's venv module does not work here ({error}): install it and start the kiosk again."
    if output := own._install(python, own.LOCKS[kind]):
        return explain(output)
    _point_to_root(new)
    if fault := prove(python, own.ROOT):
        return explain(fault)
    compile_kiosk(python, own.ROOT)
    if small:
        own._write_stamp("small", b"", new)
    else:
        own._install_natural(python, new)
    list_files(new, python)
    own._write_stamp(kind, wanted, new)
    _rename_in_scripts(new, own.FOLDER)
    _swap(new, own.FOLDER, own.BEFORE)
    return ""


def prove(python: str, root: str) -> str:
    """Return an empty text if this Python can load the kiosk, else what it printed."""
    try:
        done = _call(python, "-c", PROOF, cwd=root, check=False)
    except OSError as error:
        return f"ERROR: {error}"
    lines = done.stdout.strip().splitlines() or ["Python failed"]
    return "" if done.returncode == 0 else f"{done.stdout}\nERROR: {lines[-1]}"


def compile_kiosk(python: str, root: str) -> None:
    """Compile the kiosk itself, which else happens at each start where Python may not write beside the sources."""
    _call(python, "-m", "compileall", "-q", os.path.join(root, "kiosk"), check=False)


def go_back(folder: str, before: str) -> None:
    """Put the former environment back in its place, if there is none. On a read-only disk it stays where it is."""
    if not os.path.lexists(folder) and os.path.isdir(before):
        with suppress(OSError):
            os.rename(before, folder)


def _swap(new: str, folder: str, before: str) -> None:
    """Put `new` in the place of `folder`, once every byte of it is on the disk."""
    if hasattr(os, "sync"):
        os.sync()
    _remove(before)
    if os.path.lexists(folder):
        os.rename(folder, before)
    os.rename(new, folder)
    if hasattr(os, "sync"):
        os.sync()
    _remove(before)


def _remove(folder: str) -> None:
    if os.path.islink(folder):
        os.unlink(folder)  # what it leads to is somebody else's
    else:
        shutil.rmtree(folder, ignore_errors=True)


def _call(python: str, *arguments: str, cwd: str | None = None, check: bool = True) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (python, "-I", *arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=check,
        cwd=cwd or own.ROOT,
        env=clean_variables(os.environ),
    )


def _packages(folder: str) -> str:
    scheme = "nt" if os.name == "nt" else "posix_prefix"
    return sysconfig.get_path("purelib", scheme, vars={"base": folder, "platbase": folder})


def _point_to_root(folder: str) -> None:
    """Let the environment's Python find the `kiosk` package by a relative path, so the whole folder may be moved."""
    packages = _packages(folder)
    with open(os.path.join(packages, "kiosk.pth"), "w", encoding="utf-8") as file:
        file.write(os.path.relpath(own.ROOT, packages) + "\n")


def list_files(folder: str, python: str) -> None:
    """Write down the files of all packages, so that it can be seen that one is lost or cut off.

    First those that `python`, the environment's own, loads at a start.
    """
    packages = os.path.realpath(_packages(folder))
    loaded = set(_call(python, "-c", LOADED, check=False).stdout.splitlines())
    first: list[str] = []
    others: list[str] = []
    for place, folders, names in os.walk(packages):
        folders[:] = sorted(each for each in folders if each not in ("__pycache__", "pip"))
        for name in sorted(names):
            path = os.path.join(place, name)
            if not os.path.islink(path):
                needed = path in loaded or name.endswith(".pth")
                line = f"{os.path.getsize(path)} {os.path.relpath(path, packages)}"
                (first if needed else others).append(line)
    listed = os.path.join(folder, own.FILES)
    with open(listed + ".part", "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write("\n".join((os.path.relpath(packages, os.path.realpath(folder)), *first, "", *others, "")))
    os.replace(listed + ".part", listed)


def _rename_in_scripts(folder: str, final: str) -> None:
    """Name the final place in the programs of the environment, which begin with the path of its Python."""
    scripts = os.path.dirname(os.path.join(folder, *own._PYTHON))
    for name in [*(os.path.join(scripts, each) for each in os.listdir(scripts)), os.path.join(folder, "pyvenv.cfg")]:
        if os.path.islink(name) or not os.path.isfile(name):
            continue
        with suppress(UnicodeDecodeError), open(name, "r+", encoding="utf-8", newline="") as file:
            text = file.read()
            if folder in text:
                file.seek(0)
                file.truncate()
                file.write(text.replace(folder, final))
