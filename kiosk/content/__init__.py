"""What patients read and hear: files are read and checked, and become a `Library` that never changes.

Bytes → text → YAML events → nodes with line numbers → the table of fields → `Library`, or `Diagnostic`s that say
what to type instead. Knows nothing of visits, speech or screens.
"""
