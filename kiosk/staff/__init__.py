"""The login of staff at the kiosk itself: secret keys, a PIN, and the staff pages. Pure except for one file."""
