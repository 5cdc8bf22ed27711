"""The editor in a terminal, with Textual's own widgets, for a kiosk without a browser."""
