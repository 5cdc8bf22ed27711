"""One topic file, with the checks that the table of fields cannot express."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.files.build import APPROVED, topic_of
from kiosk.content.files.notice_file import check_span
from kiosk.content.files.source_file import read_file
from kiosk.content.model.block import Role
from kiosk.content.model.dates import iso_date
from kiosk.content.model.library import Clinic, Topic, Urgency
from kiosk.content.model.required import REQUIRED, has_emergency_card
from kiosk.content.model.word_rules import WordRule
from kiosk.content.parsing.diagnostic import Level
from kiosk.content.parsing.diagnostics import Diagnostics
from kiosk.content.parsing.nodes import Entries, Text
from kiosk.content.parsing.yaml_events import Reader
from kiosk.content.schema.checks import did_you_mean
from kiosk.content.schema.placeholders import check_placeholders
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import walk
from kiosk.pictures import OWN_FOLDER
from kiosk.pictures.master import names
from kiosk.pictures.own import own_names, own_picture
from kiosk.pictures.png import PictureError


def approve_command(language: str, name: str) -> str:
    """Return the command that records an approval; whoever prints it adds the folder, and how the kiosk is called."""
    return f'kiosk approve {language}/{name} --by "NAME" --role "PROFESSION"'


@dataclass(frozen=True)
class TopicFile:
    """A topic file that has been read, with or without errors."""

    name: str
    language: str
    entries: Entries | None
    """Its contents, as far as they could be read."""
    diagnostics: Diagnostics
    pictures: Mapping[str, str]
    """The clinic's own pictures that it names: name → all sizes as text."""

    def topic(self, clinic: Clinic, rules: Sequence[WordRule]) -> Topic | None:
        """Return the topic, or None if the file has an error; warn if its approval is void.

        `rules` are the clinic's pronunciations.
        """
        if self.entries is None or self.diagnostics.failed:
            return None
        topic = topic_of(self.entries, self.name, self.language, clinic, rules, self.pictures)
        if topic.review.reviewer and not topic.approved:
            place = _below_review(self.entries, "text")
            self.diagnostics.warn(
                "approval-void",
                "This is not exactly the page that was approved: its text or a pronunciation in words.yaml changed, or "
                "the approval was recorded by an older version of the kiosk.",
                self.to_approve,
                line=place.line if place else 0,
                column=place.column if place else 0,
            )
        self._check_emergency(topic)
        return topic

    def _check_emergency(self, topic: Topic) -> None:
        """Check that there is an emergency card; an error in what a clinician has approved: that page stays."""
        level = Level.ERROR if topic.review.reviewer else Level.WARNING
        if not has_emergency_card(topic):
            self.diagnostics.add(
                "no-emergency-card",
                f"“{self.name}” has no emergency card, so it says to nobody what to do in an emergency.",
                "Put a card with “level: emergency” above the others.",
                line=1,
                level=level,
            )

    def line_of(self, path: str, words: str = "") -> int:
        """Return the line of the text at the `path` of a block, or that of `words` in it; 0 if it is not there."""
        found = next((each for each in walk(self.entries, TOPIC) if each.path == path), None)
        if found is None:
            return 0
        lines = range(found.node.line, min(found.node.last_line, len(self.diagnostics.lines)) + 1)
        return next((n for n in lines if words and words in self.diagnostics.lines[n - 1]), found.node.line)

    def line_below_review(self, name: str) -> int:
        """Return the line of a text of the review; 0 if it is not there."""
        found = _below_review(self.entries, name) if self.entries else None
        return found.line if found else 0

    @property
    def to_approve(self) -> str:
        """The fix for a text that is not approved."""
        return f"Have it reviewed, then run “{approve_command(self.language, self.name)}”."

    @property
    def has_cards(self) -> bool:
        """True if it has care cards, or an error that may hide them."""
        return self.diagnostics.failed or (self.entries is not None and self.entries.get("cards") is not None)


def read_topic_file(path: Path, shown: str, language: str, reader: Reader) -> TopicFile:
    """Read and check one file; `shown` is its path as diagnostics name it. Raises nothing."""
    diagnostics = Diagnostics(shown)
    entries = read_file(path, TOPIC, diagnostics, reader)
    pictures: dict[str, str] = {}
    if entries is not None:
        check_placeholders(entries, diagnostics)
        _check_order(entries, diagnostics)
        _check_days(entries, diagnostics)
        check_span(entries, "show-from", "show-until", diagnostics)
        _check_always_there(path.stem, entries, diagnostics)
        pictures = _own_pictures(path.absolute().parent.parent, entries, diagnostics)
    return TopicFile(path.stem, language, entries, diagnostics, pictures)


def _own_pictures(content: Path, entries: Entries, diagnostics: Diagnostics) -> dict[str, str]:
    """Return the clinic's own pictures that are named; check that each picture exists and can be used."""
    found: dict[str, str] = {}
    ours = names()
    for each in walk(entries, TOPIC):
        if each.role is not Role.PICTURE or each.words in ours or each.words in found:
            continue
        own = own_names(content)
        line, column = each.node.line, each.node.column
        if each.words not in own:
            diagnostics.add("unknown-picture", f"There is no picture “{each.words[:40]}”.",
                            did_you_mean(each.words, (*own, *ours)), line=line, column=column)  # fmt: skip
            continue
        try:
            found[each.words] = own_picture(content, each.words)
        except (PictureError, OSError):
            file = f"{OWN_FOLDER}/{each.words}.png"
            diagnostics.add("unfit-picture", f"The picture in {file} cannot be used.",
                            f"Add it again: kiosk picture FILE {each.words}", line=line, column=column)  # fmt: skip
    return found


def _check_order(entries: Entries, diagnostics: Diagnostics) -> None:
    """Check that the most urgent cards come first, since they are read out in that order."""
    order = [level.value for level in Urgency]
    lowest = 0
    for level in walk(entries, TOPIC):
        if level.role is not Role.LEVEL or level.words not in order:
            continue
        if order.index(level.words) < lowest:
            diagnostics.add(
                "card-order",
                f"This “{level.words}” card is below a less urgent one.",
                f"Move the whole card up: {order[0]} first, then {', then '.join(order[1:])}.",
                line=level.node.line,
                column=level.node.column,
            )
        lowest = max(lowest, order.index(level.words))


def _check_always_there(name: str, entries: Entries, diagnostics: Diagnostics) -> None:
    """Check that required pages are always shown."""
    for field in ("show-from", "show-until"):
        value = entries.get(field)
        if name in REQUIRED and isinstance(value, Text):
            diagnostics.add("always-shown", f"Every kiosk must show the page “{name}” at all times.",
                            f"Delete the line “{field}”.", line=value.line, column=value.column)  # fmt: skip


def _check_days(entries: Entries, diagnostics: Diagnostics) -> None:
    """Check that the next review is after the last one."""
    if (status := _below_review(entries, "status")) is None or status.clean != APPROVED:
        return
    reviewed, due = _below_review(entries, "reviewed"), _below_review(entries, "due")
    if reviewed is None or due is None:
        return
    first, last = iso_date(reviewed.clean), iso_date(due.clean)
    if first and last and last <= first:
        diagnostics.add(
            "bad-date",
            "The next review must be later than the last one.",
            "Correct the date after “due” or after “reviewed”.",
            line=due.line,
            column=due.column,
        )


def _below_review(entries: Entries, name: str) -> Text | None:
    """Return a text of the review."""
    review = entries.get("review")
    value = review.get(name) if isinstance(review, Entries) else None
    return value if isinstance(value, Text) else None
