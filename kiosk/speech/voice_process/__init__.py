"""The process that speaks: a queue, an engine, what is kept ready, and a timeline of words."""
