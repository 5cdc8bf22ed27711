"""The staff's door in the kiosk itself: a chord of keys, a PIN, and what is behind them. Pure but for one file."""
