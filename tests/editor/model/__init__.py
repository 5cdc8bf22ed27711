"""What forms ask for, and how files are saved."""
