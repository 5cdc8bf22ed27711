"""One visit after the other: where the visitor is, what was set, who is gone."""
