"""From bytes to nodes with line numbers, with errors in plain words for staff. Knows YAML, but no fields."""
