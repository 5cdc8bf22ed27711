"""`kiosk approve`: record that a clinician approves exactly this text."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click

from kiosk.commands.content.content_option import content_option
from kiosk.commands.content.topics import checked_name, find_topic, own_folder, read_everything, refuse
from kiosk.commands.content.typed_here import as_typed
from kiosk.commands.review.confirm_clinic import confirm, missing_in
from kiosk.commands.review.recording import RecordingError, Reviewer, record_approval, record_withdrawal
from kiosk.commands.review.signing import signer
from kiosk.content.advice.review_dates import DUE_SOON_DAYS
from kiosk.content.approval.refusals import reasons_against
from kiosk.content.files.particulars_file import particulars_of
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.required import WITH_CARDS


@click.command("approve")
@click.argument("name", metavar="[TOPIC]", required=False, default="")
@click.option("--by", "reviewer", required=True, metavar="NAME", help="Who approves or withdraws.")
@click.option("--role", default="", help="The reviewer's profession; needed to approve a TOPIC.")
@click.option("--language", default="", metavar="xx", help="The language of the text; the first one by default.")
@click.option("--replace", "may_replace", is_flag=True, help="Take the place of somebody else's approval.")
@click.option("--withdraw", is_flag=True, help="Withdraw the approval of TOPIC.")
@click.option("--clinic", "about_clinic", is_flag=True, help="Record that the clinic's name and numbers are right.")
@click.option("--dialed", is_flag=True, help="Ask nothing: each number was dialed, and the right people answered.")
@click.option("--key", type=click.Path(path_type=Path), help="Sign the approval with this key for SSH.")
@content_option
def command(
    name: str,
    reviewer: str,
    role: str,
    language: str,
    may_replace: bool,
    withdraw: bool,
    about_clinic: bool,
    dialed: bool,
    key: Path | None,
    content: Path | None,
) -> None:
    """Record that NAME approves TOPIC exactly as it is now, for twelve months.

    TOPIC is its name, such as signs, or its language and name, such as es/signs. Any later change to the text cancels
    the approval. With --clinic in place of TOPIC, record who made sure of the clinic's name and numbers; “I feel
    unwell” cannot be approved before. Exit status: 0 if recorded, 1 if not, 2 for wrong usage.
    """
    folder = own_folder(content)
    reviewer = checked_name(reviewer, "--by")
    role = checked_name(role, "--role") if role or not (withdraw or about_clinic) else ""
    if bool(name) == about_clinic or (withdraw and about_clinic):
        refuse("Name one topic, or use --clinic.", 2)
    library = read_everything(folder)
    if about_clinic:
        clinic = library.clinic
        confirm(folder, clinic, missing_in(folder, clinic) or particulars_of(clinic), reviewer, dialed)
        return
    topic = find_topic(library, name, language)
    if withdraw:
        withdraw_approval(folder, topic, reviewer)
        return
    _check(folder, topic, library, reviewer, role, may_replace)
    missing = missing_in(folder, library.clinic)
    if topic.name in WITH_CARDS and missing:
        click.echo("Patients in an emergency rely on the clinic's name and numbers. These are not confirmed yet.")
        confirm(folder, library.clinic, missing, reviewer, dialed)
    _approve(folder, topic, library, Reviewer(reviewer, role, signer(key)))


def _check(folder: Path, topic: Topic, library: Library, reviewer: str, role: str, may_replace: bool) -> None:
    """Exit with status 1 if `topic` cannot be approved as it is, or if somebody else's approval is still valid."""
    where = f"{topic.language}/{topic.name}"
    reasons = list(reasons_against(topic, library))
    if reasons:
        refuse("\n".join([f"“{topic.title}” ({where}) cannot be approved, and nothing was recorded.", *reasons]))
    before = topic.review
    soon = date.today() + timedelta(days=DUE_SOON_DAYS)
    is_valid = topic.approved and before.due is not None and soon < before.due
    if not is_valid or may_replace or before.reviewer == reviewer:
        return
    command = as_typed(f'“kiosk approve {where} --by "{reviewer}" --role "{role}" --replace”', folder)
    refuse(
        f"{before.reviewer}, {before.role}, approved “{topic.title}” ({where}) on {before.reviewed}, and nothing has "
        f"changed since. To take the place of this approval, run {command}."
    )


def _approve(folder: Path, topic: Topic, library: Library, reviewer: Reviewer) -> None:
    try:
        said = record_approval(folder, topic, library, reviewer)
    except RecordingError as error:
        refuse(str(error))
    old = topic.review
    if old.reviewer and old.reviewer != reviewer.name:
        click.echo(f"The last approval was by {old.reviewer}, {old.role}, on {old.reviewed}.")
    click.echo("\n".join(said))


def withdraw_approval(folder: Path, topic: Topic, by: str) -> None:
    """Withdraw the approvals of `topic`, and say so; exit with status 1 if there are none."""
    try:
        click.echo(record_withdrawal(folder, topic, by))
    except RecordingError as error:
        refuse(str(error))
