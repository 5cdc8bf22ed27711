"""The thin Textual shell: it passes actions to the visit, draws its page, and lights the word that sounds."""
