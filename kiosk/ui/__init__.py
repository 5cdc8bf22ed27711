"""The thin Textual shell: it passes actions to the visit, draws its page and highlights the spoken word."""
