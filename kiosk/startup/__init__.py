"""The way to the first page: the environment, the choice of what to start, the app with all its parts."""
