"""Reading and checking each kind of file, then the folder as a whole."""
