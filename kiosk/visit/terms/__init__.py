"""The words of a visit: actions, keys and their names, sheets and choices, cues."""
