"""The app's side of the voice: what is to be said, and a voice process that is replaced when it fails."""
