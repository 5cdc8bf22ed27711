"""Reads what people read, and reports words and sentences that make them stop: `make lint`.

Three checks over the documents, the help of the commands, the kiosk's own messages and what `check` answers:

1. the glossary of CONTRIBUTING.md: a word of its last column is reported with the better one;
2. sentences of more than 30 words, names in code left out;
3. proselint, without the checks of `NOISE`.

Code, addresses and what stands in code blocks is not read. Ends with status 1 if anything was found.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

import click
from babel.messages.pofile import read_po
from proselint.checks import __register__ as all_checks
from proselint.config import DEFAULT, Config
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from kiosk.cli import main as kiosk

ROOT = Path(__file__).resolve().parent.parent
GLOSSARY = ROOT / "CONTRIBUTING.md"
CATALOGUE = ROOT / "kiosk" / "locale" / "es" / "LC_MESSAGES" / "kiosk.po"
TOLD = ROOT / "tests" / "golden" / "told-to-staff.txt"
TABLE = "| Term | Means | Instead of |"
MOST_WORDS = 30
"""Words in a sentence; the style guide of GOV.UK asks for 25."""
NOISE = {
    "weasel_words.very": "“Very large letters” is the name of a text size",
    "typography.symbols.curly_quotes": "staff type straight quotes, and messages repeat what they typed",
    "dates_times.dates.dash_and_from": "“from” is also the name of a field",
}
"""Checks of proselint that are off, and why."""
ALLOWED = {("docs/install.md", "Mistakes in the texts"): "the name of a choice on the kiosk's staff page"}
"""Words that may be in one file although the glossary replaces one of them, and why; as many as leave no doubt."""

_MARKUP = (
    re.compile(r"^ *```.*?^ *```", re.MULTILINE | re.DOTALL),
    re.compile(r"<!--.*?-->", re.DOTALL),
    re.compile(r"(?<=\])\([^)\s]*\)"),  # where a link leads
    re.compile(r"https?://[^\s)>`]+"),
)
_CODE = re.compile(r"`[^`]*`")
_CODE_NAME = re.compile(r"\bCode[A-J]{3}\b")
_ITEM = re.compile(r"^ *(?:[-*] |\d+\. |#+ )")
_END = re.compile(r"(?<=[.!?])[”)*]*\s+(?=[“(*]*[A-Z0-9¿¡])")
_WORD = re.compile(r"\w[\w’'./-]*")


class Text(NamedTuple):
    """Some prose: its name, such as `docs/staff.md`, and its lines; what is no prose is blank."""

    name: str
    lines: list[str]


class Finding(NamedTuple):
    """One thing to rewrite. `line` counts from 1."""

    name: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.name}:{self.line}: {self.message}"


def glossary(text: str) -> dict[str, str]:
    """The words to avoid, each with the term to use, from the table of CONTRIBUTING.md."""
    instead: dict[str, str] = {}
    for row in text.split(TABLE)[1].split("\n\n")[0].splitlines()[2:]:
        term, _, others = (cell.strip() for cell in row.strip().strip("|").split("|"))
        instead.update({word.strip(): term for word in others.split(",") if word.strip()})
    return instead


def prose_of(markdown: str) -> list[str]:
    """The lines of a Markdown text, without code, comments, addresses and the glossary itself."""
    before, table, after = markdown.partition(TABLE)
    if table:
        rows, _, rest = after.partition("\n\n")
        markdown = before + "\n" * rows.count("\n") + "\n\n" + rest
    for pattern in _MARKUP:
        markdown = pattern.sub(lambda found: "\n" * found[0].count("\n"), markdown)
    names = map("".join, product("ABCDEFGHIJ", repeat=3))  # each another, or proselint takes them for a repetition
    markdown = _CODE.sub(lambda found: f"Code{next(names)}" + "\n" * found[0].count("\n"), markdown)
    return markdown.splitlines()


def sentences(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Every sentence with the line on which it begins. Items, headings and cells of tables end one."""
    start, block = 0, ""
    for number, line in enumerate([*lines, ""], 1):
        cells = line.strip().strip("|").split(" | ") if line.lstrip().startswith("|") else []
        if block and (cells or not line.strip() or _ITEM.match(line)):
            yield from _divided(start, block)
            block = ""
        for cell in cells:
            yield from _divided(number, cell)
        if not cells and line.strip():
            start = start if block else number
            block += ("\n" if block else "") + _ITEM.sub("", line, count=1)


