"""`kiosk review`: lead a clinician through the texts that wait for approval, by questions and answers."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.topics import check_has, checked_name, find_topic, own_folder, read_everything, refuse
from kiosk.commands.content.typed_here import as_typed
from kiosk.commands.review.approve import withdraw_approval
from kiosk.commands.review.confirm_clinic import missing_in
from kiosk.commands.review.page_for_review import page_for_review
from kiosk.commands.review.recording import RecordingError, Reviewer, record_approval, waits_for_others
from kiosk.commands.review.signing import signer
from kiosk.content.advice.review_dates import DUE_SOON_DAYS
from kiosk.content.approval.refusals import doubts_about, reasons_against
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.required import WITH_CARDS

YES, ALTHOUGH, NO, STOP = "yes", "yes although", "no", "stop"
_NUMBERS = "Patients in an emergency rely on the clinic's numbers, which nobody has confirmed yet. Run {0} first."
_CONFIRM = '“kiosk approve --clinic --by "NAME"”'


@click.command("review")
@click.argument("names", metavar="[TOPIC]...", nargs=-1)
@click.option("--by", "name", default="", metavar="NAME", help="Who reviews; asked for if left out.")
@click.option("--role", default="", help="The reviewer's profession; asked for if left out.")
@click.option("--language", default="", metavar="xx", help="Only texts in this language.")
@click.option("--withdraw", default="", metavar="TOPIC", help="Withdraw the approvals of TOPIC instead.")
@click.option("--key", type=click.Path(path_type=Path), help="Sign each approval with this key for SSH.")
@content_option
def command(
    names: tuple[str, ...], name: str, role: str, language: str, withdraw: str, key: Path | None, content: Path | None
) -> None:
    """Lead a clinician through the texts that wait for approval, or through each TOPIC.

    Each is shown as patients see and hear it, with what has changed since it was approved last, and what its lines rest
    on. Only the typed word “yes” approves it. “stop” ends the review; what was approved by then stays.

    Exit status: 0 at the end, 1 with a reason, 2 for wrong usage.
    """
    folder = own_folder(content)
    name = checked_name(name or _answer("Your name:"), "--by")
    library = read_everything(folder)
    if withdraw:
        withdraw_approval(folder, find_topic(library, withdraw, language), name)
        return
    role = checked_name(role or _answer("Your profession:"), "--role")
    check_has(library, language)
    by = Reviewer(name, role, signer(key))
    topics = [find_topic(library, each, language) for each in names] or _waiting(library, language)
    topics = [each for each in topics if names or not _has_had_it(folder, library, each, name)]
    if not topics:
        click.echo("No text waits for your approval.")
        return
    click.echo(f"{_texts(len(topics))} for you, {name}. After each, type “yes” to approve exactly these words for")
    click.echo("twelve months, “no” to go on to the next, or “stop” to end. What you have approved by then stays.")
    _lead_through(folder, library, topics, by)


def _lead_through(folder: Path, library: Library, topics: list[Topic], by: Reviewer) -> None:
    done, barred = 0, 0
    for number, topic in enumerate(topics, 1):
        click.echo(f"\n\nText {number} of {len(topics)}: “{topic.title}” ({topic.language}/{topic.name})\n")
        click.echo("\n".join(page_for_review(folder, library, topic)))
        against = [*reasons_against(topic, library, doubts=False), *_unconfirmed(folder, library, topic)]
        if against:
            barred += 1
            click.echo("\n".join(["\nThis text cannot be approved yet, and stays as it is.", *against]))
            continue
        although = "; ".join(doubt.words for doubt in doubts_about(topic, library))
        for doubt in doubts_about(topic, library):
            click.echo(f"\nPlease note: {doubt.reason}")
        answer = _verdict(bool(although))
        if answer == STOP:
            break
        if answer == NO:
            continue
        try:
            click.echo("\n".join(record_approval(folder, topic, library, by, although)))
            done += 1
        except RecordingError as error:
            click.echo(str(error))
    left = len(topics) - done - barred
    click.echo(f"\nYou approved {done} of {len(topics)}; {left} wait as before, and {barred} cannot be approved yet.")


def _verdict(doubtful: bool) -> str:
    """Return what the reviewer says; nothing but the whole word approves."""
    yes = ALTHOUGH if doubtful else YES
    question = f"\nDo you approve these words{' all the same' if doubtful else ''}? Type {yes}, {NO} or {STOP}:"
    while (answer := " ".join(_answer(question, STOP).casefold().split())) not in (yes, NO, STOP):
        question = f"Please type the whole answer: {yes}, {NO} or {STOP}:"
    return answer


def _answer(question: str, at_the_end: str = "") -> str:
    """Return a line that is typed; `at_the_end` if there is none any more, or exit with status 1 without that."""
    try:
        return str(click.prompt(question, prompt_suffix=" ", default="", show_default=False))
    except click.Abort:
        click.echo()
        return at_the_end or refuse("Nobody answered, so nothing was recorded.")


def _waiting(library: Library, language: str) -> list[Topic]:
    """Return the texts that wait: not approved, or due soon; those of the menu first, each in all its languages."""
    order = dict.fromkeys((*library.clinic.offered, *library.names))
    soon = date.today() + timedelta(days=DUE_SOON_DAYS)
    return [
        topic
        for name in order
        for own in library.topics.values()
        if (topic := own.get(name)) and language in ("", topic.language) and not topic.untranslated
        if not topic.approved or (topic.review.due and topic.review.due <= soon)
    ]


def _has_had_it(folder: Path, library: Library, topic: Topic, name: str) -> bool:
    """True if only another reviewer is missing."""
    return not topic.approved and waits_for_others(folder, topic, name, library.clinic.reviewers)


def _unconfirmed(folder: Path, library: Library, topic: Topic) -> list[str]:
    """Return what to do first if the text relies on numbers that nobody has dialed."""
    if topic.name not in WITH_CARDS or not missing_in(folder, library.clinic):
        return []
    return [as_typed(_NUMBERS.format(_CONFIRM), folder)]


def _texts(count: int) -> str:
    return "1 text waits" if count == 1 else f"{count} texts wait"
