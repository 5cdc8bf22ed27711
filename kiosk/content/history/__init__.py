"""Earlier states of a clinic's content, so that nothing that staff do is lost.

`own_files` says which files are a clinic's own. `generations` keeps them as they were; `going_back` makes the folder
one of these states again, and `in_words` says what has changed between two.
"""
