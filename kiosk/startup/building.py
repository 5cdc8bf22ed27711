"""Builds the kiosk's own Python beside the one that is in use, proves it, and puts it in its place.

Imports only the standard library, since it runs before there is anything else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from contextlib import suppress

from kiosk.startup import environment as own
from kiosk.startup.packages import clean_variables, explain

PROOF = "import _cffi_backend, kiosk.startup.start, kiosk.ui.app, kiosk.content.reader"
"""What a new environment must be able to do: load the app, and a part that is machine code."""


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
    _list_files(new)
    compile_kiosk(python, own.ROOT)
    if small:
        own._write_stamp("small", b"", new)
    else:
        own._install_natural(python, new)
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
    """Put the former environment back in its place, if a start was cut off between the two renames."""
    if not os.path.lexists(folder) and os.path.isdir(before):
        os.rename(before, folder)


def _swap(new: str, folder: str, before: str) -> None:
    """Put `new` in the place of `folder`, once every byte of it is on the disk."""
    if hasattr(os, "sync"):
        os.sync()
    shutil.rmtree(before, ignore_errors=True)
    if os.path.islink(folder):
        os.unlink(folder)  # what it leads to is somebody else's
    elif os.path.exists(folder):
        os.rename(folder, before)
    os.rename(new, folder)
    if hasattr(os, "sync"):
        os.sync()
    shutil.rmtree(before, ignore_errors=True)


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


def _list_files(folder: str) -> None:
    """Write down the files of all packages, so that a start can see that one is lost or cut off."""
    packages = _packages(folder)
    lines = [os.path.relpath(packages, folder)]
    for place, folders, names in os.walk(packages):
        folders[:] = [each for each in folders if each not in ("__pycache__", "pip")]
        for name in names:
            if name.endswith((".py", ".so", ".pyd", ".dll", ".pth")):
                path = os.path.join(place, name)
                lines.append(f"{os.path.getsize(path)} {os.path.relpath(path, packages)}")
    with open(os.path.join(folder, own.FILES), "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


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
