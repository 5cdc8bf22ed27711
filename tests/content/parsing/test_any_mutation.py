"""Whatever happens to the files of a running kiosk, patients have content that was right, and it never fails.

`KIOSK_MUTATIONS=10000` tries so many in place of the few hundred of an ordinary run.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from kiosk.content.live.at_start import content_at_start
from kiosk.content.live.last_good import LastGood
from kiosk.content.live.live import LiveContent
from kiosk.content.reader import read_content
from tests.content.sample_clinic import FILES, ClinicFolder, sample

MUTATIONS = int(os.environ.get("KIOSK_MUTATIONS", "600"))
ROUNDS = 8
LINES = [line for text in FILES.values() for line in text.splitlines()]
SIGNS_OF_YAML = ["\t", "#", ": ", "'", '"', "- ", "[", "}", "&a ", "*a", "!x ", "---\n", "\x00", "\ufeff", "\r\n", "🙂"]


class Vandal:
    """Does to a content folder what staff, editors, networks and disks do."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder = folder
        self.chance = chance
        self.aside = folder.with_name("aside")

    def act(self) -> str:
        """One change; returns its name."""
        if self.aside.exists():
            self._remove(self.folder)
            self.aside.rename(self.folder)
            return "share comes back"
        acts = [
            self.truncate, self.bytes, self.insert, self.line, self.delete, self.folder_for_file, self.loop,
            self.dangling, self.swap, self.empty, self.stray, self.language_gone, self.share_gone, self.forbid,
            self.title, self.mend, self.mend, self.mend,
        ]  # fmt: skip
        act = self.chance.choice(acts)
        try:
            act()
        except FileNotFoundError:
            self.mend()
        except (IsADirectoryError, NotADirectoryError, FileExistsError, OSError):
            self._remove(self.folder)
            self.mend()
        return act.__name__

    def path(self) -> Path:
        return self.folder / self.chance.choice(list(FILES))

    def truncate(self) -> None:
        path = self.path()
        raw = path.read_bytes()
        path.write_bytes(raw[: self.chance.randrange(len(raw) + 1)])

    def bytes(self) -> None:
        path = self.path()
        raw = bytearray(path.read_bytes())
        for _ in range(self.chance.randint(1, 5)):
            if raw:
                raw[self.chance.randrange(len(raw))] = self.chance.randrange(256)
        path.write_bytes(raw)

    def insert(self) -> None:
        path = self.path()
        text = path.read_bytes().decode("utf-8", "replace")
        at = self.chance.randrange(len(text) + 1)
        path.write_text(text[:at] + self.chance.choice(SIGNS_OF_YAML) + text[at:], "utf-8")

    def line(self) -> None:
        path = self.path()
        lines = path.read_text("utf-8", "replace").split("\n")
        lines[self.chance.randrange(len(lines))] = self.chance.choice(LINES)
        path.write_text("\n".join(lines), "utf-8")

    def delete(self) -> None:
        self.path().unlink()

    def folder_for_file(self) -> None:
        path = self.path()
        path.unlink()
        path.mkdir()

    def loop(self) -> None:
        path = self.path()
        path.unlink()
        path.symlink_to(path)

    def dangling(self) -> None:
        path = self.path()
        path.unlink()
        path.symlink_to(self.folder / "nowhere.yaml")

    def swap(self) -> None:
        first, second = self.path(), self.path()
        raw = first.read_bytes()
        first.write_bytes(second.read_bytes())
        second.write_bytes(raw)

    def empty(self) -> None:
        self.path().write_bytes(b"")

    def stray(self) -> None:
        name = self.chance.choice(["en/.signs.yaml.swp", "en/copy of signs.yaml", "en/new.yaml", "x.yaml", "en/a.yml"])
        (self.folder / name).write_bytes(self.chance.randbytes(200))

    def language_gone(self) -> None:
        self._remove(self.folder / "en")

    def share_gone(self) -> None:
        self.folder.rename(self.aside)

    def forbid(self) -> None:
        self.path().chmod(0)

    def title(self) -> None:
        path = self.folder / "en/signs.yaml"
        text = path.read_text("utf-8", "replace")
        path.write_text(text.replace("In the bones", f"In the bones {self.chance.randrange(1000)}"), "utf-8")

    def mend(self) -> None:
        """Everything is as it should be again."""
        self._remove(self.folder)
        self.folder.mkdir(exist_ok=True)
        for file, text in FILES.items():
            (self.folder / file).parent.mkdir(exist_ok=True)
            (self.folder / file).write_text(text, "utf-8")

    def _remove(self, path: Path) -> None:
        if path.is_symlink() or path.is_file():
            path.unlink()
        elif path.exists():
            shutil.rmtree(path)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_patients_always_have_content_that_was_right(tmp_path: Path, seed: int):
    folder: ClinicFolder = sample(tmp_path)
    chance = random.Random(seed)
    vandal = Vandal(folder.path, chance)
    last_good = LastGood(tmp_path / "state")
    live = LiveContent(folder.path, content_at_start(folder.path, last_good), last_good)
    taken = faults = 0
    for _ in range(MUTATIONS // ROUNDS):
        vandal.act()
        for _ in range(chance.choice([0, 1, 2, 3])):
            heard = live.library.words
            library = live.poll()
            if library is not None:
                taken += 1
                assert library == read_content(folder.path, spoken=heard).library
            assert live.library.topic("feel-unwell", "en").groups("cards")
            for name in ("disclaimer", *live.library.clinic.menu):
                topic = live.library.topic(name, "en")
                assert topic.title
                assert topic.groups("sections") or topic.groups("cards")
        faults += live.error_count > 0
        if chance.random() < 0.05:  # the kiosk is started anew in the midst of it
            live = LiveContent(folder.path, content_at_start(folder.path, last_good), last_good)
            assert live.library.topic("feel-unwell", "en").groups("cards")
    assert taken
    assert faults
    if vandal.aside.exists():
        vandal.act()
    vandal.mend()
    live.poll()
    live.poll()
    assert live.error_count == 0
    assert live.library == read_content(folder.path).library
