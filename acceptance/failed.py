"""A step that has not seen what it should."""


class StepFailedError(Exception):
    """Its text says in plain words what was expected, and what was there instead."""
