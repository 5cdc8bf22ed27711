"""The editor: its model, and its pages in a browser."""
