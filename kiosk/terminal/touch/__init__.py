"""Touch and mouse: what the terminal is asked for (`taps`), taps from its reports, and how large a finger is."""
