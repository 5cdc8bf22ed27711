"""Commands for the texts: check, preview, approve, transcript and their like."""
