"""Compare what topics say of their approvals with the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kiosk.content.files.topic_file import TopicFile
from kiosk.content.model.library import Topic
from kiosk.content.record.approvals import Record, is_borne_out, withdrawal


def borne_out(topic: Topic, file: TopicFile, records: tuple[Record, ...], reviewers: int) -> Topic:
    """Return `topic`, marked if its approval does not count; tell staff why.

    Args:
        topic: The topic as its file says.
        file: Its file, to whose diagnostics is added.
        records: The list of approvals.
        reviewers: How many people have to approve a page.
    """
    review = topic.review
    if not topic.approved:
        return topic
    name = f"{topic.language}/{topic.name}"
    if review.record and review.record not in {each.mark for each in records}:
        file.diagnostics.add(
            "approval-unlisted",
            "The list of approvals has no line for this approval, so lines were removed from it.",
            "Put the list back with “kiosk undo”, or take it from a backup. "
            "If this text came from elsewhere, write “status: not yet approved” under “review”.",
            line=file.line_below_review("record"),
        )
        return replace(topic, void=True)
    if is_borne_out(review, name, records, reviewers):
        return topic
    gone = withdrawal(records, name, review.text)
    if gone:
        file.diagnostics.warn("approval-withdrawn", f"{gone.by} withdrew this approval on {gone.on}.", file.to_approve,
                              line=file.line_below_review("text"))  # fmt: skip
    else:
        file.diagnostics.warn(
            "one-reviewer",
            f"Only {review.reviewer} has approved this text, and clinic.yaml wants {reviewers} reviewers.",
            file.to_approve,
            line=file.line_below_review("text"),
        )
    return replace(topic, void=True)


def all_borne_out(
    topics: Mapping[str, dict[str, Topic]],
    files: Mapping[str, Mapping[str, TopicFile]],
    records: tuple[Record, ...],
    reviewers: int,
) -> None:
    """Replace each topic by what `borne_out` returns."""
    for language, own in topics.items():
        for name, topic in own.items():
            own[name] = borne_out(topic, files[language][name], records, reviewers)
