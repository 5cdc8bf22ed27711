"""The commands of the content manager and of a kiosk, from the first key to a rollback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.commands.fleet.fleet_publishing import PASSPHRASE as VARIABLE
from tests.conftest import ROOT
from tests.content.sample_clinic import as_own
from tests.fleet.prepared import PASSPHRASE, prepare


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder with content that a clinician has approved."""
    shutil.copytree(ROOT / "content", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    return tmp_path


@pytest.fixture
def prepared(here: Path) -> Path:
    prepare(here)
    return here


def fleet(*arguments: str, **more: str) -> Result:
    result = CliRunner().invoke(main, ["fleet", *arguments], **more)  # type: ignore[arg-type]
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def test_from_the_first_key_to_the_first_content(here: Path):
    made = fleet("init")
    assert made.exit_code == 0
    assert "root-3.pem" in made.output
    for more in ((), ("--allow-unapproved",)):
        refused = fleet("publish", "content", "--channel", "stable", *more)
        assert refused.exit_code == 1
        assert "some of it is still a sample" in refused.output
    as_own(here / "content")
    refused = fleet("publish", "content", "--channel", "stable")
    assert refused.exit_code == 1
    assert "no clinician has approved" in refused.output
    tried = fleet("publish", "content", "--channel", "stable", "--allow-unapproved")
    assert tried.exit_code == 0
    assert "NOT APPROVED" in tried.output
    (here / "fleet.yaml").write_text(f"from: {here}/fleet/public\nroot: fleet/root.json\nfolder: kiosk\n")
    assert "[not-approved]" in fleet("receive", "--settings", "fleet.yaml").output
    assert not (here / "kiosk" / "current").exists()
    with (here / "fleet.yaml").open("a") as file:
        file.write("accept-unapproved: yes\n")
    assert fleet("receive", "--settings", "fleet.yaml").exit_code == 0
    assert "No clinician has approved all of it." in fleet("kiosk", "--settings", "fleet.yaml").output
    assert "NOT APPROVED" in fleet("status").output


def test_a_bad_publication_is_undone_everywhere_with_one_command(prepared: Path):
    current = prepared / "kiosk" / "current" / "clinic.yaml"
    assert fleet("publish", "content", "--channel", "canary", "--note", "A bad one").exit_code == 0
    assert "for 1 % of the kiosks" in fleet("promote", "canary", "stable").output
    assert fleet("promote", "canary", "stable", "--ring", "100").exit_code == 0
    fleet("receive", "--settings", "fleet.yaml")
    assert "212-444-0002" not in current.read_text()
    undone = fleet("rollback")
    assert undone.exit_code == 0
    assert undone.output.count("for all kiosks") == 2
    fleet("receive", "--settings", "fleet.yaml")
    assert "212-444-0002" in current.read_text()


def test_passphrases_are_asked_for_where_the_environment_has_none(prepared: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(VARIABLE)
    right = fleet("publish", "content", "--channel", "canary", input=f"{PASSPHRASE}\n")
    assert right.exit_code == 0
    assert PASSPHRASE not in right.output
    wrong = fleet("rollback", input="guessed\n")
    assert wrong.exit_code == 1
    assert "could not be opened" in wrong.output


def test_a_new_passphrase_is_asked_for_twice(here: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(VARIABLE)
    assert fleet("init", input="a b c d\n" * 2 * 4).exit_code == 0, "four keys, and none is asked for again"
    assert "ENCRYPTED" in (here / "fleet/keys/content-1.pem").read_text()
    assert "ENCRYPTED" not in (here / "fleet/keys/freshness-1.pem").read_text()


def test_content_from_a_stick(prepared: Path):
    assert fleet("receive", "--settings", "fleet.yaml", "--from", "stick/fleet").exit_code == 0


def test_health_goes_where_the_settings_say(prepared: Path):
    assert "kiosk_content_release 0.0" in fleet("health", "--settings", "fleet.yaml").output
    with (prepared / "fleet.yaml").open("a") as file:
        file.write("health-file: health/kiosk.prom\n")
    fleet("receive", "--settings", "fleet.yaml")
    assert "kiosk_content_whole 1.0" in (prepared / "health/kiosk.prom").read_text()
    assert fleet("health", "--settings", "fleet.yaml").exit_code == 0
    (prepared / "health/kiosk.prom").unlink()
    (prepared / "health").rmdir()
    (prepared / "health").write_text("a file is in the way")
    assert fleet("health", "--settings", "fleet.yaml").exit_code == 1
    assert fleet("receive", "--settings", "fleet.yaml").exit_code == 0, "the content came all the same"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("status", "--network", "nowhere"), "is missing"),
        (("publish", "nowhere", "--channel", "stable"), "has errors"),
        (("publish", "content", "--channel", "Stable"), "cannot be the name of a channel"),
        (("promote", "nowhere", "stable"), "Nothing is published in “nowhere”. There is: canary, stable."),
        (("rollback", "--channel", "nowhere"), "Nothing is published in “nowhere”"),
        (("rotate-key", "content-9"), "It has: root-1, root-2, root-3, content-1, freshness-1."),
        (("init",), "already"),
        (("kiosk", "--settings", "nowhere.yaml"), "cannot be used"),
    ],
)
def test_a_wrong_call_is_told_and_changes_nothing(prepared: Path, arguments: tuple[str, ...], sentence: str):
    before = {path: path.read_bytes() for path in prepared.rglob("*") if path.is_file()}
    result = fleet(*arguments)
    assert result.exit_code == 1
    assert sentence in " ".join(result.output.split())
    assert "Traceback" not in result.output
    assert {path: path.read_bytes() for path in prepared.rglob("*") if path.is_file()} == before


def test_a_key_is_replaced(prepared: Path):
    result = fleet("rotate-key", "content-1")
    assert result.exit_code == 0
    assert "content-2.pem" in result.output
    assert fleet("receive", "--settings", "fleet.yaml").exit_code == 0
    assert "content-2 must sign" in fleet("status").output
