"""`python -m kiosk` is the same as `kiosk`."""

import contextlib
import sys


def main() -> None:
    """Starts the kiosk straight away when it is called plainly; every other call goes through the command line."""
    if sys.argv[1:] in ([], ["run"]):
        from kiosk.start import CannotStartError, start

        with contextlib.suppress(CannotStartError):  # the command line says it at length
            sys.exit(start())
    from kiosk.cli import main as command_line

    command_line(prog_name="kiosk")


if __name__ == "__main__":
    main()
