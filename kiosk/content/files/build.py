"""From checked nodes to what the kiosk shows."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial

from kiosk.content.model.block import Block, Role
from kiosk.content.model.dates import Hours, iso_date, iso_moment, minutes
from kiosk.content.model.fingerprint import approved_text, digits, fingerprint_of_words
from kiosk.content.model.language_help import LanguageHelp
from kiosk.content.model.library import (
    Clinic,
    Group,
    Notice,
    Review,
    Topic,
    Translation,
    Weight,
)
from kiosk.content.model.word_rules import WordRule
from kiosk.content.parsing.nodes import Entries, Items, Text, Value
from kiosk.content.schema.clinic_fields import DAYS
from kiosk.content.schema.placeholders import fill
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.walk import walk

APPROVED = "approved"


def clinic_of(root: Entries) -> Clinic:
    """Return the clinic of a checked `clinic.yaml`."""
    idle = _group(root, "idle")
    languages = _texts(root, "languages") or ("en",)
    first = languages[0]
    return Clinic(
        name=_text(root, "name"),
        phone=_text(root, "phone"),
        emergency_number=_text(root, "emergency-number"),
        night_phone=_text(root, "night-phone"),
        answered_always=bool(_text(root, "answered")),
        crisis_line=_text(root, "crisis-line"),
        languages=languages,
        menu=_texts(root, "menu"),
        warn_after=float(_text(idle, "warn-after") or Clinic.warn_after),
        countdown=float(_text(idle, "countdown") or Clinic.countdown),
        show_unapproved=_text(root, "show-unapproved") != "no",
        reviewers=int(_text(root, "reviewers") or Clinic.reviewers),
        visitors_online=_text(root, "visitors-online") != "no",
        web_site=_text(root, "web-site"),
        state=_text(root, "state"),
        offers=_texts(root, "offers"),
        opening=tuple(_hours(each) for each in _groups(root, "opening-hours")),
        closed_on=tuple(day for day in map(iso_date, _texts(root, "closed-on")) if day),
        groups=tuple(_topics(each, number, first) for number, each in enumerate(_groups(root, "groups"), 1)),
    )


def _topics(entry: Entries, number: int, first: str) -> Group:
    """Return group `number` of the menu; words without a language are in the `first` one."""
    names, texts = (_by_language(entry.get(field), first) for field in ("name", "menu-text"))
    return Group(number, names, texts, _texts(entry, "topics"))


def _hours(entry: Entries) -> Hours:
    """Some days of the week."""
    days = tuple(sorted(DAYS.index(day) for day in _texts(entry, "days")))
    return Hours(days, minutes(_text(entry, "from")), minutes(_text(entry, "until")))


def notice_of(root: Entries, clinic: Clinic) -> Notice:
    """Return the notice of a checked `notice.yaml`, with its placeholders as written."""
    other = {_text(each, "language"): _text(each, "text") for each in _groups(root, "translations")}
    texts = {**other, clinic.languages[0]: _text(root, "text")}
    return Notice(
        texts=texts,
        level=Weight(_text(root, "level") or Weight.INFORMATION),
        start=iso_moment(_text(root, "from")),
        end=iso_moment(_text(root, "until"), end=True) or datetime.max,
    )


def topic_of(
    root: Entries,
    name: str,
    language: str,
    clinic: Clinic,
    rules: Sequence[WordRule],
    pictures: Mapping[str, str] | None = None,
) -> Topic:
    """Return the topic of a checked file, with placeholders filled in.

    `rules` are the clinic's pronunciations, `pictures` its own pictures by name; an approval covers them too.
    """
    found = tuple(walk(root, TOPIC))
    blocks = tuple(_with_picture(each.block(partial(fill, clinic=clinic)), pictures or {}) for each in found)
    return Topic(
        name=name,
        language=language,
        blocks=blocks,
        last_changed=_date(root, "last-changed") or date.min,
        review=review_of(root),
        fingerprint=digits(approved_text(blocks, rules, language)),
        written=fingerprint_of_words(block for block, each in zip(blocks, found, strict=True) if each.field.translated),
        translation=_translation(_group(root, "translation")),
        show_from=iso_moment(_text(root, "show-from")),
        show_until=iso_moment(_text(root, "show-until"), end=True),
    )


def _with_picture(block: Block, pictures: Mapping[str, str]) -> Block:
    """Return a block that names a picture of the clinic with that picture; another picture is another text."""
    if block.role is not Role.PICTURE or block.text not in pictures:
        return block
    picture = pictures[block.text]
    return block._replace(text=picture, written=f"{block.text} {digits(picture)}")


def language_help_of(entry: Entries) -> LanguageHelp:
    """Return the language of a checked entry of `languages.yaml`."""
    return LanguageHelp(
        language=_text(entry, "language"),
        name=_text(entry, "name"),
        english_name=_text(entry, "english-name"),
        help=_text(entry, "help"),
        voice=_text(entry, "voice"),
        say=_text(entry, "say"),
        checked_by=_text(entry, "checked-by"),
        made_by_machine=_text(entry, "made-by") == "machine",
    )


def word_of(entry: Entries) -> WordRule:
    """Return the pronunciation of a checked entry of `words.yaml`."""
    return WordRule(
        write=_text(entry, "write"),
        say=_text(entry, "say"),
        language=_text(entry, "language") or None,
        anywhere=_text(entry, "where") == "anywhere",
    )


def review_of(root: Entries) -> Review:
    """Return the approval of a topic; an empty one if the file says that it is not approved."""
    entry = _group(root, "review")
    if _text(entry, "status") != APPROVED:
        return Review()
    return Review(
        reviewer=_text(entry, "reviewer"),
        role=_text(entry, "role"),
        reviewed=_date(entry, "reviewed"),
        due=_date(entry, "due"),
        text=_text(entry, "text"),
        record=_text(entry, "record"),
    )


def _translation(entry: Entries) -> Translation | None:
    """Return who translated the text; None if the file does not say."""
    if not entry.entries:
        return None
    return Translation(
        made_from=_text(entry, "from"),
        translator=_text(entry, "translator"),
        role=_text(entry, "role"),
        translated=_date(entry, "translated"),
        reviewer=_text(entry, "reviewer"),
        reviewer_role=_text(entry, "reviewer-role"),
        reviewed=_date(entry, "reviewed"),
        machine=_text(entry, "machine") == "yes",
    )


def _text(entries: Entries, name: str) -> str:
    """Return the text under `name`, or an empty one."""
    value = entries.get(name)
    return value.clean if isinstance(value, Text) else ""


def _date(entries: Entries, name: str) -> date | None:
    """Return the day under `name`."""
    return iso_date(_text(entries, name))


def _group(entries: Entries, name: str) -> Entries:
    """Return the entries under `name`, or empty ones."""
    value = entries.get(name)
    return value if isinstance(value, Entries) else Entries(0, 0)


def _by_language(value: Value | None, first: str) -> dict[str, str]:
    """Return language → words; words by themselves are in the `first` language."""
    if isinstance(value, Text):
        return {first: value.clean}
    entries = value.entries if isinstance(value, Entries) else []
    return {key.clean: words.clean for key, words in entries if isinstance(words, Text)}


def _members(entries: Entries, name: str) -> list[Value]:
    """Return the members of the list under `name`."""
    value = entries.get(name)
    return value.items if isinstance(value, Items) else []


def _texts(entries: Entries, name: str) -> tuple[str, ...]:
    """Return the texts in the list under `name`."""
    return tuple(each.clean for each in _members(entries, name) if isinstance(each, Text))


def _groups(entries: Entries, name: str) -> list[Entries]:
    """Return the groups in the list under `name`."""
    return [each for each in _members(entries, name) if isinstance(each, Entries)]
