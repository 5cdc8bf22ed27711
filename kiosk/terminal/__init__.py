"""What stands between Textual and the world: key maps, the driver, and the size of letters."""
