"""Whoever looks after many kiosks hears of each what matters, and nothing of patients."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import time
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kiosk import __version__
from kiosk.fleet.receive.health import health_text, write_health
from kiosk.fleet.receive.receiver import receive
from kiosk.machine.condition import FOLDER, RUN, SOUND, note_made, note_run, note_sound, note_volume
from kiosk.speech.ready.made import Count
from tests.conftest import ROOT
from tests.fleet.house import NOW, House

DEPLOY = ROOT / "deploy" / "fleet"
RULES = DEPLOY / "alerts.yaml"
NOT_OURS = {"node_textfile_mtime_seconds"}
"""That of node_exporter."""


def said(house: House) -> dict[str, float]:
    """Name with labels → value."""
    lines = health_text(house.settings).splitlines()
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))}


@pytest.fixture
def state(house: House, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the kiosk notes how it is."""
    monkeypatch.setenv("STATE_DIRECTORY", str(house.settings.kiosk_state))
    return house.settings.kiosk_state


def test_a_kiosk_that_is_well(house: House, state: Path):
    release = house.publish("212-444-0101")
    house.receive(NOW)
    note_run(2, time.monotonic() - 100)
    note_sound(True)
    found = said(house)
    assert found[f'kiosk_info{{channel="stable",kiosk="clinic-1",version="{__version__}"}}'] == 1
    assert found[f'kiosk_content_info{{content="{release.content[:16]}"}}'] == 1
    assert found["kiosk_content_whole"] == found["kiosk_content_approved"] == 1
    assert found["kiosk_content_release"] == release.number
    assert found["kiosk_content_published_timestamp_seconds"] == NOW.timestamp()
    assert found["kiosk_receive_success_timestamp_seconds"] == NOW.timestamp()
    due = datetime.combine(date.today() + timedelta(days=300), datetime.min.time(), UTC)
    assert found["kiosk_review_due_timestamp_seconds"] == due.timestamp()
    assert found['kiosk_receive_problem{code="none"}'] == 1
    assert found["kiosk_up"] == found["kiosk_sound_working"] == 1
    assert 100 <= found["kiosk_uptime_seconds"] < 400
    assert found["kiosk_restarts"] == 2


def test_a_kiosk_that_cannot_be_reached_and_heard(house: House, state: Path):
    house.publish("212-444-0101")
    house.receive(NOW)
    house.receive(NOW + timedelta(days=3), source="http://127.0.0.1:9")
    note_sound(False)
    found = said(house)
    assert found['kiosk_receive_problem{code="unreachable"}'] == 1
    assert found["kiosk_receive_success_timestamp_seconds"] == NOW.timestamp()
    assert found["kiosk_receive_attempt_timestamp_seconds"] == (NOW + timedelta(days=3)).timestamp()
    assert found["kiosk_sound_working"] == found["kiosk_up"] == 0


def test_a_kiosk_whose_sound_is_turned_down_is_told(house: House, state: Path):
    note_sound(True)
    note_volume(3)
    assert said(house)["kiosk_sound_volume_percent"] == 3


def test_a_kiosk_that_has_nothing_yet(house: House):
    found = said(house)
    assert found['kiosk_content_info{content="none"}'] == 1
    assert found["kiosk_content_whole"] == found["kiosk_content_release"] == 0
    assert not any("timestamp" in name or "sound" in name for name in found)


def test_changed_files_are_seen(house: House):
    house.publish("212-444-0101")
    house.receive()
    (house.current / "words.yaml").write_text("words: []\n")
    assert said(house)["kiosk_content_whole"] == 0


def test_how_much_speech_is_made_ahead_is_told_by_language(house: House, state: Path):
    note_made([Count("en", 279, 558, 558, 3_906)])
    found = said(house)
    made = {name: value for name, value in found.items() if name.startswith("kiosk_speech_made_ratio")}
    assert sorted(made.values()) == [558 / 3_906, 0.5]


@pytest.mark.parametrize(
    "note", [b"", b"[]", b'{"pid": "x"}', b'{"pid": 1e999}', b'{"pid": -1, "started": 0}', b"\xff"]
)
def test_a_damaged_note_is_no_note(house: House, state: Path, note: bytes):
    (state / FOLDER).mkdir(parents=True)
    (state / FOLDER / RUN).write_bytes(note)
    (state / FOLDER / SOUND).write_bytes(note)
    found = said(house)
    assert found["kiosk_up"] == 0
    assert "kiosk_sound_working" not in found


