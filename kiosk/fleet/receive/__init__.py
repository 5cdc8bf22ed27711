"""One kiosk's side: check for a release, verify it, swap the folder, report."""
