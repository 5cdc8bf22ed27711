"""Each kind of file, read and checked; then the folder as a whole."""
