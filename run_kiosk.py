#!/usr/bin/env python3
"""Starts the kiosk; on the first run it sets itself up in `.venv` beside this file.

Written so plainly that even a very old Python can parse it and print which version is needed.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    """Hand over to the kiosk's own Python, after creating it if it is missing."""
    if sys.version_info < (3, 11):  # noqa: UP036
        sys.exit(
            "The kiosk needs Python 3.11 or newer; this is Python %d.%d. "  # noqa: UP031
            "Install a newer Python and start it with that one." % sys.version_info[:2]
        )
    # -I: without anybody's PYTHONPATH, PYTHONSTARTUP, user folder of packages and the like.
    if sys.executable and not sys.flags.isolated and any(name.startswith("PYTHON") for name in os.environ):
        hand_over([sys.executable, "-I", os.path.join(HERE, "run_kiosk.py")] + sys.argv[1:])  # noqa: RUF005
    sys.path.insert(0, HERE)
    from kiosk.startup.environment import SMALL, ready_python

    arguments = [each for each in sys.argv[1:] if each != SMALL]
    python = ready_python(small=SMALL in sys.argv)
    hand_over([python, "-I", "-m", "kiosk"] + arguments)  # noqa: RUF005


def hand_over(command):
    """Run another program in the place of this one."""
    if os.name == "posix":
        os.execv(command[0], command)
    import subprocess

    sys.exit(subprocess.call(command))


if __name__ == "__main__":
    main()
