"""Content while the kiosk runs: the last good copy, and the taking over of changes."""
