"""The exceptions that a damaged model of a neural voice may raise."""

from __future__ import annotations

import importlib
from typing import Any


def model_faults() -> tuple[type[Exception], ...]:
    """The exceptions of onnxruntime, which have no common class of their own, and those of reading a file."""
    state: Any = importlib.import_module("onnxruntime.capi.onnxruntime_pybind11_state")
    own = (each for each in vars(state).values() if isinstance(each, type) and issubclass(each, Exception))
    return (*own, OSError, ValueError, KeyError, TypeError, RuntimeError)
