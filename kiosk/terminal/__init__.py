"""The layer between Textual and the terminal: key maps, driver, text size."""
