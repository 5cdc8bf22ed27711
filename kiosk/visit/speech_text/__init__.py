"""Turns a page into utterances, and the word that sounds into what is lit."""
