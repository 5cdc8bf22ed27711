"""The wheel has all that the kiosk is made of, and asks for the parts that the checkout asks for."""

from __future__ import annotations

import re
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

from kiosk import __version__
from tests.conftest import ROOT
from tests.packaging.files import files_below


def files_in(wheel: Path, prefix: str) -> dict[str, bytes]:
    with ZipFile(wheel) as packed:
        names = [name for name in packed.namelist() if name.startswith(prefix)]
        return {name.removeprefix(prefix): packed.read(name) for name in names}


def test_every_file_of_the_program_is_in_it(wheel: Path):
    packed = {name: raw for name, raw in files_in(wheel, "kiosk/").items() if not name.startswith("sample/")}
    assert sorted(packed) == sorted(files_below(ROOT / "kiosk"))
    assert {Path(name).suffix for name in packed} > {".py", ".tcss", ".mo", ".yaml", ".hex"}


def test_the_sample_is_the_content_as_it_is_shipped(wheel: Path):
    assert files_in(wheel, "kiosk/sample/") == files_below(ROOT / "content")


def test_nothing_else_is_in_it(wheel: Path):
    data = f"waiting_room_kiosk-{__version__}.data/"
    told = f"waiting_room_kiosk-{__version__}.dist-info/"
    others = [name for name in files_in(wheel, "") if not name.startswith(("kiosk/", told))]
    assert others == [f"{data}data/share/man/man1/kiosk.1"]
    assert {"licenses/LICENSE", "licenses/NOTICE"} < set(files_in(wheel, told))


def test_it_asks_for_the_parts_of_the_checkout(wheel: Path):
    raw = files_in(wheel, f"waiting_room_kiosk-{__version__}.dist-info/")["METADATA"].decode()
    asked = [line for line in Parser().parsestr(raw).get_all("Requires-Dist", []) if "extra ==" not in line]
    locked = dict(re.findall(r"(?m)^([\w.-]+)==([\w.+!-]+)", (ROOT / "requirements.lock").read_text("utf-8").lower()))
    for line in asked:
        name, _, version = re.split(r"[;\s]", line.lower())[0].partition("==")
        assert name in locked
        assert version in ("", locked[name])


def test_the_version_is_the_one_that_the_kiosk_tells(wheel: Path):
    assert f"-{__version__}-" in wheel.name
