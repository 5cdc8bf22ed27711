"""Describes the places of a visit as sheets: menu, topics, the extras of topics, help."""
