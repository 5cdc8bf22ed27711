"""The kiosk's own texts in other languages: gettext catalogues and their loader.

Translators edit `xx/LC_MESSAGES/kiosk.po`; the kiosk reads `kiosk.mo` beside it. `make messages` updates both from the
program; `docs/languages.md` explains how to add a language.
"""