def _divided(start: int, block: str) -> Iterator[tuple[int, str]]:
    at = 0
    for end in [*(found.end() for found in _END.finditer(block)), len(block)]:
        yield start + block.count("\n", 0, at), block[at:end]
        at = end


def of_glossary(text: Text, instead: dict[str, str]) -> Iterator[Finding]:
    """The words that the glossary has a better one for, with the usual endings."""
    whole = "\n".join(text.lines)
    for name, words in ALLOWED:
        if name == text.name:
            whole = whole.replace(words, re.sub(r"\w", "_", words))
    for word in sorted(instead, key=len, reverse=True):  # of two that overlap, the longer one
        pattern = r"\s+".join(map(re.escape, word.split())) + r"(?:s|es|d|ed|ing)?"
        for found in re.finditer(rf"(?<![\w-]){pattern}(?![\w-])", whole, re.IGNORECASE):
            line = whole.count("\n", 0, found.start()) + 1
            yield Finding(text.name, line, f"“{' '.join(found[0].split())}”: the word is “{instead[word]}”")
            whole = whole[: found.start()] + re.sub(r"\w", "_", found[0]) + whole[found.end() :]


def of_length(text: Text) -> Iterator[Finding]:
    """The sentences that are too long."""
    for line, sentence in sentences(text.lines):
        length = len(_WORD.findall(_CODE_NAME.sub("", sentence)))
        if length > MOST_WORDS:
            begin = " ".join(sentence.split()[:5])
            yield Finding(text.name, line, f"the sentence “{begin} …” has {length} words; at most {MOST_WORDS}")


def of_proselint(text: Text) -> Iterator[Finding]:
    """What proselint remarks on."""
    registry = CheckRegistry()
    if not registry.checks:
        registry.register_many(all_checks)
    config = Config(max_errors=1000, checks=dict.fromkeys(NOISE, False) | DEFAULT["checks"])
    apart = "\n".join(line or "§" for line in text.lines)  # no word is repeated across an empty line
    for found in LintFile(text.name, apart).lint(config):
        message = " ".join(found.check_result.message.split())
        yield Finding(text.name, found.pos[0], f"{message} ({found.check_result.check_path})")


def documents() -> Iterator[Text]:
    """README and the other pages; of CHANGELOG what is not released, and the newest release."""
    for path in [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]:
        text = path.read_text("utf-8")
        if path.name == "CHANGELOG.md":
            text = "\n## [".join(text.split("\n## [")[:3])
        yield Text(path.relative_to(ROOT).as_posix(), prose_of(text))


def helps(command: click.Command = kiosk, name: str = "kiosk") -> Iterator[Text]:
    """What `--help` prints of every command."""
    context = click.Context(command, info_name=name)
    texts = [command.help or "", command.epilog or ""]
    texts += [option.help for option in command.params if isinstance(option, click.Option) and option.help]
    lines = [line for text in texts for line in (*text.replace("\b", "").splitlines(), "")]
    yield Text(f"{name} --help", prose_of("\n".join(lines)))
    if isinstance(command, click.Group):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if found is not None and not found.hidden:
                yield from helps(found, f"{name} {inner}")


def messages() -> Text:
    """The kiosk's own words, each on its line of the catalogue, a blank one after it."""
    with CATALOGUE.open("rb") as file:
        found = {message.lineno or 0: message.id for message in read_po(file) if message.id}
    lines = [""] * (2 * max(found))
    for number, text in found.items():
        lines[number - 1] = " ".join([text] if isinstance(text, str) else text)
    return Text(CATALOGUE.relative_to(ROOT).as_posix(), lines)


def told() -> Text:
    """What staff are told of mistakes; not the files that are quoted, nor the names of the mistakes."""
    lines = TOLD.read_text("utf-8").splitlines()
    said = [line if line.startswith("  ") and line[2] != "|" else "" for line in lines]
    return Text(TOLD.relative_to(ROOT).as_posix(), [re.sub(r"“[^”]*”", "“…”", line) for line in said])


def findings(text: Text, instead: dict[str, str]) -> list[Finding]:
    """Everything to rewrite in one text, by line."""
    return sorted([*of_glossary(text, instead), *of_length(text), *of_proselint(text)], key=lambda each: each.line)


def main() -> int:
    """Print all findings; 1 if there are any."""
    instead = glossary(GLOSSARY.read_text("utf-8"))
    found = [each for text in (*documents(), *helps(), messages(), told()) for each in findings(text, instead)]
    for each in found:
        print(each)  # noqa: T201
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
