"""Runs in a terminal: writes every byte that arrives, and the size of the window, to the file that it is given.

First it writes what is in `SAY`, such as a question to the terminal.
"""

import json
import os
import select
import sys
import termios
import time
import tty

ALTERNATE = b"\x1b[?1049h"


def main() -> None:
    """Until the terminal has gone."""
    tty.setraw(0)
    os.write(1, ALTERNATE + os.environ.get("SAY", "").encode("latin-1"))
    with open(sys.argv[1], "a", buffering=1, encoding="utf-8") as log:
        while True:
            ready, _, _ = select.select([0], [], [], 0.1)
            data = os.read(0, 4096) if ready else b""
            if ready and not data:
                return
            size = list(os.get_terminal_size())
            log.write(json.dumps({"at": time.monotonic(), "bytes": data.decode("latin-1"), "size": size}) + "\n")


if __name__ == "__main__":
    try:
        main()
    except (OSError, termios.error):
        sys.exit(0)
