"""The offer of free language help, for people who read none of the kiosk's languages."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from kiosk.content.model.languages import language_of


class LanguageHelp(NamedTuple):
    """The offer of free language help, in one language."""

    language: str
    """Its tag, such as `vi`; not necessarily a language of the kiosk."""
    name: str
    """As its speakers write it."""
    english_name: str
    help: str
    """The sentence."""
    voice: str = ""
    """The eSpeak NG voice that says it; empty if it is only shown, because none can be understood."""
    say: str = ""
    """The sentence in a spelling that the voice can read, if it cannot read the usual one."""
    checked_by: str = ""
    """The qualified person who has checked the sentence; empty if nobody has."""

    made_by_machine: bool = False

    @property
    def right_to_left(self) -> bool:
        """True if written from right to left, which few terminals support."""
        return language_of(self.language).right_to_left

    @property
    def spoken(self) -> str:
        """What the voice says; may be empty."""
        return (self.say or self.help) if self.voice else ""


class State(NamedTuple):
    """A US state, and the languages that most people with limited English speak there."""

    letters: str
    """Those of the post, such as `CA`; `US` for the whole United States."""
    name: str
    languages: tuple[tuple[str, ...], ...]
    """The most spoken first: the tag of each, or those of the languages that the survey counts as one."""


@cache
def states() -> tuple[State, ...]:
    """Return the states of `states.tsv`, which names its source."""
    lines = Path(__file__).with_name("states.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return tuple(
        State(letters, name, tuple(tuple(each.split("/")) for each in tags.split())) for letters, name, tags in rows
    )


def state_called(name: str) -> State | None:
    """Return the state that `name` means, its letters or its whole name in any case; None if it is not known."""
    wanted = " ".join(name.split()).casefold()
    return next((each for each in states() if wanted in (each.letters.casefold(), each.name.casefold())), None)


def chosen(offers: tuple[LanguageHelp, ...], listed: tuple[str, ...], state: str) -> tuple[LanguageHelp, ...]:
    """Return those of `offers` that a clinic shows: the languages `listed`, or else those of `state`, or else all."""
    found = state_called(state)
    wanted = listed or (tuple(tag for tags in found.languages for tag in tags) if found else ())
    if not wanted:
        return offers
    by_tag = {each.language: each for each in offers}
    return tuple(by_tag[tag] for tag in wanted if tag in by_tag)
