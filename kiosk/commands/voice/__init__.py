"""Commands for the voice: say, render, voices."""
