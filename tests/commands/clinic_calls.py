"""Commands called on a clinic's folder, and what became of it."""

from __future__ import annotations

import re
import shlex

from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.commands.content.typed_here import PROGRAM
from kiosk.content.model.library import Topic
from kiosk.content.reader import read_content
from tests.content.sample_clinic import CLINIC, SIGNS, ClinicFolder, translated

BY = ("--by", "Dr A. Example", "--role", "oncologist")


def call(folder: ClinicFolder, *arguments: str) -> Result:
    option = () if arguments[0] == "check" else ("--content", str(folder.path))
    where = (str(folder.path),) if arguments[0] == "check" else ()
    done = CliRunner().invoke(main, [*arguments, *option, *where])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def as_printed(output: str) -> Result:
    """What becomes of the first command in `output`, typed exactly as it is printed."""
    found = re.search(rf"“{re.escape(PROGRAM)} ([^”]*)”", output)
    assert found, output
    done = CliRunner().invoke(main, shlex.split(found[1]))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def in_spanish_too(folder: ClinicFolder) -> None:
    folder.write("clinic.yaml", CLINIC.replace("[en]", "[en, es]"))
    folder.write(
        "es/disclaimer.yaml", translated(folder, "disclaimer", (folder.path / "en/disclaimer.yaml").read_text())
    )
    folder.write("es/signs.yaml", translated(folder, "signs", SIGNS))


def topic(folder: ClinicFolder, name: str = "signs", language: str = "en") -> Topic:
    everything = read_content(folder.path).everything
    assert everything is not None
    return everything.topics[language][name]
