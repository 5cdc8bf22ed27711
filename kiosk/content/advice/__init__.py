"""Remarks on right content: reading grade, wording, samples, score sheets, reviews that are due."""
