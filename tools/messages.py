"""Updates the catalogues of the kiosk's own texts from the program.

    python tools/messages.py [--locale DIR] [LANGUAGE …]      default: every language that has a catalogue

A new language gets an empty catalogue. Each `kiosk.po` keeps its translations, gets new texts, loses removed ones, and
is compiled to the `kiosk.mo` that the kiosk reads.

Names of keys come from the key maps of the kiosk. All other texts are found in calls of a wording: `w("…")`,
`words("…")`, `self.wording("…")`, `w.count("…", "…", n)`. Babel finds such calls too, but not a text in a table or a
variable. Here a call whose text cannot be found ends the program, so nothing stays untranslated unnoticed.
"""

from __future__ import annotations

import argparse
import ast
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kiosk.terminal.key_maps.key_names import shown_name

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "kiosk"
LOCALE = PROGRAM / "locale"
CALLS = ("w", "words", "wording", "_wording")
"""Names of variables that hold a wording."""
ELSEWHERE = {
    "self.lettering.name": ("terminal/levels.py", "NAMES"),
    "self._themes[self._theme].label": ("ui/themes.py", "label"),
    "theme.label": ("ui/themes.py", "label"),
    "action.job": ("visit/terms/action.py", "job"),
    "self.keys.names[action]": ("visit/terms/action.py", "called"),
    "self._keys.moving": ("visit/terms/keys.py", "MOVING"),
    "urgency.label": ("content/model/library.py", "Urgency.label"),
    "level.label": ("content/model/library.py", "Urgency.label"),
    "card.urgency.label": ("content/model/library.py", "Urgency.label"),
    "entry.name": ("content/model/languages.tsv", "yes"),
}
"""Texts from another file: code of the argument → the file, and the table or the argument of rows in it.

Of a file of rows, it is the last field of those whose second one is a text.
"""
HANDED_ON = ("self.view.wording(text, **values)",)
"""Calls that pass on a text of their callers, which are found themselves."""
WITHOUT = ("content", "speech", "commands")
"""Parts of the program without texts for visitors; `words` means something else there."""
KEY_MAPS = "terminal/key_maps/*.yaml"
"""The files that name keys."""
ANY_DATE = datetime(2000, 1, 1, tzinfo=UTC)
"""A fixed date, so that the same translations always give the same bytes."""
HEADER = """\
# The kiosk's own words in {name}.
# Not yet approved by a qualified translator.
#"""

Text = str | tuple[str, str]
"""A message; two texts if it depends on a number."""


class NotFoundError(Exception):
    """A call whose text cannot be found in the code."""


@dataclass(frozen=True)
class Found:
    """A text and its file."""

    text: Text
    file: str


def texts_of_program(program: Path = PROGRAM) -> list[Found]:
    """Return every text for visitors in the program, in the order of the files. Raises NotFoundError."""
    found: list[Found] = []
    for path in sorted(program.rglob("*.py")):
        name = path.relative_to(program).as_posix()
        if not name.startswith(tuple(f"{part}/" for part in WITHOUT)):
            texts = [text for text in _texts_of_file(path, program) if len(text) > 1]  # a letter is the name of a key
            found += [Found(text, f"{program.name}/{name}") for text in texts]
    for path in sorted(program.glob(KEY_MAPS)):
        name = path.relative_to(program.parent).as_posix()
        found += [Found(text, name) for text in _names_of_keys(path) if len(text) > 1]
    return list(dict.fromkeys(found))


def _names_of_keys(path: Path) -> Iterator[str]:
    """Yield the names of keys in a key map."""
    key_map = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    yield key_map["moving"]
    for fields in key_map["keys"].values():
        if fields.get("shown") != "no":
            yield fields.get("name") or shown_name(fields["press"][0])


def _texts_of_file(path: Path, program: Path) -> Iterator[Text]:
    tree = ast.parse(path.read_text("utf-8"))
    yield from _texts_below(tree, (tree,), path, program)


