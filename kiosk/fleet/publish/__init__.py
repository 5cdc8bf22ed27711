"""The content manager's side: keys, channels, signed releases."""
