"""The kiosk as a package: what is in it, how it is installed, and what it can do without a checkout."""