def _texts_below(node: ast.AST, scopes: tuple[ast.AST, ...], path: Path, program: Path) -> Iterator[Text]:
    """Yield the texts of the calls below `node`; `scopes`: the file and the functions around it, innermost last."""
    for child in ast.iter_child_nodes(node):
        inside = (*scopes, child) if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else scopes
        if isinstance(child, ast.Call) and child.args and ast.unparse(child) not in HANDED_ON:
            function = child.func
            called = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            try:
                if called in CALLS:
                    yield from _values(child.args[0], scopes, program)
                elif called == "count" and isinstance(function, ast.Attribute) and _called(function.value) in CALLS:
                    one, many = ([*_values(text, scopes, program)] for text in child.args[:2])
                    yield from zip(one, many, strict=True)
            except NotFoundError as error:
                message = f"{path}:{child.lineno}: the text of {ast.unparse(child)} cannot be found: {error}"
                raise NotFoundError(message) from None
        yield from _texts_below(child, inside, path, program)


def _called(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _values(node: ast.expr, scopes: tuple[ast.AST, ...], program: Path) -> Iterator[str]:
    """Yield the texts that an argument can be: itself, one of two, values of a variable, all of a table."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from _values(body, scopes, program)
            yield from _values(orelse, scopes, program)
        case ast.Subscript(value=ast.Name(id=name)):
            yield from _table(name, scopes)
        case ast.Name(id=name):
            for scope in reversed(scopes):
                if values := list(_assigned(name, scope)):
                    for value in values:
                        yield from _values(value, scopes, program)
                    return
            raise NotFoundError(f"“{name}” is not set here")
        case _ if ast.unparse(node) in ELSEWHERE:
            file, name = ELSEWHERE[ast.unparse(node)]
            if file.endswith(".tsv"):
                rows = (line.split("\t") for line in (program / file).read_text("utf-8").splitlines())
                yield from (row[1] for row in rows if row[-1] == name)
                return
            tree = ast.parse((program / file).read_text("utf-8"))
            enum, _, fact = name.partition(".")
            yield from _rows(enum, fact, tree) if fact else _in_rows(name, tree) or _table(name, (tree,))
        case _:
            raise NotFoundError(f"“{ast.unparse(node)}” is not a text and not in a table")


def _rows(enum: str, fact: str, tree: ast.Module) -> Iterator[str]:
    """Yield the argument `fact` of `__new__` from each row of the class `enum`."""
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or node.name != enum:
            continue
        (new,) = (each for each in node.body if isinstance(each, ast.FunctionDef) and each.name == "__new__")
        number = [argument.arg for argument in new.args.args[1:]].index(fact)
        for row in (each.value for each in node.body if isinstance(each, ast.Assign)):
            text = row.elts[number] if isinstance(row, ast.Tuple) else None
            if not isinstance(text, ast.Constant) or not isinstance(text.value, str):
                raise NotFoundError(f"“{ast.unparse(row)}” in {enum} is no row of texts")
            yield text.value
        return
    raise NotFoundError(f"there is no class “{enum}”")


def _table(name: str, scopes: tuple[ast.AST, ...]) -> Iterator[str]:
    """Yield all texts in the table `name`: members of a tuple, values of a dictionary, or its only text."""
    for scope in reversed(scopes):
        for table in _assigned(name, scope):
            members = list(_members(table))
            if members and all(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in members):
                yield from (str(each.value) for each in members if isinstance(each, ast.Constant))
                return
    raise NotFoundError(f"there is no table of texts “{name}” here")


def _in_rows(name: str, tree: ast.Module) -> list[str]:
    """Return all texts that calls in `tree` pass as the argument `name`."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    given = (keyword.value for call in calls for keyword in call.keywords if keyword.arg == name)
    return [value.value for value in given if isinstance(value, ast.Constant) and isinstance(value.value, str)]


def _members(node: ast.expr) -> Iterator[ast.expr]:
    """Yield the members of a table, without texts made from numbers."""
    match node:
        case ast.Tuple(elts=members) | ast.List(elts=members):
            yield from members
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                yield from _members(value) if key is None else (value,)
        case ast.DictComp(value=ast.Constant() as value):
            yield value
        case ast.Call(func=ast.Name(id="MappingProxyType"), args=[inner]):
            yield from _members(inner)
        case ast.Constant():
            yield node


def _assigned(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    """Yield the values that the variable `name` is set to in `scope`."""
    for node in ast.walk(scope):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        if isinstance(value, ast.expr) and any(isinstance(each, ast.Name) and each.id == name for each in targets):
            yield value


def template(program: Path = PROGRAM) -> Catalog:
    """Return a catalogue with every text of the program, untranslated."""
    catalog = Catalog(charset="utf-8")
    for found in texts_of_program(program):
        catalog.add(found.text, locations=[(found.file, 0)], flags=["python-brace-format"] if _filled(found) else ())
    return catalog


def _filled(found: Found) -> bool:
    return "{" in (found.text if isinstance(found.text, str) else "".join(found.text))


def catalogue_file(language: str, locale: Path = LOCALE) -> Path:
    """Return the path of the catalogue of `language`."""
    return locale / language / "LC_MESSAGES" / "kiosk.po"


def read(path: Path, language: str) -> Catalog:
    """Return the catalogue at `path`, or an empty one."""
    if path.is_file():
        return read_po(io.BytesIO(path.read_bytes()), locale=language)
    catalog = Catalog(locale=language, charset="utf-8", fuzzy=False)
    catalog.header_comment = HEADER.format(name=catalog.locale.english_name if catalog.locale else language)
    return catalog


def updated(path: Path, language: str, program: Path = PROGRAM) -> bytes:
    """Return the updated text of the catalogue at `path`."""
    catalog = read(path, language)
    catalog.update(template(program), no_fuzzy_matching=True, update_header_comment=False, update_creation_date=False)
    catalog.obsolete.clear()
    out = io.BytesIO()
    write_po(out, catalog, width=110, include_lineno=False, omit_header=True)
    # Only the headers that gettext needs: dates and versions of tools would change the file for nothing.
    header = f'{catalog.header_comment}\nmsgid ""\nmsgstr ""\n"Language: {language}\\n"\n"MIME-Version: 1.0\\n"\n'
    header += '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    header += f'"Plural-Forms: {catalog.plural_forms}\\n"\n\n'
    return header.encode() + out.getvalue()


def compiled(po: bytes, language: str) -> bytes:
    """Return the bytes of the `kiosk.mo` for a `kiosk.po`."""
    out = io.BytesIO()
    catalog = read_po(io.BytesIO(po), locale=language)
    catalog.creation_date = catalog.revision_date = ANY_DATE
    write_mo(out, catalog)
    return out.getvalue()


def problems(path: Path, language: str) -> list[str]:
    """Return messages that are not translated or do not fill in the same values, for translators."""
    found = []
    for message in read(path, language):
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(texts):
            found.append(f"not translated: {ids[0]}")
        elif message.fuzzy:
            found.append(f"marked as unsure: {ids[0]}")
        elif any(_values_in(text) != _values_in(ids[-1]) for text in texts):
            found.append(f"fills in other values: {ids[-1]}")
    return found


def _values_in(text: str) -> set[str]:
    """Return the names in braces, except {n}, which a plural form may say in words."""
    return set(re.findall(r"\{(\w*)\}", text)) - {"n"} if "{n}" in text else set(re.findall(r"\{(\w*)\}", text))


def main() -> int:
    """Update the catalogues; return 1 while anything is not translated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--locale", type=Path, default=LOCALE)
    parser.add_argument("languages", nargs="*")
    arguments = parser.parse_args()
    languages = arguments.languages or sorted(
        path.parts[-3] for path in arguments.locale.glob("*/LC_MESSAGES/kiosk.po")
    )
    left = 0
    for language in languages:
        path = catalogue_file(language, arguments.locale)
        text = updated(path, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
        path.with_suffix(".mo").write_bytes(compiled(text, language))
        for problem in problems(path, language):
            left += 1
            sys.stdout.write(f"{language}: {problem}\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
