"""Bytes to nodes with their lines, and mistakes told in the words of staff. Knows YAML, but no field."""
