"""Content while the kiosk runs: the last good copy, and updates."""
