"""One visit after the other: place, settings, presence of the visitor."""
