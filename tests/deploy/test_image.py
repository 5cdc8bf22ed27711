"""The bootable image: what its first start asks, and how the answers get into the clinic's files."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

from kiosk.device.device_file import read_device
from tests.conftest import ROOT
from tests.terminal.virtual_screen import require

IMAGE = ROOT / "deploy" / "image"


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The questions, about files of a clinic that has just got the image."""
    spec = importlib.util.spec_from_file_location("image_setup", IMAGE / "setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    clinic, device = tmp_path / "clinic.yaml", tmp_path / "device.yaml"
    clinic.write_bytes((ROOT / "content/clinic.yaml").read_bytes())
    device.write_bytes((ROOT / "deploy/system/device.yaml").read_bytes())
    files = {module.CLINIC_FILE: clinic, module.DEVICE_FILE: device}
    asked = tuple(question._replace(file=files[question.file]) for question in module.QUESTIONS)
    monkeypatch.setattr(module, "QUESTIONS", asked)
    return module


def never(question: object, present: str, wrong: str) -> str:
    raise AssertionError(question, present, wrong)


def test_what_makes_the_image_is_plain_shell_without_a_remark():
    require("shellcheck", "dash")
    subprocess.run(("dash", "-n", IMAGE / "make.sh"), check=True)
    done = subprocess.run(("shellcheck", IMAGE / "make.sh"), capture_output=True, text=True, check=False)
    assert done.stdout == ""


def test_what_a_file_answers_is_not_asked(setup: ModuleType, tmp_path: Path):
    answers = setup.given(
        b'name: "A: clinic # 1"\r\nphone: 212-555-0100\nstaff-pin: "271828"\nkeys: number-pad\n'
        b"screen-width-mm: 476\nother: x\n#name: no\n"
    )
    setup.ask_all(answers, never)
    device, problems = read_device(tmp_path / "device.yaml")
    assert device is not None
    assert problems == ()
    assert (device.keys, device.screen_width_mm, device.sound) == ("number-pad", 476, "loudspeaker")
    assert "271828" not in (tmp_path / "device.yaml").read_text()
    assert [setup.now_in(each, each.file) for each in setup.QUESTIONS[:2]] == ["A: clinic # 1", "212-555-0100"]


def test_a_wrong_answer_is_asked_again_and_written_nowhere(setup: ModuleType, tmp_path: Path):
    typed = {"name": ["Ours"], "phone": ["none", "212-555-0100"], "staff-pin": ["1", "271828"], "keys": ["x", ""]}
    heard: list[tuple[str, str]] = []

    def ask(question: object, present: str, wrong: str) -> str:
        name: str = question.field  # type: ignore[attr-defined]
        heard.append((name, wrong))
        return typed.get(name, [""]).pop(0)

    setup.ask_all({"keys": "nonsense"}, ask)
    assert all(wrong for name, wrong in heard if name == "keys")
    assert [name for name, _ in heard].count("phone") == 2
    assert "nonsense" not in (tmp_path / "device.yaml").read_text()


def test_no_boot_loader_shows_a_menu_or_a_prompt():
    menu = (IMAGE / "grub.cfg").read_text("utf-8")
    assert "timeout=0" in menu
    assert "superusers=" in menu
    assert menu.count("menuentry") == menu.count("--unrestricted")
    for file in (IMAGE / "grub.cfg", ROOT / "deploy/system/grub.cfg"):
        assert "panic=10" in file.read_text("utf-8"), file


def test_the_kiosk_may_bring_its_console_to_the_front():
    unit = (ROOT / "deploy/systemd/kiosk.service").read_text("utf-8")
    assert "chvt 1" in unit
    assert "DeviceAllow=/dev/tty0 rw" in unit
