"""`kiosk approve`: record that a clinician approves exactly this text."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click

from kiosk.commands.content.topics import checked_name, find_topic, no_review, own_folder, read_everything, refuse
from kiosk.commands.content.typed_here import as_typed
from kiosk.commands.review.confirm_clinic import confirm, missing_in
from kiosk.content.advice.review_dates import DUE_SOON_DAYS
from kiosk.content.approval.approved_texts import keep
from kiosk.content.approval.edit_review import problem_with_approval, with_approval, with_withdrawal
from kiosk.content.approval.refusals import reasons_against
from kiosk.content.files.particulars_file import particulars_of
from kiosk.content.model.library import Library, Topic
from kiosk.content.model.required import WITH_CARDS
from kiosk.content.reader import read_content
from kiosk.machine.files import rewrite

_LAY_OUT = "Give the review lines of its own, each with a name, a colon and a short text, and try again."


@click.command("approve")
@click.argument("name", metavar="[TOPIC]", required=False, default="")
@click.option("--by", "reviewer", required=True, metavar="NAME", help="Who approves or withdraws.")
@click.option("--role", default="", help="The reviewer's profession; needed to approve a TOPIC.")
@click.option("--language", default="", metavar="xx", help="The language of the text; the first one by default.")
@click.option("--replace", "may_replace", is_flag=True, help="Take the place of somebody else's approval.")
@click.option("--withdraw", is_flag=True, help="Withdraw the approval of TOPIC.")
@click.option("--clinic", "about_clinic", is_flag=True, help="Record that the clinic's name and numbers are right.")
@click.option("--dialed", is_flag=True, help="Ask nothing: each number was dialed, and the right people answered.")
@click.option("--content", type=click.Path(path_type=Path), help="The folder with the content.")
def command(
    name: str,
    reviewer: str,
    role: str,
    language: str,
    may_replace: bool,
    withdraw: bool,
    about_clinic: bool,
    dialed: bool,
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
        _withdraw(folder, topic, reviewer)
        return
    _check(folder, topic, library, reviewer, role, may_replace)
    missing = missing_in(folder, library.clinic)
    if topic.name in WITH_CARDS and missing:
        click.echo("Patients in an emergency rely on the clinic's name and numbers. These are not confirmed yet.")
        confirm(folder, library.clinic, missing, reviewer, dialed)
    _approve(folder, topic, library, reviewer, role)


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


def _approve(folder: Path, topic: Topic, library: Library, reviewer: str, role: str) -> None:
    today = date.today()
    due = in_a_year(today)
    path = folder / topic.language / f"{topic.name}.yaml"
    before = path.read_bytes()
    after = with_approval(before, reviewer, role, today, due, topic.fingerprint)
    if after is None:
        refuse(no_review(path))
    if fault := problem_with_approval(after, reviewer, role):
        refuse(f"The approval cannot be written into {path}, and nothing was changed. {fault} {_LAY_OUT}")
    try:
        keep(folder, topic, library.words)
        rewrite(path, after)
    except OSError as error:
        refuse(f"The approval could not be written ({error.strerror}). Nothing was changed in {path}.")
    everything = read_content(folder).everything
    if everything is None or not everything.topics[topic.language][topic.name].approved:
        rewrite(path, before)
        refuse(
            f"{path}, clinic.yaml or words.yaml was changed meanwhile, so nothing was recorded. "
            "Read it, and approve it again."
        )
    if topic.review.reviewer and topic.review.reviewer != reviewer:
        old = topic.review
        click.echo(f"The last approval was by {old.reviewer}, {old.role}, on {old.reviewed}.")
    click.echo(f"{reviewer}, {role}, has approved “{topic.title}” ({topic.language}/{topic.name}) as it is now.")
    click.echo(f"The next review is due on {due}.")


def _withdraw(folder: Path, topic: Topic, by: str) -> None:
    path = folder / topic.language / f"{topic.name}.yaml"
    old, where = topic.review, f"“{topic.title}” ({topic.language}/{topic.name})"
    if not old.reviewer:
        refuse(f"Nobody has approved {where}, so there is nothing to withdraw.")
    after = with_withdrawal(path.read_bytes(), by, date.today())
    if after is None:
        refuse(no_review(path))
    try:
        rewrite(path, after)
    except OSError as error:
        refuse(f"The withdrawal could not be written ({error.strerror}). Nothing was changed in {path}.")
    click.echo(f"{by} has withdrawn the approval of {where} by {old.reviewer}, {old.role}, on {old.reviewed}.")


def in_a_year(day: date) -> date:
    """Return the same day a year later; 28 February for a leap day."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
