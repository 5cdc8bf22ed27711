"""What years in a waiting room come to, in an hour: `python -m bench.soak` prints one line for each hardship.

Nothing here is a test; each row says what was done, what came of it, and the figure that was to be reached.
"""
