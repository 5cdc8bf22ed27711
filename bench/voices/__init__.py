"""Which voice is understood, and whether each keeps to its speeds: `python -m bench.voices`."""
