"""The kiosk's own words in other languages: gettext catalogues, and what loads them.

`xx/LC_MESSAGES/kiosk.po` is what a translator works on, `kiosk.mo` beside it what the kiosk reads. `make messages`
brings both up to date with the program; `docs/languages.md` tells how a language is added.
"""
