"""The start: Python environment, supervisor, the app with all its parts."""
