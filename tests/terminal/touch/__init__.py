"""Touch and mouse: from the bytes of a terminal to taps."""
