"""Cuts a `Sheet` to the screen and lays it out as the rows of a `Page`."""
