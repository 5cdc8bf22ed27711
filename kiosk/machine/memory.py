"""Protect the memory of processes that know something about a visit."""

from contextlib import suppress

PR_SET_DUMPABLE = 4
"""See prctl(2)."""


def block_memory_reads() -> None:
    """Stop other programs of the same user from reading this process's memory, and prevent core dumps.

    It ends when the process executes another program, so each program calls it. Linux only; takes 5 ms.
    """
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
