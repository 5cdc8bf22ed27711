"""The settings of one machine, `device.yaml`, and what the kiosk derives from them."""
