"""One machine's settings, `device.yaml`, and what the kiosk makes of them."""
