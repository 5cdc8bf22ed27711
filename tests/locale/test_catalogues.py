"""The catalogues are complete, true to the program, and compiled; no catalogue can stop the kiosk."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.locale.wordings import FOLDER, Wordings, catalogue, wordings
from kiosk.visit.terms.keys import STANDARD_NAMES
from kiosk.visit.terms.wording import Wording
from tests.conftest import ROOT
from tools import messages

LANGUAGES = sorted(path.parts[-3] for path in FOLDER.glob("*/LC_MESSAGES/kiosk.po"))
MAKE = "run “make messages”, translate what it names, and run it again"


def po(language: str) -> Path:
    return messages.catalogue_file(language)


# What is shipped


def test_there_is_a_spanish_catalogue():
    assert "es" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_program_is_translated_and_no_other(language: str):
    assert messages.updated(po(language), language) == po(language).read_bytes(), MAKE
    assert messages.problems(po(language), language) == [], MAKE


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_kiosk_reads_is_what_the_translator_wrote(language: str):
    assert catalogue(language).read_bytes() == messages.compiled(po(language).read_bytes(), language), MAKE


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_keys_have_two_names(language: str):
    words = wordings([language])[language]
    names = [words(name) for name in STANDARD_NAMES.values()]
    assert len(set(names)) == len(names)


def test_a_date_is_in_the_order_of_the_language():
    w = wordings(["es"])["es"]
    assert w("{month} {day}, {year}", month=w("October"), day=20, year=2026) == "20 de octubre de 2026"


# How texts are found


def program(folder: Path, code: str) -> Path:
    (folder / "program" / "visit").mkdir(parents=True)
    (folder / "program" / "visit" / "sheets.py").write_text(code)
    return folder / "program"


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('w("Help")', ["Help"]),
        ('state.words("No choice {n}", n=1)', ["No choice {n}"]),
        ('self.wording("On" if sound else "Off")', ["On", "Off"]),
        ('DAYS = ("Monday", "Friday")\ndef f(n):\n    return w(DAYS[n])', ["Monday", "Friday"]),
        ('NAMES: dict[str, str] = {"x": "Large"}\nw(NAMES[key])', ["Large"]),
        ('def f(sound):\n    key = "On" if sound else "Off"\n    return w(key)', ["On", "Off"]),
        ('w.count("One day", "{n} days", n)', [("One day", "{n} days")]),
        ('words("On")\nwords("On")', ["On"]),
        ('NAMES = MappingProxyType({1: "up", 2: "R", **{n: str(n) for n in (3, 4)}})\nw(NAMES[key])', ["up"]),
        ('print("Help")', []),
    ],
)
def test_a_text_is_found(tmp_path: Path, code: str, found: list[messages.Text]):
    assert [each.text for each in messages.texts_of_program(program(tmp_path, code))] == found


@pytest.mark.parametrize(
    "code", ["w(text)", 'w("a" + b)', "w(TABLE[1])", 'w(f"Page {n}")', "TABLE = (1, 2)\nw(TABLE[0])"]
)
def test_a_text_that_cannot_be_found_is_told_with_its_line(tmp_path: Path, code: str):
    with pytest.raises(messages.NotFoundError, match=r"sheets\.py:\d: "):
        messages.texts_of_program(program(tmp_path, code))


def test_a_new_language_gets_a_catalogue_that_lacks_every_translation(tmp_path: Path):
    command = (sys.executable, "-P", str(ROOT / "tools" / "messages.py"), "--locale", str(tmp_path), "vi")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1, done.stderr
    assert "vi: not translated: Main menu\n" in done.stdout
    path = messages.catalogue_file("vi", tmp_path)
    text = path.read_text("utf-8")
    assert "The kiosk's own words in Vietnamese" in text
    assert "nplurals=1" in text
    path.write_text(
        text.replace('msgid "Main menu"\nmsgstr ""', 'msgid "Main menu"\nmsgstr "Trình đơn chính"'), "utf-8"
    )
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert "Main menu" not in done.stdout
    words = Wordings(["vi"], tmp_path)["vi"]
    assert words("Main menu") == "Trình đơn chính"
    assert words("Go back") == "Go back"


def test_a_translation_that_fills_in_other_values_is_told(tmp_path: Path):
    path = messages.catalogue_file("es", tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
                    'msgid "Page {n} of {m}"\nmsgstr "Página {n} de {k}"\n', "utf-8")  # fmt: skip
    assert messages.problems(path, "es") == ["fills in other values: Page {n} of {m}"]


# Loading


def test_only_what_is_needed_is_loaded():
    code = (
        "import sys; from kiosk.locale.wordings import wordings; every = wordings(['en', 'es']); every['en']('Help');"
        "print('gettext' in sys.modules); every['es']; print('gettext' in sys.modules)"
    )
    done = subprocess.run((sys.executable, "-P", "-c", code), capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["False", "True"]


def test_there_are_wordings_for_the_languages_that_are_offered_and_no_other():
    assert list(wordings(["en", "es"])) == ["en", "es"]
    assert "es" not in wordings(["en"])
    assert wordings(["en", "es"])["en"]("Page {n} of {m}", n=1, m=2) == "Page 1 of 2"


def test_a_language_without_a_catalogue_has_the_english_words_and_the_log_says_so(caplog: pytest.LogCaptureFixture):
    every = wordings(["fr"])
    with caplog.at_level(logging.WARNING):
        assert every["fr"]("Page {n} of {m}", n=1, m=2) == "Page 1 of 2"
        assert every["fr"]("Help") == "Help"
    assert len(caplog.records) == 1, "it is looked for once"
    assert "“fr”" in caplog.text


SHIPPED = catalogue("es").read_bytes()


def with_bytes(folder: Path, data: bytes) -> Wording:
    path = catalogue("es", folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return Wordings(["es"], folder)["es"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xde\x12",
        b"no catalogue at all",
        SHIPPED[:40],
        SHIPPED[:-200],
        SHIPPED.replace(b"charset=utf-8", b"charset=utf-9"),
        SHIPPED.replace(b"plural=(n != 1)", b"plural=(n //= 1"),
        SHIPPED.replace(b"plural=(n != 1)", b"plural=(n % 0 )"),
        SHIPPED.replace("ú".encode(), b"\xff\xff"),
    ],
)
def test_a_spoilt_catalogue_leaves_the_english_words(tmp_path: Path, data: bytes):
    assert with_bytes(tmp_path, data)("Main menu") == "Main menu"


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.integers(0, len(SHIPPED) - 1), new=st.binary(max_size=6), cut=st.integers(0, 6))
def test_no_change_of_any_bytes_ends_the_kiosk(tmp_path: Path, at: int, new: bytes, cut: int):
    words = with_bytes(tmp_path, SHIPPED[:at] + new + SHIPPED[at + cut :])
    assert words("Page {n} of {m}", n=1, m=2)
    assert words.count("one", "{n}", 5)


@pytest.mark.parametrize("spoilt", ["{k}", "{", "{n.x}", "{n!z}", "{0}", "{n:d} {m:q}"])
def test_a_translation_that_cannot_be_filled_in_leaves_the_english_words(spoilt: str):
    assert Wording(lambda text: spoilt)("Page {n} of {m}", n=1, m=2) == "Page 1 of 2"


def test_a_language_chooses_its_own_form_for_a_number():
    def polish(one: str, many: str, n: int) -> str:
        return "{n} sekundę" if n == 1 else "{n} sekundy" if n % 10 in (2, 3, 4) else "{n} sekund"

    words = Wording(translate_count=polish)
    assert [words.count("{n} second", "{n} seconds", n) for n in (1, 2, 5)] == ["1 sekundę", "2 sekundy", "5 sekund"]
    assert [Wording().count("{n} second", "{n} seconds", n) for n in (1, 2)] == ["1 second", "2 seconds"]