def test_a_note_of_before_the_last_start_of_the_machine_does_not_count(house: House, state: Path):
    note_run(0, time.monotonic() + 1000)
    assert said(house)["kiosk_up"] == 0
    note_run(0, time.monotonic() - 1000)
    assert said(house)["kiosk_up"] == 1
    path = state / FOLDER / RUN
    gone = subprocess.Popen(("true",))
    gone.wait()
    path.write_text(path.read_text().replace(f'"pid": {os.getpid()}', f'"pid": {gone.pid}'))
    assert said(house)["kiosk_up"] == 0


def test_a_note_that_cannot_be_written_holds_up_nothing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("STATE_DIRECTORY", "/proc/nowhere")
    note_run(0, 0.0)
    note_sound(True)


def test_the_file_is_written_whole(house: House):
    house.publish("212-444-0101")
    house.receive()
    path = house.place / "health" / "kiosk.prom"
    write_health(house.settings, path)
    assert [each.name for each in path.parent.iterdir()] == ["kiosk.prom"]
    kept = path.read_text()
    assert kept.endswith("\n")
    assert set(re.findall(r"^(\w+)", kept, re.MULTILINE)) == {name.split("{")[0] for name in said(house)}


def test_nothing_of_patients_is_told(house: House, state: Path):
    house.publish("212-444-0101")
    house.receive()
    note_run(0, time.monotonic())
    note_sound(True)
    labels = {label for name in said(house) for label in re.findall(r'(\w+)="', name)}
    assert labels == {"kiosk", "channel", "version", "content", "code"}
    assert set(json.loads((state / FOLDER / RUN).read_text())) == {"pid", "started", "restarts"}
    assert set(json.loads((state / FOLDER / SOUND).read_text())) == {"works"}


# Rules and dashboard


def all_names(house: House) -> set[str]:
    """Every name that a kiosk can tell."""
    house.publish("212-444-0101")
    receive(replace(house.settings), NOW)
    note_run(0, time.monotonic())
    note_sound(True)
    note_volume(80)
    return {name.split("{")[0] for name in said(house)}


def names_in(text: str) -> set[str]:
    return set(re.findall(r"\b((?:kiosk|node)_[a-z_]+)\b", text))


def expressions() -> list[str]:
    board = json.loads((DEPLOY / "grafana-dashboard.json").read_text("utf-8"))
    return [target["expr"] for panel in board["panels"] for target in panel["targets"]]


def test_rules_and_dashboard_speak_of_what_kiosks_tell(house: House, state: Path):
    told = all_names(house) | NOT_OURS
    rules = set(re.findall(r"expr: (.*)", RULES.read_text("utf-8")))
    assert len(rules) > 8
    assert {name for text in (*rules, *expressions()) for name in names_in(text)} <= told


def test_each_alert_says_what_to_do_and_is_tried_out():
    text = RULES.read_text("utf-8")
    tried = (DEPLOY / "alerts-test.yaml").read_text("utf-8")
    alerts = re.findall(r"- alert: (\w+)(.*?)(?=- alert|\Z)", text, re.DOTALL)
    for name, rest in alerts:
        assert "summary:" in rest, name
        assert "todo:" in rest, name
        raised = re.search(rf"alertname: {name}\n\s+exp_alerts:", tried)
        assert raised, f"alerts-test.yaml never has {name} raised"


def promtool(*arguments: str | Path) -> str:
    program = shutil.which("promtool")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("promtool is missing")
        pytest.skip("promtool is not installed (Debian: prometheus)")
    done = subprocess.run((program, *map(str, arguments)), capture_output=True, text=True, check=False, cwd=DEPLOY)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_prometheus_takes_the_rules():
    promtool("check", "rules", RULES)
    promtool("test", "rules", DEPLOY / "alerts-test.yaml")


def test_prometheus_takes_the_dashboards_expressions(tmp_path: Path):
    rules = [{"record": f"try:{n}", "expr": text.replace("$channel", ".*")} for n, text in enumerate(expressions())]
    path = tmp_path / "rules.yaml"
    path.write_text(json.dumps({"groups": [{"name": "dashboard", "rules": rules}]}))
    promtool("check", "rules", path)


def test_prometheus_takes_what_a_kiosk_tells(house: House):
    program = shutil.which("promtool")
    if program is None:
        pytest.skip("promtool is not installed (Debian: prometheus)")
    house.publish("212-444-0101")
    house.receive()
    text = health_text(house.settings)
    done = subprocess.run((program, "check", "metrics"), input=text, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
