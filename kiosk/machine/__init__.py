"""The operating system: paths, atomic files, the log, memory, the kiosk's condition."""
