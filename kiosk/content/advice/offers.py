"""Warnings about offers of language help: machine-made, checked by nobody, or missing for the clinic's state."""

from kiosk.content.model.language_help import LanguageHelp, state_called
from kiosk.content.model.languages import language_name
from kiosk.content.model.library import Clinic
from kiosk.content.parsing.diagnostics import Diagnostics

_NAMED = 5
"""So many languages are named in a warning; more would not be read."""


def warn_about_offers(
    clinic: Clinic, shown: tuple[LanguageHelp, ...], about_languages: Diagnostics, about_clinic: Diagnostics
) -> None:
    """Warn about the offers `shown` that are machine-made and unchecked, and languages of the state without one."""
    unchecked = [each.english_name for each in shown if each.made_by_machine and not each.checked_by]
    if unchecked:
        about_languages.warn(
            "offer-unchecked",
            f"Nobody has checked these machine-made offers of help: {_named(unchecked)}.",
            "Have somebody qualified check each, and add a line “checked-by:” with the name.",
        )
    state = state_called(clinic.state) if clinic.state else None
    there = {each.language for each in shown}
    missing = [language_name(tags[0]) for tags in state.languages if not there & set(tags)] if state else []
    if state and missing:
        about_clinic.warn(
            "offer-missing",
            f"For {state.name}, languages.yaml lacks a sentence in: {_named(missing)}.",
            "Have a translator write one, and add it there; until then, patients do not get these offers.",
        )


def _named(names: list[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names if more < 2 else [*names[:_NAMED], f"and {more} more"])
