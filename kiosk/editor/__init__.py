"""`kiosk edit`: forms in which staff change the texts of a clinic. A process of its own; the kiosk never loads it.

`model` knows what a form asks for and how a file is saved; `browser` shows it as web
pages on this machine, and `terminal` in a terminal.
"""
