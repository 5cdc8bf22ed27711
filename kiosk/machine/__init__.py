"""What the operating system gives: paths, the log, memory, the note of how the kiosk is."""
