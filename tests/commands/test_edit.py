"""`kiosk edit` opens the editor on this machine, or says in one sentence why not."""

from __future__ import annotations

import importlib.util
import socket
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.editor.browser.server import Server
from kiosk.startup import environment
from tests.content.sample_clinic import sample


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["edit", *map(str, arguments)])


def test_it_prints_an_address_and_a_code_and_ends_with_ctrl_c(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def stopped(server: Any) -> None:
        assert server.server_address[0] == "127.0.0.1"
        raise KeyboardInterrupt

    monkeypatch.setattr(Server, "serve_forever", stopped)
    done = call("--content", sample(tmp_path).path, "--port", 0)
    assert done.exit_code == 0
    first, second, _, last = done.output.splitlines()
    assert first.startswith("Open http://127.0.0.1:")
    assert second.startswith("Code for the next browser: ")
    assert last == "The editor is closed."


def test_a_port_that_is_taken_is_named(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = call("--content", sample(tmp_path).path, "--port", taken.getsockname()[1])
    assert done.exit_code == 1
    assert "Give another one with --port." in done.output


def test_a_folder_that_is_not_there_is_named(tmp_path: Path):
    done = call("--content", tmp_path / "nowhere")
    assert done.exit_code == 1
    assert "cannot be opened" in done.output


def test_without_a_terminal_it_says_how_to_edit(tmp_path: Path):
    done = call("--content", sample(tmp_path).path, "--terminal")
    assert done.exit_code == 1
    assert "Leave --terminal out" in done.output


@pytest.fixture
def without_bottle(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *more: None if name == "bottle" else real(name, *more)
    )


@pytest.mark.usefixtures("without_bottle")
def test_its_part_is_installed_at_the_first_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    monkeypatch.setattr(environment, "FOLDER", environment.sys.prefix)
    monkeypatch.setattr(environment, "add", lambda lock, _: asked.append(lock) or "No network.")
    done = call("--content", sample(tmp_path).path)
    assert asked == ["requirements-edit.lock"]
    assert done.exit_code == 1
    assert done.output == "\nNo network.\n"


@pytest.mark.usefixtures("without_bottle")
def test_in_another_environment_it_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(environment, "FOLDER", str(tmp_path / "elsewhere"))
    done = call("--content", sample(tmp_path).path)
    assert done.exit_code == 1
    assert "-m pip install --require-hashes --no-deps -r " in done.output
