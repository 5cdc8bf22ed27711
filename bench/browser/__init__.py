"""The kiosk and a browser in kiosk mode, with the same texts, on the same screen, by the same ruler."""
