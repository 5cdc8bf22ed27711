"""Metrics of one kiosk for Prometheus, in a file for node_exporter's textfile collector.

Contains no patient data: only which content is shown, how old it is, and whether the kiosk and its sound work.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path

from prometheus_client import CollectorRegistry, Gauge, generate_latest, write_to_textfile

import kiosk
from kiosk.fleet.receive.release_store import ReleaseStore
from kiosk.fleet.receive.report import Report, moment_of, read_report
from kiosk.fleet.receive.settings import Settings
from kiosk.machine.condition import made_noted, run_noted, sound_noted, volume_noted
from kiosk.speech.ready.made import counts_of

_SHOWN = 16
"""Hex digits of a content's hash; enough to distinguish two."""


def write_health(settings: Settings, path: Path) -> None:
    """Write the metrics to `path` atomically. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_to_textfile(str(path), health_of(settings))


def health_text(settings: Settings) -> str:
    """Return the metrics as text."""
    return generate_latest(health_of(settings)).decode()


def health_of(settings: Settings) -> CollectorRegistry:
    """Return the metrics of the kiosk with `settings`."""
    registry = CollectorRegistry()
    report = read_report(settings.folder)
    info = _gauge(registry, "kiosk_info", "Which kiosk this is.", "kiosk", "channel", "version")
    info.labels(settings.kiosk, settings.channel, kiosk.__version__).set(1)
    _content(registry, report, ReleaseStore(settings.folder).content())
    _receiving(registry, report)
    _running(registry, settings)
    return registry


def _content(registry: CollectorRegistry, report: Report, content: str) -> None:
    shown = _gauge(
        registry, "kiosk_content_info", "The hash of the content in the folder that patients see.", "content"
    )
    shown.labels(content[:_SHOWN] or "none").set(1)
    whole = bool(content) and content == report.content
    _set(registry, "kiosk_content_whole", "Whether that is exactly what was received last.", whole)
    _set(registry, "kiosk_content_release", "The release of the channel; 0 for none.", report.number)
    if report.content:
        _set(registry, "kiosk_content_approved", "Whether clinicians have approved all of it.", report.approved)
    _moment(registry, "kiosk_content_published_timestamp_seconds", "When it was published.", report.published)
    if report.review_due:
        due = datetime.combine(date.fromisoformat(report.review_due), time(), UTC)
        _set(registry, "kiosk_review_due_timestamp_seconds", "The first day on which a review is due.", due.timestamp())


def _receiving(registry: CollectorRegistry, report: Report) -> None:
    tried, made_sure = "kiosk_receive_attempt_timestamp_seconds", "kiosk_receive_success_timestamp_seconds"
    _moment(registry, tried, "When new content was last looked for.", report.looked)
    _moment(registry, made_sure, "When the kiosk last had for sure what it is to have.", report.reached)
    problem = _gauge(registry, "kiosk_receive_problem", "1 for the code of the last problem, or none.", "code")
    problem.labels(report.problem or "none").set(1)


def _running(registry: CollectorRegistry, settings: Settings) -> None:
    run = run_noted(settings.kiosk_state)
    _set(registry, "kiosk_up", "Whether the kiosk's program runs.", run is not None)
    if run is not None:
        _set(registry, "kiosk_uptime_seconds", "For how long it has.", run["up"])
        _set(registry, "kiosk_restarts", "How often the app was started again in this time.", run["restarts"])
    sound = sound_noted(settings.kiosk_state)
    if sound is not None:
        _set(registry, "kiosk_sound_working", "Whether sound worked when it was last used.", sound)
    with suppress(ValueError):
        counts = counts_of(made_noted(settings.kiosk_state))
        made = _gauge(registry, "kiosk_speech_made_ratio", "How much speech is made ahead, of 1.", "language", "speeds")
        for each in counts:
            made.labels(each.language, "start").set(each.made / max(1, each.of))
            made.labels(each.language, "all").set(each.made_in_all / max(1, each.in_all))
    percent = volume_noted(settings.kiosk_state)
    if percent is not None:
        is_for = "The system volume of the sound device in per cent; 0 if it is muted."
        _set(registry, "kiosk_sound_volume_percent", is_for, percent)


def _moment(registry: CollectorRegistry, name: str, is_for: str, text: str) -> None:
    moment = moment_of(text)
    if moment is not None:
        _set(registry, name, is_for, moment.timestamp())


def _set(registry: CollectorRegistry, name: str, is_for: str, value: float) -> None:
    _gauge(registry, name, is_for).set(value)


def _gauge(registry: CollectorRegistry, name: str, is_for: str, *labels: str) -> Gauge:
    return Gauge(name, is_for, labels, registry=registry)
