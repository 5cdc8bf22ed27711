"""Describes the places of a visit as sheets: menu, topics, help, what is beside a topic."""
