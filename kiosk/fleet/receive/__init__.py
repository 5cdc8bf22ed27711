"""One kiosk's side: looks for a release, judges it, swaps the folder, reports."""
