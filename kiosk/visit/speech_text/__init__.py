"""Turns a page into utterances, and the spoken word into the highlight on the page."""
