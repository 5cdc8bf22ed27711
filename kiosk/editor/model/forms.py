"""The forms of the editor: which fields of which file staff fill in, and what each is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kiosk.content.files.notice_file import FILE as NOTICE_FILE
from kiosk.content.files.words_file import FILE as WORDS_FILE
from kiosk.content.model.block import Role
from kiosk.content.model.languages import language_name
from kiosk.content.schema.clinic_fields import CLINIC
from kiosk.content.schema.field import Field, Kind
from kiosk.content.schema.forms import LANGUAGE, TOPIC_NAME
from kiosk.content.schema.notice_fields import NOTICE
from kiosk.content.schema.topic_fields import TOPIC
from kiosk.content.schema.words_fields import WORDS
from kiosk.editor.model.values import Value

CHANGED_ON = "last-changed"
"""The field of a topic that the editor fills in by itself."""
_FOR_REVIEWERS = ("facts", "source-says", "address")


HEADS = {
    "notice.yaml": ("Put up a notice", "Something that every patient should know for a time."),
    "clinic.yaml": ("Phone, name, hours", "Your clinic’s name, its numbers, and when you are open."),
    "words.yaml": ("How words are said", "Words that the voice would say wrongly, and what it says instead."),
}
"""What the form of a file is called, and what it is for."""


class Form(NamedTuple):
    """One file as a form."""

    file: str
    """Its path in the content folder, with `/`."""
    group: Field
    names: tuple[str, ...]
    """The fields of the file that the form asks for."""

    @property
    def is_topic(self) -> bool:
        """True for a page that patients read."""
        return self.group is TOPIC

    @property
    def language(self) -> str:
        """The language of a topic; empty for other files."""
        return self.file.partition("/")[0] if self.is_topic else ""

    @property
    def topic(self) -> str:
        """The name of a topic; empty for other files."""
        return self.file.partition("/")[2].removesuffix(".yaml") if self.is_topic else ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The rows of the table that the form asks for, in its order."""
        return tuple(each for each in self.group.fields if each.name in self.names)


NOTICE_FORM = Form(NOTICE_FILE, NOTICE, tuple(each.name for each in NOTICE.fields))
WORDS_FORM = Form(WORDS_FILE, WORDS, ("words",))
CLINIC_FORM = Form(
    "clinic.yaml",
    CLINIC,
    ("name", "phone", "answered", "night-phone", "emergency-number", "crisis-line", "opening-hours", "closed-on"),
)
_BY_COMMAND = (CHANGED_ON, "review", "translation")


def topic_form(language: str, name: str) -> Form:
    """Return the form of the topic `name` in `language`."""
    names = tuple(each.name for each in TOPIC.fields if each.name not in _BY_COMMAND)
    return Form(f"{language}/{name}.yaml", TOPIC, names)


def form_of(file: str) -> Form | None:
    """Return the form of a file of the content folder, whether it is there or not; None if it has none."""
    for form in (NOTICE_FORM, CLINIC_FORM, WORDS_FORM):
        if form.file == file:
            return form
    language, _, name = file.removesuffix(".yaml").partition("/")
    return topic_form(language, name) if LANGUAGE.fits(language) and TOPIC_NAME.fits(name) else None


def label(field: Field) -> str:
    """Return what a form calls a field, such as “Words in the menu”."""
    words = (field.called or field.name).replace("-", " ")
    return words[:1].upper() + words[1:]


class Offer(NamedTuple):
    """What a clinic has to choose from."""

    languages: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


def choices(field: Field, value: str, offer: Offer) -> list[tuple[str, str]]:
    """Return what a field can be, each with its words, if that is one of a few things; nothing for a text to type.

    The present `value` is among the choices, even if it should not be.
    """
    if field.form is LANGUAGE:
        offered = [(each, language_name(each)) for each in offer.languages]
    elif field.role is Role.PICTURE:
        offered = [(each, each) for each in offer.pictures]
    else:
        offered = [(each, each) for each in field.allowed]
    if offered and value and value not in dict(offered):
        offered.append((value, value))
    return [("", f"– {field.default or 'please choose'} –"), *offered] if offered else []


def is_for_reviewers(field: Field, group: tuple[Field, ...]) -> bool:
    """Return True for a field of `group` that patients do not see, beside what its source says."""
    return field.name in _FOR_REVIEWERS and any(each.name == "source-says" for each in group)


def hint(field: Field) -> str:
    """Return the help of a field with an example and, if it may be left empty, what then holds."""
    parts = [field.in_a_form or field.help]
    chosen = field.allowed or field.form is LANGUAGE or field.role is Role.PICTURE
    if field.sample and field.kind in (Kind.TEXT, Kind.PARAGRAPHS, Kind.NUMBER) and not chosen:
        parts.append(f"Example: “{field.sample}”" + ("" if field.sample.endswith((".", "?")) else "."))
    if field.default and not field.required:
        parts.append(f"If you leave it empty: {field.default}.")
    return " ".join(parts)


def title_of(form: Form, values: Mapping[str, Value]) -> str:
    """Return the heading of a form."""
    if not form.is_topic:
        return HEADS[form.file][0]
    title = values.get("title")
    return f"{title if isinstance(title, str) and title else form.topic} ({language_name(form.language)})"
