"""The words of each language by which what is written is said: one module a language, beside what all share."""
