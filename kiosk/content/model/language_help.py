"""The offer of free language help, for people who read none of the kiosk's languages."""

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

    @property
    def right_to_left(self) -> bool:
        """True if written from right to left, which few terminals support."""
        return language_of(self.language).right_to_left

    @property
    def spoken(self) -> str:
        """What the voice says; may be empty."""
        return (self.say or self.help) if self.voice else ""
