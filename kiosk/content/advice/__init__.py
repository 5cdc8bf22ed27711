"""Remarks on right content: reading grade, wording, reviews that are due."""
