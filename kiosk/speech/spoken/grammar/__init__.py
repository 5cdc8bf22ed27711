"""What is written, cut into tokens, and the rules that say them: one module for each kind of thing that is said.

A rule is asked at one token. It answers with the words to say and the token behind what it has read, or with None; the
first rule that answers is taken. Rules read the words that they say from the table of the language.
"""
