"""How what is written is said: one table of words for each language, and the rules that use it."""
